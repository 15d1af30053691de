package cn.anxun.core.codelist;

import cn.anxun.core.document.Resources;
import cn.anxun.core.entry.CodeListRevised;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The code lists of a bureau: the shipped ones, as its office has revised them. */
public final class CodeLists {
  /** The lists that ship, each a resource of this name beside this class. */
  static final List<String> SHIPPED_NAMES =
      Collections.unmodifiableList(
          Arrays.asList(
              "hazard-category",
              "hazard-level",
              "hazard-source",
              "listing-level",
              "industry",
              "site-kind",
              "risk-level",
              "campaign",
              "project",
              "inspection-check",
              "inspection-authority",
              "inspection-result",
              "inspection-party",
              "drill-level",
              "drill-content",
              "drill-form",
              "drill-purpose",
              "drill-hazard",
              "training-audience",
              "publicity-activity",
              "media-level",
              "enforcement-action",
              "enforcement-case",
              "accident-grade",
              "response-hazard",
              "response-level",
              "plan-kind",
              "service",
              "paper"));

  private static final CodeLists SHIPPED = new CodeLists(readShipped());

  private final Map<String, CodeList> lists;

  private CodeLists(Map<String, CodeList> lists) {
    this.lists = lists;
  }

  public static CodeLists shipped() {
    return SHIPPED;
  }

  /**
   * The lists that hold at the ledger's cut-off; a list of the bureau's own that does not ship is
   * among them.
   */
  public static CodeLists at(LedgerState state) {
    String prefix = Documents.codeList("");
    Map<String, CodeList> lists = new LinkedHashMap<>(SHIPPED.lists);
    for (Map.Entry<String, DocumentRevision> document : state.documents().entrySet()) {
      Json items = document.getValue().fields().raw(CodeListRevised.DOCUMENT.name());
      if (document.getKey().startsWith(prefix) && items != null) {
        String name = document.getKey().substring(prefix.length());
        CodeList before =
            lists.getOrDefault(name, new CodeList(name, name, name, List.of(), List.of()));
        lists.put(name, before.revised(items));
      }
    }
    return new CodeLists(lists);
  }

  public List<CodeList> list() {
    return new ArrayList<>(lists.values());
  }

  public Optional<CodeList> find(String name) {
    return Optional.ofNullable(lists.get(name));
  }

  /**
   * The list of this name.
   *
   * @throws NoSuchElementException where there is none
   */
  public CodeList get(String name) {
    CodeList list = lists.get(name);
    if (list == null) {
      throw new NoSuchElementException("no code list " + name);
    }
    return list;
  }

  /** The list for a field of a record type, such as drill and level. */
  public Optional<CodeList> find(String type, String field) {
    String qualified = type + '.' + field;
    for (CodeList list : lists.values()) {
      if (list.fields().contains(qualified) || list.fields().contains("*." + field)) {
        return Optional.of(list);
      }
    }
    return Optional.empty();
  }

  private static Map<String, CodeList> readShipped() {
    Map<String, CodeList> lists = new LinkedHashMap<>();
    for (String name : SHIPPED_NAMES) {
      Json.Members document =
          (Json.Members) Resources.json("/cn/anxun/core/codelist/" + name + ".json");
      List<String> fields = new ArrayList<>();
      for (Json field : ((Json.Items) member(document, "fields")).values()) {
        fields.add(((Json.Text) field).value());
      }
      lists.put(
          name,
          new CodeList(
              name,
              ((Json.Text) member(document, "label")).value(),
              ((Json.Text) member(document, "en")).value(),
              fields,
              CodeList.items(document, new ArrayList<>())));
    }
    return lists;
  }

  private static Json member(Json.Members document, String name) {
    Json value = document.get(name);
    if (value == null) {
      throw new IllegalStateException("a shipped code list lacks " + name);
    }
    return value;
  }
}
