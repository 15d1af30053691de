package cn.anxun.server.report.form;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.report.PrintedTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a {@link FormLayout}: {@code {template, title, subtitle?, small_print[]?, columns[],
 * rows[{occurs: "once"|"each-indicator"|"if-any-value"?, header?, cells[{text, columns?, style:
 * "label"|"value"|"text"?, join?}]}], footer[]?}}.
 */
public final class FormLayoutJson {
  private static final int MAX_COLUMNS = 30;
  private static final int MAX_WIDTH = 255;

  private FormLayoutJson() {}

  /**
   * Reads a layout.
   *
   * @throws FormLayoutException names what is wrong and where
   */
  public static FormLayout read(byte[] utf8) {
    Json json;
    try {
      json = JsonText.read(utf8);
    } catch (JsonSyntaxException e) {
      throw new FormLayoutException("layout.not-json", String.valueOf(e.getMessage()));
    }
    if (!(json instanceof Json.Members layout)) {
      throw new FormLayoutException("layout.not-json", "{}");
    }
    List<Integer> columns = columns(layout);
    List<FormLayout.Row> rows = new ArrayList<>();
    for (Json row : items(layout, "rows")) {
      rows.add(row(row, rows.size() + 1, columns.size()));
    }
    if (rows.stream().filter(FormLayout.Row::header).count() != 1) {
      throw new FormLayoutException("layout.one-header");
    }
    return new FormLayout(
        text(layout, "template"),
        text(layout, "title"),
        optionalText(layout, "subtitle"),
        texts(layout, "small_print"),
        columns,
        rows,
        texts(layout, "footer"));
  }

  private static List<Integer> columns(Json.Members layout) {
    List<Integer> columns = new ArrayList<>();
    for (Json item : items(layout, "columns")) {
      columns.add(integer(item, "columns", MAX_WIDTH));
    }
    if (columns.isEmpty() || columns.size() > MAX_COLUMNS) {
      throw new FormLayoutException("layout.columns", MAX_COLUMNS);
    }
    return columns;
  }

  private static FormLayout.Row row(Json json, int number, int columns) {
    Json.Members row = members(json, "rows");
    List<FormLayout.Cell> cells = new ArrayList<>();
    int spanned = 0;
    for (Json item : items(row, "cells")) {
      Json.Members cell = members(item, "cells");
      Json span = cell.get("columns");
      int width = span == null ? 1 : integer(span, "columns", MAX_COLUMNS);
      spanned += width;
      PrintedTable.Style style =
          choice(cell.get("style"), PrintedTable.Style.values(), PrintedTable.Style.LABEL);
      cells.add(new FormLayout.Cell(text(cell, "text"), width, style, optionalText(cell, "join")));
    }
    if (spanned != columns) {
      throw new FormLayoutException("layout.row-width", number, spanned, columns);
    }
    return new FormLayout.Row(
        choice(row.get("occurs"), FormLayout.Occurs.values(), FormLayout.Occurs.ONCE),
        Json.TRUE.equals(row.get("header")),
        cells);
  }

  private static <E extends Enum<E>> E choice(@Nullable Json json, E[] all, E otherwise) {
    if (json == null) {
      return otherwise;
    }
    List<String> names = new ArrayList<>();
    for (E one : all) {
      String name = one.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (json instanceof Json.Text text && text.value().equals(name)) {
        return one;
      }
      names.add(name);
    }
    throw new FormLayoutException("layout.choice", JsonText.write(json), String.join(" ", names));
  }

  private static int integer(Json json, String name, int max) {
    if (json instanceof Json.Num num
        && num.value().signum() > 0
        && num.value().compareTo(BigDecimal.valueOf(max)) <= 0
        && num.value().stripTrailingZeros().scale() <= 0) {
      return num.value().intValueExact();
    }
    throw new FormLayoutException("layout.integer", name, max);
  }

  private static Json.Members members(Json json, String name) {
    if (json instanceof Json.Members members) {
      return members;
    }
    throw new FormLayoutException("layout.object", name);
  }

  private static List<Json> items(Json.Members in, String name) {
    if (in.get(name) instanceof Json.Items items) {
      return items.values();
    }
    throw new FormLayoutException("layout.list", name);
  }

  private static String text(Json.Members in, String name) {
    if (in.get(name) instanceof Json.Text text) {
      return text.value();
    }
    throw new FormLayoutException("layout.text", name);
  }

  private static String optionalText(Json.Members in, String name) {
    return in.get(name) == null ? "" : text(in, name);
  }

  private static List<String> texts(Json.Members in, String name) {
    if (in.get(name) == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Json item : items(in, name)) {
      if (!(item instanceof Json.Text text)) {
        throw new FormLayoutException("layout.text", name);
      }
      texts.add(text.value());
    }
    return texts;
  }
}
