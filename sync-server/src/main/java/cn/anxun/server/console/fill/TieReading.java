package cn.anxun.server.console.fill;

import cn.anxun.core.text.Texts;
import cn.anxun.server.console.fill.TieDrafts.Draft;
import cn.anxun.server.console.form.FormPage.Link;
import cn.anxun.server.console.form.FormRequest;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.Value;
import cn.anxun.server.report.fill.TemplateView;
import cn.anxun.server.report.fill.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the page of a file that is being tied. */
final class TieReading {
  private static final int GRID_PIXELS = 830;
  private static final double USUAL_PIXELS = 8;
  private static final double LEAST_PIXELS = 4;

  private final Fillable fillable;
  private final FormRequest asked;
  private final Texts texts;
  private final Draft draft;
  private final TemplateView view;
  private final int number;
  private final TemplateView.Sheet sheet;
  private final String path;
  private final ValueWords words;

  TieReading(Fillable fillable, Draft draft, TemplateView view, String path) {
    this.fillable = fillable;
    this.asked = fillable.asked;
    this.texts = asked.texts;
    this.draft = draft;
    this.view = view;
    this.path = path;
    int last = view.sheets().size() - 1;
    this.number = Math.min(Requests.number(asked.context, "sheet", 0, 0, 999), Math.max(last, 0));
    this.sheet =
        view.sheets().isEmpty()
            ? new TemplateView.Sheet("", List.of(), List.of(), false)
            : view.sheets().get(number);
    this.words = new ValueWords(texts);
  }

  TiePage page(String seen, String note, List<String> problems, List<String> notices) {
    String form = "/forms/" + asked.key();
    return new TiePage(
        asked.seen(path),
        path,
        asked.year,
        asked("asOf"),
        new Link(fillable.form.definition().title(), asked.seen(form + "/fill")),
        note,
        seen,
        asked.mayEnter() ? asked.seen(path + "/save") : "",
        asked.seen(path + "/fill"),
        problems,
        notices,
        tabs(),
        grid(),
        chosen(),
        ties(),
        new TiePage.Who(
            fillable.text("department"), fillable.text("prepared_by"), fillable.text("phone")));
  }

  private List<TiePage.Tab> tabs() {
    List<TiePage.Tab> tabs = new ArrayList<>();
    for (int i = 0; i < view.sheets().size(); i++) {
      tabs.add(
          new TiePage.Tab(
              view.sheets().get(i).name(), asked.seen(path) + "&sheet=" + i, i == number));
    }
    return tabs;
  }

  private TiePage.Grid grid() {
    int total = Math.max(1, sheet.widths().stream().mapToInt(Integer::intValue).sum());
    double scale = Math.max(LEAST_PIXELS, Math.min(USUAL_PIXELS, (double) GRID_PIXELS / total));
    List<Integer> widths =
        sheet.widths().stream().map(width -> (int) Math.round(width * scale)).toList();
    List<TiePage.Row> rows = new ArrayList<>();
    for (TemplateView.Row row : sheet.rows()) {
      rows.add(new TiePage.Row(row.number(), row.cells().stream().map(this::cell).toList()));
    }
    return new TiePage.Grid(
        sheet.name(),
        widths.stream().mapToInt(Integer::intValue).sum(),
        widths,
        rows,
        sheet.more());
  }

  private TiePage.Cell cell(TemplateView.Cell cell) {
    Optional<Tie> tie = tie(sheet.name(), cell.place());
    Optional<Value> value = tie.flatMap(one -> fillable.values.find(one.value()));
    String text = value.map(Value::text).orElse(cell.text());
    String state = tie.isEmpty() ? "" : value.isEmpty() || cell.computed() ? "broken" : "tied";
    String label =
        tie.map(
                one ->
                    texts.text("console.tie.cell-tied", cell.place(), words.of(one.value()), text))
            .orElseGet(() -> texts.text("console.tie.cell", cell.place(), text));
    String link = asked.seen(path) + "&sheet=" + number + "&cell=" + cell.place();
    return new TiePage.Cell(
        cell.place(),
        cell.computed() && tie.isEmpty() ? "" : link,
        text,
        cell.columns(),
        cell.rows(),
        state,
        cell.place().equals(asked("cell")),
        label);
  }

  private Optional<Tie> tie(String inSheet, String cell) {
    return Optional.ofNullable(draft.ties().get(new Tie(inSheet, cell, "").place()));
  }

  private String asked(String name) {
    return Requests.find(asked.context, name).orElse("");
  }

  private TiePage.Chosen chosen() {
    Optional<TemplateView.Cell> cell = view.find(sheet.name(), asked("cell"));
    String search = asked("q").strip();
    if (cell.isEmpty()) {
      return new TiePage.Chosen(sheet.name(), "", "", "", search, number, List.of());
    }
    String place = cell.get().place();
    String value = tie(sheet.name(), place).map(Tie::value).orElse("");
    return new TiePage.Chosen(
        sheet.name(),
        place,
        cell.get().text(),
        value.isEmpty() ? "" : words.of(value),
        search,
        number,
        new TieChoices(fillable.values, texts).list(sheet, place, search, value));
  }

  private List<TiePage.Tied> ties() {
    Map<String, Integer> numbers =
        view.sheets().stream()
            .collect(
                Collectors.toMap(
                    TemplateView.Sheet::name, view.sheets()::indexOf, (first, second) -> first));
    List<TiePage.Tied> ties = new ArrayList<>();
    for (Tie tie : draft.ties().values()) {
      Optional<TemplateView.Cell> cell = view.find(tie.sheet(), tie.cell());
      Optional<Value> value = fillable.values.find(tie.value());
      String link =
          cell.isEmpty()
              ? ""
              : asked.seen(path)
                  + "&sheet="
                  + numbers.getOrDefault(tie.sheet(), 0)
                  + "&cell="
                  + Links.encoded(tie.cell());
      ties.add(
          new TiePage.Tied(
              tie.sheet(),
              tie.cell(),
              words.of(tie.value()),
              value.map(Value::text).orElse(""),
              problem(cell, value),
              link));
    }
    return ties;
  }

  private String problem(Optional<TemplateView.Cell> cell, Optional<Value> value) {
    if (cell.isEmpty()) {
      return texts.text("console.tie.no-cell");
    }
    if (cell.get().computed()) {
      return texts.text("console.tie.computed");
    }
    return value.isEmpty() ? texts.text("console.tie.no-value") : "";
  }
}
