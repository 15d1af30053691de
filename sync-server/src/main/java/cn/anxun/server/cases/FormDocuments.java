package cn.anxun.server.cases;

import cn.anxun.core.entry.BudgetSet;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.FormDefined;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.TargetsSet;
import cn.anxun.core.entry.TypedRowsEntered;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms of a case as the office enters them, so that they print from the ledger. */
final class FormDocuments {
  /** In bytes; an entry holds 64 KiB. Targets that find no room stand in their forms alone. */
  private static final int TARGETS_OF_AN_ENTRY = 60_000;

  private final FieldWork work;

  FormDocuments(FieldWork work) {
    this.work = work;
  }

  /** The key of the form at this place in the file; keys keep its order. */
  static String key(int index) {
    return String.format("form-%03d", index + 1);
  }

  /**
   * Each form by the documents it is really made of: the template with its rows, the targets frozen
   * before the year's field work, what the office types, and the budget.
   */
  void add(List<CaseForm> forms) {
    Year year = work.year();
    List<Json> targets = new ArrayList<>();
    int size = 0;
    for (CaseForm form : forms) {
      String key = key(form.index());
      List<Json.Members> rows = rows(form);
      add(
          Documents.form(year.number(), key),
          FormDefined.KIND,
          year.first(),
          Fields.builder().set(FormDefined.DOCUMENT, template(form, rows)).build());
      List<Json> ofForm = targets(key, rows);
      size += JsonText.bytes(Json.items(ofForm)).length;
      if (size <= TARGETS_OF_AN_ENTRY) {
        targets.addAll(ofForm);
      }
      add(
          Documents.typedRows(year.number(), key),
          TypedRowsEntered.KIND,
          year.last(),
          Fields.builder()
              .set(TypedRowsEntered.YEAR, year.number())
              .set(TypedRowsEntered.FORM, key)
              .set(TypedRowsEntered.DOCUMENT, typed(rows))
              .build());
      addBudget(key, form);
    }
    if (!targets.isEmpty()) {
      add(
          Documents.targets(year.number()),
          TargetsSet.KIND,
          year.first(),
          Fields.builder()
              .set(TargetsSet.YEAR, year.number())
              .set(TargetsSet.DOCUMENT, Json.members().put("targets", Json.items(targets)).build())
              .build());
    }
  }

  private void addBudget(String key, CaseForm form) {
    Json budget = form.source().get("budget_wan_yuan");
    if (budget == null || budget instanceof Json.Null) {
      return;
    }
    Year year = work.year();
    add(
        Documents.budget(year.number(), key),
        BudgetSet.KIND,
        year.last(),
        Fields.builder()
            .set(BudgetSet.YEAR, year.number())
            .set(BudgetSet.FORM, key)
            .set(BudgetSet.DOCUMENT, budget)
            .build());
  }

  private static List<Json.Members> rows(CaseForm form) {
    List<Json.Members> rows = new ArrayList<>();
    if (form.source().get("rows") instanceof Json.Items items) {
      items.values().forEach(row -> rows.add((Json.Members) row));
    }
    return rows;
  }

  /**
   * The form without what comes by documents of its own, and without what the case knows of the
   * answer.
   */
  private static Json template(CaseForm form, List<Json.Members> rows) {
    List<Json> bare = new ArrayList<>();
    rows.forEach(row -> bare.add(without(row, Set.of("typed"))));
    Map<String, Json> members = new LinkedHashMap<>(form.source().values());
    members.keySet().removeAll(Set.of("budget_wan_yuan", "must_flag", "ours"));
    members.put("rows", Json.items(bare));
    return new Json.Members(members);
  }

  /**
   * The targets of the rows by name. Rows of one name are told apart by their order, so they are
   * frozen only where all of them have a target.
   */
  private static List<Json> targets(String key, List<Json.Members> rows) {
    Set<Json> incomplete = new LinkedHashSet<>();
    for (Json.Members row : rows) {
      if (!(row.get("target") instanceof Json.Text target) || target.value().isEmpty()) {
        incomplete.add(name(row));
      }
    }
    List<Json> targets = new ArrayList<>();
    for (Json.Members row : rows) {
      if (!incomplete.contains(name(row))) {
        targets.add(
            Json.members()
                .put("form", key)
                .put("row", name(row))
                .put("target", row.get("target"))
                .build());
      }
    }
    return targets;
  }

  private static Json typed(List<Json.Members> rows) {
    List<Json> typed = new ArrayList<>();
    for (Json.Members row : rows) {
      @Nullable Json value = row.get("typed");
      typed.add(Json.members().put("row", name(row)).put("typed", value).build());
    }
    return Json.members().put("rows", Json.items(typed)).build();
  }

  private static Json name(Json.Members row) {
    Json name = row.get("l3");
    return name == null ? Json.NULL : name;
  }

  private static Json without(Json.Members row, Set<String> names) {
    Map<String, Json> left = new LinkedHashMap<>(row.values());
    left.keySet().removeAll(names);
    return new Json.Members(left);
  }

  private void add(String document, Kind kind, LocalDate date, Fields fields) {
    work.add(Step.of(Subject.document(document), kind, date, Step.Worker.OFFICE, fields));
  }
}
