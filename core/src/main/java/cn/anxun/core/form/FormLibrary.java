package cn.anxun.core.form;

import cn.anxun.core.entry.BudgetSet;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.FormDefined;
import cn.anxun.core.entry.TargetAdjusted;
import cn.anxun.core.entry.TargetsSet;
import cn.anxun.core.entry.TypedRowsEntered;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bureau's forms of a year as the ledger's documents make them: the definition, with the frozen
 * targets and their adjustments, the typed rows and the budget laid over it. A later document names
 * rows by their level-3 name; the k-th mention of a name means the k-th row of that name.
 */
public final class FormLibrary {
  private final LedgerState state;
  private final int year;

  public FormLibrary(LedgerState state, int year) {
    this.state = state;
    this.year = year;
  }

  /**
   * The keys of all forms of the year, in the order in which they were defined.
   *
   * @see Documents#form
   */
  public List<String> keys() {
    String prefix = Documents.form(year, "");
    List<DocumentRevision> forms = new ArrayList<>();
    for (DocumentRevision revision : state.documents().values()) {
      if (revision.subject().startsWith(prefix)) {
        forms.add(revision);
      }
    }
    forms.sort((a, b) -> a.subject().compareTo(b.subject()));
    List<String> keys = new ArrayList<>();
    for (DocumentRevision form : forms) {
      keys.add(form.subject().substring(prefix.length()));
    }
    return keys;
  }

  /**
   * The form of this key.
   *
   * @throws FormRejectedException where a document of it does not read as it should
   */
  public Optional<FormDefinition> find(String key) throws FormRejectedException {
    Optional<DocumentRevision> defined = state.document(Documents.form(year, key));
    if (!defined.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        complete(FormJson.read(body(defined.get(), FormDefined.DOCUMENT.name()), year, key)));
  }

  /**
   * A definition of this year with what the other documents say of its key laid over it: targets,
   * typed rows and budget.
   *
   * @throws FormRejectedException where one of them does not read as it should
   */
  public FormDefinition complete(FormDefinition defined) throws FormRejectedException {
    String key = defined.key();
    FormDefinition form = withTargets(defined, state.document(Documents.targets(year)));
    form = withTyped(form, state.document(Documents.typedRows(year, key)));
    return withBudget(form, state.document(Documents.budget(year, key)));
  }

  private static FormDefinition withTargets(FormDefinition form, Optional<DocumentRevision> targets)
      throws FormRejectedException {
    if (!targets.isPresent()) {
      return form;
    }
    Json.Members document =
        FormJson.members(body(targets.get(), TargetsSet.DOCUMENT.name()), "targets");
    List<Json.Members> ours = new ArrayList<>();
    for (Json.Members item : items(document, "targets")) {
      if (FormJson.required(item, "form", "targets").equals(form.key())) {
        ours.add(item);
      }
    }
    boolean frozen = !ours.isEmpty();
    List<FormRow> rows =
        new RowOverlay(ours) {
          @Override
          FormRow laid(FormRow row, Json.Members item) throws FormRejectedException {
            return row.withTarget(FormJson.required(item, "target", "targets"));
          }
        }.over(form.rows());
    return form.withRows(
        adjusted(form, rows, targets.get()),
        frozen ? Optional.of(targets.get().date()) : form.targetsFrozen());
  }

  private static List<FormRow> adjusted(
      FormDefinition form, List<FormRow> rows, DocumentRevision targets) {
    Map<String, Fields> byRow = new HashMap<>();
    for (Fields adjustment : targets.adjustments()) {
      if (adjustment.text(TargetAdjusted.FORM).equals(form.key())) {
        byRow.put(adjustment.text(TargetAdjusted.ROW), adjustment);
      }
    }
    List<FormRow> adjusted = new ArrayList<>();
    for (FormRow row : rows) {
      Fields adjustment = byRow.get(row.level3());
      adjusted.add(
          adjustment == null
              ? row
              : row.withAdjustment(
                  adjustment.text(TargetAdjusted.TARGET),
                  new FormRow.Adjustment(
                      row.target(),
                      adjustment.text(TargetAdjusted.DOCUMENT_NO),
                      adjustment.text(TargetAdjusted.REASON))));
    }
    return adjusted;
  }

  private static FormDefinition withTyped(FormDefinition form, Optional<DocumentRevision> typed)
      throws FormRejectedException {
    if (!typed.isPresent()) {
      return form;
    }
    Json.Members document =
        FormJson.members(body(typed.get(), TypedRowsEntered.DOCUMENT.name()), "typed");
    List<FormRow> rows =
        new RowOverlay(items(document, "rows")) {
          @Override
          FormRow laid(FormRow row, Json.Members item) throws FormRejectedException {
            return row.withTyped(
                either(FormJson.find(item, "typed", "rows"), row.typed()),
                either(FormJson.number(item, "judged", "rows"), row.judged()),
                FormJson.find(item, "reason", "rows").orElse(row.reason()),
                FormJson.find(item, "evidence", "rows").orElse(row.evidence()));
          }
        }.over(form.rows());
    return form.withRows(rows, form.targetsFrozen())
        .withTexts(
            FormJson.find(document, "goal", "typed").orElse(form.goal()),
            FormJson.find(document, "outcome", "typed").orElse(form.outcome()));
  }

  private static FormDefinition withBudget(FormDefinition form, Optional<DocumentRevision> budget)
      throws FormRejectedException {
    if (!budget.isPresent()) {
      return form;
    }
    Map<String, BigDecimal> amounts = new LinkedHashMap<>(form.budget().amounts());
    amounts.putAll(FormJson.amounts(body(budget.get(), BudgetSet.DOCUMENT.name()), "budget"));
    return form.withBudget(new FormDefinition.Budget(amounts));
  }

  private static <T> Optional<T> either(Optional<T> later, Optional<T> earlier) {
    return later.isPresent() ? later : earlier;
  }

  private static @Nullable Json body(DocumentRevision revision, String field) {
    return revision.fields().raw(field);
  }

  private static List<Json.Members> items(Json.Members document, String name)
      throws FormRejectedException {
    List<Json.Members> items = new ArrayList<>();
    if (document.get(name) instanceof Json.Items list) {
      for (Json item : list.values()) {
        items.add(FormJson.members(item, name));
      }
    }
    return items;
  }

  /** Lays what a document says of rows over the rows it names. */
  private abstract static class RowOverlay {
    private final Map<String, List<Json.Members>> byRow = new HashMap<>();

    RowOverlay(List<Json.Members> items) throws FormRejectedException {
      for (Json.Members item : items) {
        byRow
            .computeIfAbsent(FormJson.required(item, "row", "rows"), row -> new ArrayList<>())
            .add(item);
      }
    }

    abstract FormRow laid(FormRow row, Json.Members item) throws FormRejectedException;

    List<FormRow> over(List<FormRow> rows) throws FormRejectedException {
      Map<String, Integer> seen = new HashMap<>();
      List<FormRow> laid = new ArrayList<>();
      for (FormRow row : rows) {
        int mention = seen.merge(row.level3(), 1, Integer::sum) - 1;
        List<Json.Members> items = byRow.getOrDefault(row.level3(), List.of());
        laid.add(mention < items.size() ? laid(row, items.get(mention)) : row);
      }
      return laid;
    }
  }
}
