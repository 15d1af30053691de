package cn.anxun.server.console.record;

import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.codelist.Units;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.console.page.Names;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form of some fields of a kind, and what comes back from it.
 *
 * @param action where it is sent
 * @param seen the last entry of the subject that its reader saw
 * @param date the business date, yyyy-MM-dd
 * @param problem why it was not taken, or ""
 * @param back where one goes without sending it
 */
public record FieldForm(
    String action, String seen, String date, List<Input> inputs, String problem, String back) {

  /**
   * One field.
   *
   * @param type text, long, number, decimal, date, flag, choice or choices
   * @param value as typed; several are parted by 、
   * @param options for a choice, value and label
   */
  public record Input(
      String name,
      String label,
      String type,
      boolean required,
      int maxLength,
      String value,
      Map<String, String> options) {

    /** Whether this option is the value, or one of several. */
    public boolean isChosen(String option) {
      return type.equals("choices") ? several(value).contains(option) : value.equals(option);
    }

    /** The same, which must be filled in. */
    public Input asRequired() {
      return new Input(name, label, type, true, maxLength, value, options);
    }
  }

  private static final int LONG = 200;
  private static final Pattern SEVERAL = Pattern.compile("[、，,;；\\n]");

  /** The inputs for these fields, with what the request brought, or what is known before. */
  public static List<Input> inputs(
      String type,
      Iterable<Field<?>> fields,
      LedgerState state,
      Names names,
      Map<String, String> values) {
    List<Input> inputs = new ArrayList<>();
    for (Field<?> field : fields) {
      String input = input(field);
      if (!input.isEmpty()) {
        Map<String, String> options = options(type, field, state, names);
        inputs.add(
            new Input(
                field.name(),
                names.field(type, field.name()),
                options.isEmpty() && input.startsWith("choice") ? "text" : input,
                field.required(),
                field.maxLength(),
                values.getOrDefault(field.name(), ""),
                options));
      }
    }
    return inputs;
  }

  /** The kind of input for a field; "" for one that no form has. */
  public static String input(Field<?> field) {
    return switch (field.type()) {
      case TEXT -> field.maxLength() >= LONG ? "long" : "text";
      case CODE -> "choice";
      case CODES -> "choices";
      case INTEGER -> "number";
      case DECIMAL -> "decimal";
      case DATE -> "date";
      case FLAG -> "flag";
      case REFERENCE, REFERENCES, DOCUMENT -> "";
    };
  }

  private static Map<String, String> options(
      String type, Field<?> field, LedgerState state, Names names) {
    Map<String, String> options = new LinkedHashMap<>();
    if (field.name().equals("unit") || field.name().startsWith("to_unit")) {
      options.putAll(Units.of(state.documentParts(Documents.UNITS)).names());
      return options;
    }
    if (field.name().equals("division")) {
      LocalDate day = state.cutoff().date();
      Divisions.at(state).list().stream()
          .filter(division -> division.holdsOn(day))
          .forEach(division -> options.put(division.code(), division.name()));
      return options;
    }
    Optional<CodeList> list = CodeLists.at(state).find(type, field.name());
    list.ifPresent(
        found ->
            found
                .listOffered()
                .forEach(
                    item -> options.put(item.value(), names.of(type, field.name(), item.value()))));
    return options;
  }

  /** What was typed, for the form to show again. */
  @SafeVarargs
  public static Map<String, String> typed(
      Context context, Collection<? extends Field<?>>... fields) {
    Map<String, String> typed = new HashMap<>();
    for (Collection<? extends Field<?>> some : fields) {
      for (Field<?> field : some) {
        List<String> values = context.formParams(field.name());
        if (!values.isEmpty()) {
          typed.put(field.name(), String.join("、", values).trim());
        }
      }
    }
    return typed;
  }

  /** The fields that the request brought; what is empty is left out. */
  @SafeVarargs
  public static Fields read(Context context, Collection<? extends Field<?>>... fields) {
    Fields.Builder read = Fields.builder();
    for (Collection<? extends Field<?>> some : fields) {
      for (Field<?> field : some) {
        json(field, context.formParams(field.name()))
            .ifPresent(value -> read.raw(field.name(), value));
      }
    }
    return read.build();
  }

  /** What an entry holds, as an input shows it. */
  public static String text(Json value) {
    if (value instanceof Json.Text text) {
      return text.value();
    }
    if (value instanceof Json.Items items) {
      return items.values().stream().map(FieldForm::text).collect(Collectors.joining("、"));
    }
    return JsonText.write(value);
  }

  private static List<String> several(String typed) {
    return Arrays.stream(SEVERAL.split(typed, -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  /** A typed value as the entry holds it; one that is wrong goes through and is refused there. */
  public static Optional<Json> json(Field<?> field, List<String> typed) {
    List<String> values =
        typed.stream().map(String::trim).filter(value -> !value.isEmpty()).toList();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String value = values.get(0);
    return Optional.of(
        switch (field.type()) {
          case FLAG -> Json.of(value.equals("true"));
          case INTEGER, DECIMAL -> number(value);
          case CODES -> Json.texts(values.stream().flatMap(one -> several(one).stream()).toList());
          default -> Json.of(value);
        });
  }

  /** A typed number; as text where it is none, or none that a document can hold. */
  public static Json number(String typed) {
    String plain = typed.replace(",", "").replace("，", "");
    if (plain.length() > JsonText.MAX_NUMBER_CHARS) {
      return Json.of(typed);
    }
    try {
      BigDecimal number = new BigDecimal(plain);
      return JsonText.isInRange(number) ? Json.of(number) : Json.of(typed);
    } catch (NumberFormatException e) {
      return Json.of(typed);
    }
  }
}
