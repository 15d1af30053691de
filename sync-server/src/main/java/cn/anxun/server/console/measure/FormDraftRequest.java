package cn.anxun.server.console.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a form from the inputs of the page, {@code row.0.name}, … and does what the pressed button
 * says: {@code up.3}, {@code down.3}, {@code add.3}, {@code drop.3}.
 */
final class FormDraftRequest {
  private static final int MAX_ROWS = 200;
  private static final int MAX_LEVELS = 30;

  private final MeasureRequest asked;

  private FormDraftRequest(MeasureRequest asked) {
    this.asked = asked;
  }

  static FormDraft read(MeasureRequest asked) {
    return new FormDraftRequest(asked).read();
  }

  private FormDraft read() {
    List<FormDraft.Row> rows = new ArrayList<>();
    for (int i = 0; i < MAX_ROWS && has("row." + i + ".name"); i++) {
      rows.add(row("row." + i + '.'));
    }
    press(rows);
    Map<String, String> declared = new LinkedHashMap<>();
    for (int i = 0; i < MAX_LEVELS && has("level." + i + ".name"); i++) {
      String weight = asked.typed("level." + i + ".weight");
      if (!weight.isEmpty()) {
        declared.put(asked.typed("level." + i + ".name"), weight);
      }
    }
    return new FormDraft(
        asked.typed("title"), asked.typed("template"), asked.typed("execution"), declared, rows);
  }

  private boolean has(String name) {
    return asked.context.formParam(name) != null;
  }

  private FormDraft.Row row(String name) {
    return new FormDraft.Row(
        asked.typed(name + "level1"),
        asked.typed(name + "level2"),
        asked.typed(name + "name"),
        asked.typed(name + "operator"),
        asked.typed(name + "target"),
        asked.typed(name + "indicator"),
        asked.typed(name + "direction"),
        asked.typed(name + "weight"),
        asked.typed(name + "rule"),
        asked.typed(name + "number"),
        asked.typed(name + "was"));
  }

  private void press(List<FormDraft.Row> rows) {
    String[] pressed = asked.typed(DraftRequest.DO).split("\\.", -1);
    if (pressed.length != 2 || !pressed[1].matches("\\d{1,3}")) {
      return;
    }
    int at = Integer.parseInt(pressed[1]);
    if (at >= rows.size()) {
      return;
    }
    switch (pressed[0]) {
      case "up" -> swap(rows, at, at - 1);
      case "down" -> swap(rows, at, at + 1);
      case "add" -> {
        if (rows.size() < MAX_ROWS) {
          rows.add(at + 1, rows.get(at).next());
        }
      }
      case "drop" -> {
        if (rows.size() > 1) {
          rows.remove(at);
        }
      }
      default -> {
        // Another button: nothing is moved.
      }
    }
  }

  private static void swap(List<FormDraft.Row> rows, int at, int with) {
    if (with >= 0 && with < rows.size()) {
      Collections.swap(rows, at, with);
    }
  }
}
