package cn.anxun.core.entry;

import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A named, typed field of a kind of entry. The name is what stands in JSON, in a measure's {@code
 * where} and in a correction; its label for people is looked up by {@link FieldLabels}.
 *
 * @param <T> what the field holds in Java
 */
public final class Field<T> {

  /** What a field may hold. */
  public enum Type {
    /** Free text. */
    TEXT,
    /** A label of a code list; one the list lacks is kept as it is. */
    CODE,
    /** Several labels of a code list; a single one may be written bare. */
    CODES,
    /** A whole number, 0 to 10^12. */
    INTEGER,
    /**
     * An exact decimal of 0 to 10^15 with at most 4 decimals; yuan where the name ends in {@code
     * _yuan}.
     */
    DECIMAL,
    /** A day, written yyyy-MM-dd. */
    DATE,
    /** True or false; unset counts as false. */
    FLAG,
    /** The subject of another record. */
    REFERENCE,
    /** Several ids. */
    REFERENCES,
    /** Any JSON: a document, a point, checklist answers. */
    DOCUMENT
  }

  static final BigDecimal MAX_INTEGER = BigDecimal.TEN.pow(12);
  static final BigDecimal MAX_DECIMAL = BigDecimal.TEN.pow(15);

  private final String name;
  private final Type type;
  private final int maxLength;
  private final boolean required;
  private final boolean personal;
  private final Function<Json, @Nullable T> read;

  private Field(
      String name,
      Type type,
      int maxLength,
      boolean required,
      boolean personal,
      Function<Json, @Nullable T> read) {
    this.name = name;
    this.type = type;
    this.maxLength = maxLength;
    this.required = required;
    this.personal = personal;
    this.read = read;
  }

  public static Field<String> text(String name, int maxLength) {
    return new Field<>(name, Type.TEXT, maxLength, false, false, Field::asText);
  }

  public static Field<String> code(String name) {
    return new Field<>(name, Type.CODE, 64, false, false, Field::asText);
  }

  public static Field<List<String>> codes(String name) {
    return new Field<>(name, Type.CODES, 64, false, false, Field::asTexts);
  }

  public static Field<Long> integer(String name) {
    return new Field<>(
        name,
        Type.INTEGER,
        0,
        false,
        false,
        json -> inRange(json, MAX_INTEGER, 0) ? ((Json.Num) json).value().longValueExact() : null);
  }

  public static Field<BigDecimal> decimal(String name) {
    return new Field<>(
        name,
        Type.DECIMAL,
        0,
        false,
        false,
        json -> inRange(json, MAX_DECIMAL, 4) ? ((Json.Num) json).value() : null);
  }

  public static Field<LocalDate> date(String name) {
    return new Field<>(name, Type.DATE, 10, false, false, Field::asDate);
  }

  public static Field<Boolean> flag(String name) {
    return new Field<>(
        name,
        Type.FLAG,
        0,
        false,
        false,
        json -> json instanceof Json.Flag flag ? flag.value() : null);
  }

  public static Field<String> reference(String name) {
    return new Field<>(name, Type.REFERENCE, 64, false, false, Field::asText);
  }

  public static Field<List<String>> references(String name) {
    return new Field<>(name, Type.REFERENCES, 64, false, false, Field::asTexts);
  }

  public static Field<Json> document(String name) {
    return new Field<>(name, Type.DOCUMENT, 0, false, false, json -> json);
  }

  /** The same field, which an entry must have. */
  public Field<T> asRequired() {
    return new Field<>(name, type, maxLength, true, personal, read);
  }

  /** The same field, kept in the erasable {@code personal} part. */
  public Field<T> asPersonal() {
    return new Field<>(name, type, maxLength, required, true, read);
  }

  public String name() {
    return name;
  }

  public Type type() {
    return type;
  }

  /**
   * The most characters a text, or each of several texts, may have; 0 where length does not apply.
   */
  public int maxLength() {
    return maxLength;
  }

  public boolean required() {
    return required;
  }

  public boolean personal() {
    return personal;
  }

  /** The value, or empty where the JSON is not of this field's type and range. */
  public Optional<T> read(Json json) {
    return Optional.ofNullable(read.apply(json));
  }

  private static boolean inRange(Json json, BigDecimal max, int decimals) {
    return json instanceof Json.Num num
        && num.value().signum() >= 0
        && num.value().compareTo(max) <= 0
        && num.value().stripTrailingZeros().scale() <= decimals;
  }

  private static @Nullable String asText(Json json) {
    return json instanceof Json.Text text ? text.value() : null;
  }

  private static @Nullable List<String> asTexts(Json json) {
    if (json instanceof Json.Text text) {
      return List.of(text.value());
    }
    if (!(json instanceof Json.Items items)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Json item : items.values()) {
      if (!(item instanceof Json.Text text)) {
        return null;
      }
      texts.add(text.value());
    }
    return texts;
  }

  private static @Nullable LocalDate asDate(Json json) {
    try {
      return json instanceof Json.Text text && text.value().length() == 10
          ? LocalDate.parse(text.value())
          : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
