package cn.anxun.server.console.base;

import cn.anxun.core.entry.Field;
import cn.anxun.core.json.Json;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.record.FieldForm;
import cn.anxun.server.importer.ImportColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: a member of its rows.
 *
 * @param field its name, type, length and whether it must be filled in
 * @param heading as people call it
 * @param aliases other headings that mean the same in an uploaded table
 * @param help how it is written; "" where the heading says it
 * @param options for a choice, value and label
 * @param value what a row says in it; null for nothing
 */
record Column(
    Field<?> field,
    String heading,
    List<String> aliases,
    String help,
    Map<String, String> options,
    Function<Json.Members, @Nullable Json> value) {
  private static final String SEPARATOR = "、";

  Column {
    aliases = List.copyOf(aliases);
  }

  String name() {
    return field.name();
  }

  /** What the row says, as a form's input holds it. */
  String typed(Json.Members row) {
    return typed(value.apply(row));
  }

  private static String typed(@Nullable Json json) {
    if (json instanceof Json.Text text) {
      return text.value();
    }
    if (json instanceof Json.Num number) {
      return number.value().toPlainString();
    }
    if (json instanceof Json.Items items) {
      return String.join(SEPARATOR, items.values().stream().map(Column::typed).toList());
    }
    return json instanceof Json.Flag flag ? Boolean.toString(flag.value()) : "";
  }

  /** What the row says, to be read. */
  String shown(Json.Members row, Texts texts) {
    String typed = typed(row);
    if (field.type() == Field.Type.FLAG) {
      return typed.equals("true") ? texts.text("console.yes") : "";
    }
    if (field.type() == Field.Type.DATE && field.read(Json.of(typed)).isPresent()) {
      return Days.text(LocalDate.parse(typed), texts);
    }
    return options.getOrDefault(typed, typed);
  }

  /** What a cell of a workbook holds: the words of the table's language, days as days. */
  Object cell(Json.Members row, Texts texts) {
    Json json = value.apply(row);
    if (json instanceof Json.Num number) {
      return number.value();
    }
    String typed = typed(json);
    if (field.type() == Field.Type.DATE && field.read(Json.of(typed)).isPresent()) {
      return LocalDate.parse(typed);
    }
    return field.type() == Field.Type.FLAG ? shown(row, texts) : options.getOrDefault(typed, typed);
  }

  /**
   * What somebody typed, as the document holds it: JSON null for nothing. What is wrong goes
   * through and is found.
   */
  Json read(String typed) {
    String plain = typed.strip();
    if (field.type() == Field.Type.CODES) {
      List<String> parts = new ArrayList<>();
      for (String part : plain.split("[、,，;；\\n]", -1)) {
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
      return parts.isEmpty() ? Json.NULL : Json.texts(parts);
    }
    Optional<Json> json = FieldForm.json(field, List.of(plain));
    return json.filter(given -> !given.equals(Json.FALSE)).orElse(Json.NULL);
  }

  FieldForm.Input input(String typed) {
    String type = FieldForm.input(field);
    boolean isList = type.equals("choices");
    boolean isFree = type.equals("choice") && options.isEmpty();
    return new FieldForm.Input(
        name(),
        help.isEmpty() ? heading : heading + " · " + help,
        isList || isFree ? "text" : type,
        field.required(),
        isList ? 2000 : field.maxLength(),
        field.type() == Field.Type.FLAG && typed.isEmpty() ? "false" : typed,
        options);
  }

  /** The same for a workbook. */
  ImportColumn importColumn() {
    Map<String, String> synonyms = new HashMap<>();
    options.forEach((code, label) -> synonyms.put(label, code));
    return new ImportColumn(
        name(),
        heading,
        aliases,
        switch (field.type()) {
          case CODE -> ImportColumn.Type.CODE;
          case CODES -> ImportColumn.Type.CODES;
          case DATE -> ImportColumn.Type.DATE;
          case INTEGER -> ImportColumn.Type.INTEGER;
          case FLAG -> ImportColumn.Type.YES_NO;
          default -> ImportColumn.Type.TEXT;
        },
        field.required(),
        false,
        Optional.of(name()),
        Optional.empty(),
        synonyms,
        help);
  }
}
