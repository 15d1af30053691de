package cn.anxun.server.console.form;

import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormFlag;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormRow;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.console.form.FormPage.Fact;
import cn.anxun.server.console.form.FormPage.Link;
import cn.anxun.server.text.ServerTexts;
import cn.anxun.server.yearend.ClosedForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a form's page of the form as it is filled; of a closed year with the signed values. */
final class FormReading {
  private final FormRequest asked;
  private final FormResult form;
  private final Optional<ClosedForm> signed;
  private final RuleWords rules;

  FormReading(FormRequest asked, FormResult form) {
    this.asked = asked;
    this.form = form;
    this.rules = new RuleWords(asked.texts);
    this.signed =
        asked.viewed.closed().stream()
            .flatMap(closed -> closed.forms().stream())
            .filter(closed -> closed.key().equals(form.definition().key()))
            .filter(closed -> closed.rows().size() == form.rows().size())
            .findFirst();
  }

  FormPage page() {
    return new FormPage(
        asked.address("/forms"),
        asked.yearState(),
        texts(),
        budget(),
        form.weights().map(FormReading::plain).orElse(""),
        total(form, signed),
        rows(),
        flags(""),
        asked.person.may(Permission.EXPORT) ? files(asked, form.definition().key()) : List.of(),
        edits());
  }

  /** The 自评得分, as signed where it is; "" for a form without scores. */
  static String total(FormResult form, Optional<ClosedForm> signed) {
    return signed
        .map(ClosedForm::total)
        .orElseGet(() -> form.total().map(BigDecimal::toPlainString).orElse(""));
  }

  /** The form's files as of the page's cut-off. */
  static List<Link> files(FormRequest asked, String key) {
    String to = "/api/v1/forms/" + key;
    String query =
        "?year="
            + asked.year
            + "&asOf="
            + asked.viewed.cutoff().seq()
            + ':'
            + asked.viewed.cutoff().date();
    return List.of(
        new Link(asked.texts.text("console.form.xlsx"), to + ".xlsx" + query),
        new Link(asked.texts.text("console.form.docx"), to + ".docx" + query));
  }

  private List<Link> edits() {
    List<Link> edits = new ArrayList<>();
    String at = "/forms/" + form.definition().key();
    edits.add(
        new Link(asked.texts.text("console.monitoring.link"), asked.address(at + "/monitoring")));
    if (asked.mayEnter()) {
      edits.add(new Link(asked.texts.text("console.form.typed"), asked.address(at + "/typed")));
      edits.add(new Link(asked.texts.text("console.form.budget"), asked.address(at + "/budget")));
    }
    edits.add(new Link(asked.texts.text("console.narrative.link"), asked.seen(at + "/narrative")));
    if (asked.person.may(Permission.EXPORT)) {
      edits.add(new Link(asked.texts.text("console.form.fill"), asked.seen(at + "/fill")));
    }
    return edits;
  }

  private List<Fact> texts() {
    FormDefinition definition = form.definition();
    List<Fact> texts = new ArrayList<>();
    if (!definition.goal().isEmpty()) {
      texts.add(new Fact(asked.texts.text("console.form.goal"), definition.goal()));
    }
    if (!definition.outcome().isEmpty()) {
      texts.add(new Fact(asked.texts.text("console.form.outcome"), definition.outcome()));
    }
    return texts;
  }

  private List<Fact> budget() {
    List<Fact> budget = new ArrayList<>();
    form.definition()
        .budget()
        .amounts()
        .forEach(
            (name, amount) ->
                budget.add(new Fact(BudgetWords.label(asked.texts, name), plain(amount))));
    form.executionRate()
        .ifPresent(rate -> budget.add(fact("execution-rate", signedRate(rate) + " %")));
    form.executionScore()
        .ifPresent(score -> budget.add(fact("execution-score", score.toPlainString())));
    return budget;
  }

  private String signedRate(String rate) {
    return signed.map(ClosedForm::executionRate).orElse(rate);
  }

  private Fact fact(String key, String value) {
    return new Fact(asked.texts.text("console.form." + key), value);
  }

  private List<FormPage.Row> rows() {
    List<FormPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < form.rows().size(); i++) {
      rows.add(row(i));
    }
    return rows;
  }

  private FormPage.Row row(int i) {
    FormResult.RowResult result = form.rows().get(i);
    FormRow row = result.row();
    Optional<ClosedForm.Row> closed = signed.map(closedForm -> closedForm.rows().get(i));
    String completion = result.completion();
    String path = "/forms/" + form.definition().key() + "/row/" + (i + 1);
    return new FormPage.Row(
        i + 1,
        row.level1(),
        span(i, 1),
        row.level2(),
        span(i, 2),
        row.level3(),
        row.target(),
        adjusted(asked.texts, row),
        closed.map(ClosedForm.Row::actual).orElse(result.actualWithUnit()),
        result.figure().isEmpty() ? "" : asked.seen(path),
        row.weight().map(FormReading::plain).orElse(""),
        closed
            .map(ClosedForm.Row::score)
            .orElseGet(() -> result.score().map(BigDecimal::toPlainString).orElse("")),
        rules.of(row),
        completion.isEmpty() || completion.equals("/") ? completion : completion + " %",
        row.reason(),
        row.evidence(),
        asked.person.may(Permission.EXPORT) ? asked.seen(path + "/evidence") : "",
        flags(row.level3()));
  }

  /** How the frozen target was changed, or "". */
  static String adjusted(Texts texts, FormRow row) {
    return row.adjustment()
        .map(by -> texts.text("console.form.adjusted", by.original(), by.documentNo(), by.reason()))
        .orElse("");
  }

  /** Over how many rows the cell goes that begins here; 0 where it began above. */
  private int span(int from, int levels) {
    if (from > 0 && isSame(from - 1, from, levels)) {
      return 0;
    }
    int until = from + 1;
    while (until < form.rows().size() && isSame(from, until, levels)) {
      until++;
    }
    return until - from;
  }

  private boolean isSame(int one, int other, int levels) {
    FormRow first = form.rows().get(one).row();
    FormRow second = form.rows().get(other).row();
    return first.level1().equals(second.level1())
        && (levels == 1 || first.level2().equals(second.level2()));
  }

  /** What is to be done about the row; "" for the whole form, with the blocks that it has. */
  private List<String> flags(String row) {
    boolean isRow = form.rows().stream().anyMatch(result -> result.row().level3().equals(row));
    return form.flags().stream()
        .filter(
            flag ->
                isRow
                    ? flag.row().equals(row)
                    : flag.row().isEmpty() || flag.type() == FormFlag.Type.LEVEL_WEIGHT)
        .map(flag -> flag.sentence(ServerTexts.core(asked.texts)))
        .toList();
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
