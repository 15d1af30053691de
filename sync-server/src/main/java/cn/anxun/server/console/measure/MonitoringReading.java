package cn.anxun.server.console.measure;

import cn.anxun.core.form.FormFlag;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormRow;
import cn.anxun.core.form.Target;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.console.figure.Deviation;
import cn.anxun.server.console.form.Amounts;
import cn.anxun.server.console.form.FormRequest;
import cn.anxun.server.console.form.Revising;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.Value;
import cn.anxun.server.report.form.FormComposer;
import cn.anxun.server.report.form.FormDetails;
import cn.anxun.server.report.form.FormLayouts;
import cn.anxun.server.text.ServerTexts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the page and the file of a form's monitoring. */
final class MonitoringReading {
  private static final int MAX_TEXT = 2000;

  private final FormRequest asked;
  private final Monitoring monitoring;
  private final MonitoringEntry entry;
  private final FormResult done;
  private final FormResult outlook;

  MonitoringReading(FormRequest asked, Monitoring monitoring, MonitoringEntry entry) {
    this.asked = asked;
    this.monitoring = monitoring;
    this.entry = entry;
    this.done = monitoring.done(entry);
    this.outlook = monitoring.outlook(entry);
  }

  static String path(FormRequest asked) {
    return "/forms/" + asked.key() + "/monitoring";
  }

  private String address(String path, LocalDate day) {
    return asked.address(path) + "&day=" + day;
  }

  MonitoringForm page(List<String> problems) {
    List<MonitoringForm.Row> rows = new ArrayList<>();
    for (int i = 0; i < entry.rows().size(); i++) {
      rows.add(row(i));
    }
    return new MonitoringForm(
        address(path(asked), monitoring.day()),
        Revising.mark(asked, monitoring.subject()),
        asked.latest("/forms/" + asked.key()),
        asked.year,
        monitoring.day().toString(),
        days(),
        asked.texts.text("console.monitoring.done", monitoring.until(asked.texts)),
        asked.mayEnter(),
        amounts(),
        done.executionRate().map(rate -> rate.equals("/") ? rate : rate + " %").orElse(""),
        rows,
        files(),
        problems);
  }

  /** The ends of the months that are past, and today. */
  private List<Option> days() {
    LocalDate last = asked.viewed.cutoff().date();
    List<Option> days = new ArrayList<>();
    for (int month : List.of(3, 6, 7, 9, 11)) {
      LocalDate end = YearMonth.of(asked.year, month).atEndOfMonth();
      if (!end.isAfter(last)) {
        days.add(option(end, asked.texts.text("console.monitoring.months", month)));
      }
    }
    days.add(option(last, asked.texts.text("console.monitoring.latest")));
    return days;
  }

  private Option option(LocalDate day, String label) {
    return new Option(address(path(asked), day), label, day.equals(monitoring.day()));
  }

  private List<Option> files() {
    return asked.person.may(Permission.EXPORT)
        ? List.of(
            new Option(
                address(path(asked) + "/xlsx", monitoring.day()),
                asked.texts.text("console.form.xlsx"),
                false),
            new Option(
                address(path(asked) + "/docx", monitoring.day()),
                asked.texts.text("console.form.docx"),
                false))
        : List.of();
  }

  private List<MonitoringForm.Amount> amounts() {
    List<MonitoringForm.Amount> amounts = new ArrayList<>();
    for (String name : List.of("initial", "full_year")) {
      done.definition()
          .budget()
          .find(name)
          .ifPresent(amount -> amounts.add(amount("", name, amount.toPlainString())));
    }
    amounts.add(amount("spent", "so-far", entry.spent()));
    amounts.add(amount("expected_spent", "expected-spent", entry.expectedSpent()));
    return amounts;
  }

  private MonitoringForm.Amount amount(String input, String key, String value) {
    String label =
        input.isEmpty()
            ? asked.texts.text("console.form.budget." + key)
            : asked.texts.text("console.monitoring." + key, monitoring.until(asked.texts));
    return new MonitoringForm.Amount(input, label, value);
  }

  private MonitoringForm.Row row(int i) {
    FormResult.RowResult result = done.rows().get(i);
    MonitoringEntry.Said said = entry.rows().get(i);
    FormRow row = result.row();
    boolean isTyped = row.measure().isEmpty();
    String draft = said.isKept() ? "" : draft(result);
    return new MonitoringForm.Row(
        row.level1(),
        row.level2(),
        row.level3(),
        row.target(),
        isTyped ? "" : result.actualWithUnit(),
        isTyped,
        said.typed(),
        percent(result.completion()),
        said.expected(),
        percent(outlook.rows().get(i).completion()),
        possibilities(said.possibility()),
        draft.isEmpty() ? said.reason() : draft,
        !draft.isEmpty());
  }

