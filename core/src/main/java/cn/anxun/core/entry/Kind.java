package cn.anxun.core.entry;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entry: its name on the wire, what it is about, and its fields. Each record of {@link
 * Entry} has one as {@code KIND}.
 */
public final class Kind {

  /** What an entry of this kind does to its subject. */
  public enum Effect {
    /** Makes a new record: a hazard found, a drill held. */
    OPENS,
    /** Moves a record on: rectified, reviewed, extended. */
    STEP,
    /**
     * Amends other entries of the subject: corrected, voided, conflict resolved. Folds by seq
     * alone, whatever its business date.
     */
    AMENDS,
    /** A full revision of one of the office's documents. */
    DOCUMENT
  }

  private final String name;
  private final String recordType;
  private final Effect effect;
  private final BiFunction<Header, Fields, Entry> make;
  private final Map<String, Field<?>> fields;

  private Kind(
      String name,
      String recordType,
      Effect effect,
      BiFunction<Header, Fields, Entry> make,
      Field<?>... fields) {
    this.name = name;
    this.recordType = recordType;
    this.effect = effect;
    this.make = make;
    Map<String, Field<?>> byName = new LinkedHashMap<>();
    for (Field<?> field : fields) {
      byName.put(field.name(), field);
    }
    this.fields = Collections.unmodifiableMap(byName);
  }

  /**
   * A kind that opens a record of the given type; it has the fields of every record ({@link
   * RecordFields}) besides its own.
   */
  static Kind opens(
      String name, String recordType, BiFunction<Header, Fields, Entry> make, Field<?>... own) {
    List<Field<?>> common = RecordFields.ALL;
    Field<?>[] all = Arrays.copyOf(own, own.length + common.size());
    for (int i = 0; i < common.size(); i++) {
      all[own.length + i] = common.get(i);
    }
    return new Kind(name, recordType, Effect.OPENS, make, all);
  }

  static Kind step(
      String name, String recordType, BiFunction<Header, Fields, Entry> make, Field<?>... fields) {
    return new Kind(name, recordType, Effect.STEP, make, fields);
  }

  static Kind amends(String name, BiFunction<Header, Fields, Entry> make, Field<?>... fields) {
    return new Kind(name, ANY, Effect.AMENDS, make, fields);
  }

  static Kind document(
      String name,
      String documentType,
      BiFunction<Header, Fields, Entry> make,
      Field<?>... fields) {
    return new Kind(name, documentType, Effect.DOCUMENT, make, fields);
  }

  /** Stands for the record type where a kind may be about any record. */
  public static final String ANY = "any";

  /** The name on the wire, such as {@code HazardFound}. */
  public String name() {
    return name;
  }

  /**
   * What it is about, as measures name it: {@code hazard}, {@code drill}, …; {@link #ANY}; or the
   * type of a document.
   */
  public String recordType() {
    return recordType;
  }

  public Effect effect() {
    return effect;
  }

  /** Its fields by name. */
  public Map<String, Field<?>> fields() {
    return fields;
  }

  public @Nullable Field<?> field(String fieldName) {
    return fields.get(fieldName);
  }

  /**
   * The entry of this kind. Fields are not checked here; {@link EntryJson} checks what comes from
   * outside.
   */
  public Entry entry(Header header, Fields entryFields) {
    return make.apply(header, entryFields);
  }

  @Override
  public String toString() {
    return name;
  }
}
