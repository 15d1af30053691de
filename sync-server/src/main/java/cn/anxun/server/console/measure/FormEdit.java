package cn.anxun.server.console.measure;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormEngine;
import cn.anxun.core.form.FormJson;
import cn.anxun.core.form.FormLibrary;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormSettings;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.server.console.form.Amounts;
import cn.anxun.server.console.form.RuleWords;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.form.FormComposer;
import cn.anxun.server.report.form.FormDetails;
import cn.anxun.server.report.form.FormLayouts;
import cn.anxun.server.report.form.LedgerFigures;
import cn.anxun.server.text.ServerTexts;
import cn.anxun.server.yearend.ClosedYears;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form that somebody puts together, and what comes of it with the figures as they are now. */
final class FormEdit {
  private static final List<String> OPERATORS = List.of("≥", "≤", "=", "＞", "＜", "");
  private static final FormLayouts LAYOUTS = FormLayouts.shipped();

  private final MeasureRequest asked;
  private final int year;
  private final String key;
  private final boolean isNew;
  private final FormSource source;
  private final FormDraft draft;

  FormEdit(
      MeasureRequest asked,
      int year,
      String key,
      boolean isNew,
      FormSource source,
      FormDraft draft) {
    this.asked = asked;
    this.year = year;
    this.key = key;
    this.isNew = isNew;
    this.source = source;
    this.draft = draft;
  }

  String subject() {
    return Documents.form(year, key);
  }

  /** What stands in the ledger now, for an editor to carry; "" for a new form. */
  String mark() {
    return after().orElse("");
  }

  /** The revision that this one follows; a new form follows none, even where its key is taken. */
  Optional<String> after() {
    return isNew
        ? Optional.empty()
        : asked.state.document(subject()).map(DocumentRevision::entryId);
  }

  private FormDocument document() {
    return new FormDocument(asked, draft, source, !isNew && source.isOf(year, key));
  }

  Json.Members json() {
    return document().json();
  }

