package cn.anxun.server.report.form;

import cn.anxun.core.form.FormResult;
import cn.anxun.server.report.Placeholders;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.PrintedTable;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a form's values into its layout, and its flags on a sheet behind it. */
public final class FormComposer {
  private final FormLayouts layouts;

  public FormComposer(FormLayouts layouts) {
    this.layouts = layouts;
  }

  /** The form and its 核对意见 as a document. */
  public PrintedDocument compose(FormResult form, FormDetails details, Provenance provenance) {
    return compose(form, new FormValues(form, details, provenance));
  }

  /**
   * The same of a form that says more than its result.
   *
   * @param whole further values of the form by name
   * @param rows further parts of each row by {@code row.<part>}, in the order of the form
   */
  public PrintedDocument compose(
      FormResult form,
      FormDetails details,
      Provenance provenance,
      Map<String, Value> whole,
      List<Map<String, Value>> rows) {
    return compose(form, new FormValues(form, details, provenance).with(whole, rows));
  }

  private PrintedDocument compose(FormResult form, FormValues values) {
    FormLayout layout = layouts.of(form.definition());
    List<String> smallPrint = expandAll(layout.smallPrint(), values);
    PrintedDocument.Sheet sheet =
        new PrintedDocument.Sheet(
            layout.template(),
            expand(layout.title(), values, Map.of()),
            expand(layout.subtitle(), values, Map.of()),
            smallPrint,
            table(layout, values),
            expandAll(layout.footer(), values));
    return new PrintedDocument(
        sheet.title(), List.of(sheet, FlagSheet.of(form, sheet.title(), smallPrint)));
  }

  private static PrintedTable table(FormLayout layout, FormValues values) {
    List<List<Joinable>> rows = new ArrayList<>();
    int headerRow = 0;
    for (FormLayout.Row row : layout.rows()) {
      headerRow = row.header() ? rows.size() : headerRow;
      switch (row.occurs()) {
        case ONCE -> rows.add(cells(row, values, Map.of()));
        case EACH_INDICATOR ->
            values.rows().forEach(indicator -> rows.add(cells(row, values, indicator)));
        case IF_ANY_VALUE -> {
          if (hasValue(row, values)) {
            rows.add(cells(row, values, Map.of()));
          }
        }
      }
    }
    return new PrintedTable(layout.columns(), rows.size(), headerRow, joined(rows));
  }

  private static boolean hasValue(FormLayout.Row row, FormValues values) {
    return row.cells().stream()
        .flatMap(cell -> Placeholders.find(cell.text()).stream())
        .anyMatch(span -> values.find(span.name()).isPresent());
  }

  /** A cell, and with what it joins the one above it. */
  private record Joinable(
      int column,
      int columns,
      String text,
      Optional<BigDecimal> number,
      PrintedTable.Style style,
      String join) {
    boolean joins(Joinable above) {
      return !join.isEmpty()
          && join.equals(above.join)
          && column == above.column
          && columns == above.columns;
    }
  }

  private static List<Joinable> cells(
      FormLayout.Row row, FormValues values, Map<String, Value> indicator) {
    List<Joinable> cells = new ArrayList<>();
    int column = 0;
    for (FormLayout.Cell cell : row.cells()) {
      cells.add(
          new Joinable(
              column,
              cell.columns(),
              expand(cell.text(), values, indicator),
              number(cell.text(), values, indicator),
              cell.style(),
              expand(cell.join(), values, indicator)));
      column += cell.columns();
    }
    return cells;
  }

  private static List<PrintedTable.Cell> joined(List<List<Joinable>> rows) {
    List<PrintedTable.Cell> cells = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (Joinable cell : rows.get(row)) {
        if (row > 0 && rows.get(row - 1).stream().anyMatch(cell::joins)) {
          continue;
        }
        int until = row + 1;
        while (until < rows.size() && rows.get(until).stream().anyMatch(cell::joins)) {
          until++;
        }
        cells.add(
            new PrintedTable.Cell(
                row, cell.column, until - row, cell.columns, cell.text, cell.number, cell.style));
      }
    }
    return cells;
  }

  private static List<String> expandAll(List<String> texts, FormValues values) {
    return texts.stream().map(text -> expand(text, values, Map.of())).toList();
  }

  private static String expand(String text, FormValues values, Map<String, Value> indicator) {
    return Placeholders.expand(
        text, name -> find(name, values, indicator).map(Value::text).orElse(""));
  }

  private static Optional<BigDecimal> number(
      String text, FormValues values, Map<String, Value> indicator) {
    List<Placeholders.Span> spans = Placeholders.find(text);
    boolean alone =
        spans.size() == 1 && spans.get(0).from() == 0 && spans.get(0).until() == text.length();
    return alone
        ? find(spans.get(0).name(), values, indicator).filter(Value::bare).flatMap(Value::number)
        : Optional.empty();
  }

  private static Optional<Value> find(
      String name, FormValues values, Map<String, Value> indicator) {
    return Optional.ofNullable(indicator.get(name)).or(() -> values.find(name));
  }
}
