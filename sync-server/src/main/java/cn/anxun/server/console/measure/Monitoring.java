package cn.anxun.server.console.measure;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormEngine;
import cn.anxun.core.form.FormLibrary;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormRow;
import cn.anxun.core.form.FormSettings;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.form.Amounts;
import cn.anxun.server.console.form.FormRequest;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.form.LedgerFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A form in the middle of its year: the figures as of a day, by the definition and the targets that
 * hold now; and the same rows filled with what the office expects, so that core says how far that
 * is from the target.
 */
final class Monitoring {
  /** The template of its layout. */
  static final String TEMPLATE = "绩效运行监控表";

  private final FormRequest asked;
  private final FormDefinition form;
  private final LocalDate day;
  private final LedgerState state;

  private Monitoring(FormRequest asked, FormDefinition form, LocalDate day) {
    this.asked = asked;
    this.form = form;
    this.day = day;
    this.state = asked.ledger.state(new Cutoff(asked.viewed.cutoff().seq(), day));
  }

  /**
   * The form and day of the address.
   *
   * @throws Refusal where there is no such form, or the day is not one of its year until today
   */
  static Monitoring of(FormRequest asked) {
    LocalDate last = asked.viewed.cutoff().date();
    LocalDate day = Requests.date(asked.context, "day").orElseGet(() -> usual(last));
    if (day.getYear() != asked.year || day.isAfter(last)) {
      throw Refusal.ofField(400, "bad-monitoring-day", "day", Integer.toString(asked.year));
    }
    try {
      FormDefinition form =
          new FormLibrary(asked.state, asked.year)
              .find(asked.key())
              .orElseThrow(() -> Refusal.of(404, "not-found"));
      return new Monitoring(asked, form, day);
    } catch (FormRejectedException e) {
      throw Refusal.of(409, "form-unreadable", asked.key(), String.valueOf(e.getMessage()));
    }
  }

  /** The end of the last whole month; the day itself in January. */
  private static LocalDate usual(LocalDate last) {
    boolean isEnd = last.getDayOfMonth() == last.lengthOfMonth();
    return isEnd || last.getMonthValue() == 1 ? last : last.withDayOfMonth(1).minusDays(1);
  }

  FormDefinition form() {
    return form;
  }

  LocalDate day() {
    return day;
  }

  LedgerState state() {
    return state;
  }

  /** The document in which the office's words are kept. */
  String subject() {
    return Documents.monitoring(asked.year, form.key(), day);
  }

  /** What the office has said so far. */
  MonitoringEntry kept() {
    return MonitoringEntry.of(asked.state.document(subject()), form.rows());
  }

  /** What the time until the day is called: 1—7月, or until 15 July. */
  String until(Texts texts) {
    boolean isMonthEnd = day.getDayOfMonth() == day.lengthOfMonth();
    return isMonthEnd
        ? texts.text("console.monitoring.months", day.getMonthValue())
        : texts.text("console.monitoring.until", Days.text(day, texts));
  }

  /** The form as done until the day. */
  FormResult done(MonitoringEntry entry) {
    return filled(
        entry,
        (row, said) ->
            row(row, said, row.measure().isPresent() ? Optional.empty() : typed(said.typed())));
  }

  /** The form as it is expected at the end of the year. */
  FormResult outlook(MonitoringEntry entry) {
    return filled(entry, (row, said) -> expected(row, said));
  }

  private FormResult filled(
      MonitoringEntry entry, BiFunction<FormRow, MonitoringEntry.Said, FormRow> each) {
    List<FormRow> rows = new ArrayList<>();
    for (int i = 0; i < form.rows().size(); i++) {
      rows.add(each.apply(form.rows().get(i), entry.rows().get(i)));
    }
    FormDefinition monitored =
        new FormDefinition(
            form.key(),
            form.title(),
            TEMPLATE,
            form.year(),
            form.goal(),
            form.outcome(),
            form.targetsFrozen(),
            budget(entry),
            Optional.of(
                new FormDefinition.Execution(BigDecimal.ZERO, Optional.empty(), Optional.empty())),
            Map.of(),
            rows);
    return new FormEngine(FormSettings.STANDARD)
        .fill(monitored, new LedgerFigures(state, asked.year));
  }

  /** What is planned stays; what is spent is until the day. */
  private FormDefinition.Budget budget(MonitoringEntry entry) {
    Map<String, BigDecimal> amounts = new LinkedHashMap<>(form.budget().amounts());
    amounts.remove("spent");
    form.budget().find("planned").ifPresent(planned -> amounts.putIfAbsent("full_year", planned));
    Amounts.read(entry.spent()).ifPresent(spent -> amounts.put("spent", spent));
    Amounts.read(entry.expectedSpent()).ifPresent(spent -> amounts.put("expected", spent));
    return new FormDefinition.Budget(amounts);
  }

  private static Optional<String> typed(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static FormRow row(FormRow row, MonitoringEntry.Said said, Optional<String> typed) {
    return new FormRow(
        row.level1(),
        row.level2(),
        row.level3(),
        row.target(),
        row.adjustment(),
        row.weight(),
        row.measure(),
        row.direction(),
        typed,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        row.rule(),
        said.reason(),
        "");
  }

  private static FormRow expected(FormRow row, MonitoringEntry.Said said) {
    return new FormRow(
        row.level1(),
        row.level2(),
        row.level3(),
        row.target(),
        row.adjustment(),
        row.weight(),
        Optional.empty(),
        row.direction(),
        typed(said.expected()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        row.rule(),
        said.reason(),
        "");
  }
}