  /** What is wrong with it, each sentence naming its row and field. */
  List<String> problems() {
    List<String> problems = new ArrayList<>(document().problems());
    if (isNew && !key.matches("[a-z0-9-]{1,40}")) {
      problems.add(asked.t("bad-form-key", key));
    } else if (isNew && asked.state.document(subject()).isPresent()) {
      problems.add(asked.t("form-key-taken", key));
    }
    if (problems.isEmpty()) {
      try {
        FormJson.read(json(), year, key);
      } catch (FormRejectedException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return problems;
  }

  /** The form filled with the figures as they are now; empty while it cannot be read. */
  private Optional<FormResult> filled() {
    try {
      FormDefinition form = FormJson.read(json(), year, key);
      FormDefinition complete = new FormLibrary(asked.state, year).complete(form);
      return Optional.of(
          new FormEngine(FormSettings.STANDARD)
              .fill(complete, new LedgerFigures(asked.state, year)));
    } catch (FormRejectedException e) {
      return Optional.empty();
    }
  }

  /**
   * The page.
   *
   * @param bureau its name as printed
   */
  FormForm form(String bureau, String seen, List<String> problems) {
    Optional<FormResult> filled = filled();
    List<Option> indicators = FormDocument.indicators(asked.catalogue, asked);
    List<FormForm.Row> rows = new ArrayList<>();
    for (int i = 0; i < draft.rows().size(); i++) {
      int at = i;
      rows.add(row(draft.rows().get(i), indicators, filled.map(form -> form.rows().get(at))));
    }
    return new FormForm(
        year,
        key,
        isNew,
        draft.title(),
        draft.template(),
        LAYOUTS.templates().stream().filter(one -> !one.equals(Monitoring.TEMPLATE)).toList(),
        draft.execution(),
        seen,
        source.name(),
        rows,
        List.of(asked.t("known-levels").split(" ")),
        levels(),
        filled.flatMap(FormResult::weights).map(FormEdit::plain).orElse(""),
        filled.map(this::flags).orElse(List.of()),
        filled.map(form -> preview(bureau, form)),
        note(),
        problems);
  }

  private List<String> flags(FormResult form) {
    return form.flags().stream().map(flag -> flag.sentence(ServerTexts.core(asked.texts))).toList();
  }

  private PrintedSheet preview(String bureau, FormResult form) {
    Provenance provenance =
        new Provenance(bureau, form.cutoff(), asked.ledger.headAt(form.cutoff().seq()));
    return PrintedSheet.of(
        new FormComposer(LAYOUTS).compose(form, FormDetails.BLANK, provenance).sheets().get(0));
  }

  private FormForm.Row row(
      FormDraft.Row row, List<Option> indicators, Optional<FormResult.RowResult> result) {
    List<Option> offered = new ArrayList<>();
    boolean isTyped = row.indicator().equals(FormDraft.TYPED);
    offered.add(new Option(FormDraft.TYPED, asked.t("typed-row"), isTyped));
    if (row.indicator().equals(FormDraft.KEPT)) {
      offered.add(new Option(FormDraft.KEPT, asked.t("kept-row"), true));
    }
    indicators.forEach(
        one ->
            offered.add(new Option(one.value(), one.label(), one.value().equals(row.indicator()))));
    return new FormForm.Row(
        row,
        options(OPERATORS, operator(row), "operator."),
        offered,
        directions(row),
        options(FormRules.ALL, row.rule(), "rule."),
        isTyped,
        result.map(this::words).orElse(""));
  }

  private static String operator(FormDraft.Row row) {
    return row.operator().replace('>', '＞').replace('<', '＜').replace('＝', '=');
  }

  /** What is chosen stays so, even where it is none of the values. */
  private List<Option> options(List<String> values, String chosen, String key) {
    List<Option> options = new ArrayList<>();
    for (String value : values) {
      boolean isSign = key.equals("operator.") && !value.isEmpty();
      options.add(new Option(value, isSign ? value : asked.t(key + value), value.equals(chosen)));
    }
    if (!values.contains(chosen)) {
      options.add(new Option(chosen, chosen, true));
    }
    return options;
  }

  private List<Option> directions(FormDraft.Row row) {
    List<Option> directions = new ArrayList<>();
    for (Indicator.Direction one : Indicator.Direction.values()) {
      String wire = FormSource.direction(one);
      directions.add(new Option(wire, asked.t("direction." + wire), wire.equals(row.direction())));
    }
    return directions;
  }

  private String words(FormResult.RowResult result) {
    String rule = new RuleWords(asked.texts).of(result.row());
    String actual =
        result.actualWithUnit().isEmpty()
            ? asked.texts.text("console.form.untyped")
            : asked.t("now-is", result.actualWithUnit());
    String score =
        result.score().map(value -> asked.t("now-gets", value.toPlainString())).orElse("");
    return String.join(
        asked.texts.text("console.semicolon"),
        List.of(actual + score, rule).stream().filter(part -> !part.isEmpty()).toList());
  }

  /** The level-1 blocks in the order of the form, each with its weights. */
  private List<FormForm.Level> levels() {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    for (FormDraft.Row row : draft.rows()) {
      sums.merge(row.level1(), Amounts.read(row.weight()).orElse(BigDecimal.ZERO), BigDecimal::add);
    }
    draft.declared().keySet().forEach(level -> sums.putIfAbsent(level, BigDecimal.ZERO));
    List<FormForm.Level> levels = new ArrayList<>();
    sums.forEach(
        (level, sum) ->
            levels.add(
                new FormForm.Level(level, plain(sum), draft.declared().getOrDefault(level, ""))));
    return levels;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private String note() {
    List<String> notes = new ArrayList<>();
    asked
        .state
        .document(Documents.targets(year))
        .ifPresent(
            frozen -> notes.add(asked.t("frozen-note", Days.text(frozen.date(), asked.texts))));
    if (!new ClosedYears(asked.ledger).list(year).isEmpty()) {
      notes.add(asked.texts.text("console.form.closed-note", Integer.toString(year)));
    }
    return String.join("", notes);
  }
}
