package cn.anxun.core.codelist;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.document.DocumentReader;
import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values that a coded field usually has. A value that a list lacks is no error: it joins the
 * bureau's use.
 *
 * @param name stable, such as {@code drill-level}; its revisions are the document {@code
 *     doc/code-list/<name>}
 * @param label what people call the list
 * @param fields the fields it is for, as {@code drill.level}; a step's fields stand under its
 *     record's type
 */
public record CodeList(
    String name, String label, String english, List<String> fields, List<Item> items) {
  public static final int MAX_ITEMS = 1000;
  public static final int MAX_VALUE = 64;

  public CodeList {
    fields = Collections.unmodifiableList(new ArrayList<>(fields));
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }

  /**
   * One value.
   *
   * @param value as it stands in entries and on forms
   * @param english "" where there is none
   * @param parent the value it belongs under; "" at the top
   * @param withdrawn not offered any more; old entries keep it
   */
  public record Item(String value, String english, String parent, boolean withdrawn) {}

  public Optional<Item> find(String value) {
    return items.stream().filter(item -> item.value().equals(value)).findFirst();
  }

  /** The values offered for new records. */
  public List<Item> listOffered() {
    List<Item> offered = new ArrayList<>();
    for (Item item : items) {
      if (!item.withdrawn()) {
        offered.add(item);
      }
    }
    return offered;
  }

  /**
   * The topmost value that this one belongs under: itself at the top, or where the list lacks it.
   */
  public String top(String value) {
    String top = value;
    for (int i = 0; i < items.size(); i++) {
      String parent = find(top).map(Item::parent).orElse("");
      if (parent.isEmpty()) {
        return top;
      }
      top = parent;
    }
    return top;
  }

  /** The same list with a bureau's items for its own. */
  public CodeList revised(Json document) {
    return new CodeList(name, label, english, fields, items(document, new ArrayList<>()));
  }

  /** Everything that is wrong with a revision; empty where it may be saved. */
  public static List<DocumentProblem> check(Json document) {
    List<DocumentProblem> problems = new ArrayList<>();
    items(document, problems);
    return problems;
  }

  static List<Item> items(Json document, List<DocumentProblem> problems) {
    List<Item> items = new ArrayList<>();
    List<DocumentReader> readers = new ArrayList<>();
    Set<String> values = new HashSet<>();
    for (DocumentReader reader :
        DocumentReader.of(document, problems).objects("items", MAX_ITEMS)) {
      String value = reader.required("value", MAX_VALUE).orElse("");
      if (value.isEmpty()) {
        continue;
      }
      if (!values.add(value)) {
        reader.reject(Code.DUPLICATE, "value", value);
        continue;
      }
      readers.add(reader);
      items.add(
          new Item(
              value,
              reader.text("en", 2 * MAX_VALUE).orElse(""),
              reader.text("parent", MAX_VALUE).orElse(""),
              reader.flag("withdrawn")));
    }
    return withoutLostParents(items, readers);
  }

  private static List<Item> withoutLostParents(List<Item> items, List<DocumentReader> readers) {
    Map<String, String> parents = new HashMap<>();
    for (Item item : items) {
      parents.put(item.value(), item.parent());
    }
    List<Item> kept = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (reachesTop(item, parents)) {
        kept.add(item);
      } else {
        readers.get(i).reject(Code.UNKNOWN_PARENT, "parent", item.parent());
        kept.add(new Item(item.value(), item.english(), "", item.withdrawn()));
      }
    }
    return kept;
  }

  private static boolean reachesTop(Item item, Map<String, String> parents) {
    String at = item.value();
    for (int step = 0; step <= parents.size(); step++) {
      String parent = parents.get(at);
      if (parent == null) {
        return false;
      }
      if (parent.isEmpty()) {
        return true;
      }
      at = parent;
    }
    return false;
  }
}