  /** Why a rate is not at 100 % on that day, from the records that it does not count. */
  private String draft(FormResult.RowResult result) {
    FormRow row = result.row();
    if (!asked.mayEnter() || result.figure().isEmpty() || row.measure().isEmpty()) {
      return "";
    }
    Indicator indicator =
        new Indicator(
            "row",
            row.level3(),
            row.measure().get(),
            result.figure().get().unit(),
            row.direction());
    return new Deviation(monitoring.state(), asked.texts).draft(indicator, result.figure().get());
  }

  private static String percent(String completion) {
    return completion.isEmpty() || completion.equals("/") ? completion : completion + " %";
  }

  private List<Option> possibilities(String chosen) {
    return MonitoringEntry.POSSIBILITIES.stream()
        .map(one -> new Option(one, possibility(one), one.equals(chosen)))
        .toList();
  }

  private String possibility(String one) {
    return possibility(asked.texts, one);
  }

  private static String possibility(Texts texts, String one) {
    return texts.text("console.monitoring.possibility." + one);
  }

  /** What is wrong with what was typed, each sentence with its row. */
  List<String> problems(List<MonitoringEntry.Said> gone) {
    List<String> problems = new ArrayList<>();
    for (MonitoringEntry.Said said : gone) {
      problems.add(
          asked.texts.text(
              "console.form.row-gone",
              said.row(),
              String.join(" ", said.typed(), said.expected(), said.reason()).strip()));
    }
    amount(entry.spent(), "so-far", problems);
    amount(entry.expectedSpent(), "expected-spent", problems);
    for (int i = 0; i < entry.rows().size(); i++) {
      check(done.rows().get(i).row(), entry.rows().get(i), problems);
    }
    if (problems.isEmpty()) {
      outlook.flags().stream()
          .filter(flag -> flag.type() == FormFlag.Type.DEVIATION)
          .forEach(
              flag -> problems.add(asked.texts.text("console.monitoring.no-reason", flag.row())));
    }
    return problems;
  }

  private void amount(String typed, String key, List<String> problems) {
    if (!typed.isEmpty() && Amounts.read(typed).isEmpty()) {
      String label = asked.texts.text("console.monitoring." + key, monitoring.until(asked.texts));
      problems.add(asked.texts.text("console.form.no-amount", label, typed));
    }
  }

  private void check(FormRow row, MonitoringEntry.Said said, List<String> problems) {
    boolean isNumber = Target.read(row.target(), row.direction()) instanceof Target.Quantitative;
    for (String typed : List.of(said.typed(), said.expected())) {
      if (isNumber && !typed.isEmpty() && !typed.matches(".*\\d.*")) {
        problems.add(
            asked.texts.text("console.form.typed-no-number", row.level3(), typed, row.target()));
      }
    }
    for (String text : List.of(said.typed(), said.expected(), said.reason())) {
      if (text.length() > MAX_TEXT) {
        problems.add(asked.texts.text("console.form.typed-too-long", row.level3(), MAX_TEXT));
      }
    }
    if (!MonitoringEntry.POSSIBILITIES.contains(said.possibility())) {
      problems.add(asked.texts.text("console.monitoring.no-such-possibility", row.level3()));
    }
  }

  /** The table as it prints: in Chinese, whoever prints it. */
  PrintedDocument document(String bureau) {
    Provenance provenance =
        new Provenance(bureau, done.cutoff(), asked.ledger.headAt(done.cutoff().seq()));
    Map<String, Value> whole = new HashMap<>();
    whole.put("until", Value.of(monitoring.until(ServerTexts.CHINESE)));
    List<Map<String, Value>> rows = new ArrayList<>();
    for (int i = 0; i < entry.rows().size(); i++) {
      MonitoringEntry.Said said = entry.rows().get(i);
      String possibility =
          said.possibility().isEmpty() ? "" : possibility(ServerTexts.CHINESE, said.possibility());
      String outlooked = outlook.rows().get(i).completion();
      rows.add(
          Map.of(
              "row.expected", Value.of(said.expected()),
              "row.outlook", Value.measured(outlooked, percent(outlooked).replace(" ", ""), true),
              "row.possibility", Value.of(possibility)));
    }
    PrintedDocument composed =
        new FormComposer(FormLayouts.shipped())
            .compose(done, FormDetails.BLANK, provenance, whole, rows);
    return new PrintedDocument(
        done.definition().title() + Monitoring.TEMPLATE + monitoring.day(),
        List.of(composed.sheets().get(0)));
  }
}
