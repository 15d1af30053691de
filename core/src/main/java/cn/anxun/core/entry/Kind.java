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
     * Amends what was said of the subject: corrected, voided, conflict resolved, merged,
     * attributed. Folds by seq alone, whatever its business date.
     */
    AMENDS,
    /**
     * A full revision of one of the office's documents. Folds by seq alone: last year's form is
     * often written in January.
     */
    DOCUMENT
  }

  /** Who may say it with effect; from anyone else it stays a proposal. */
  public enum Right {
    /** Everyone who records. */
    RECORD,
    /** A supervisor or above: decisions on a hazard that are not its finder's (认定, 挂牌, 销号). */
    DECIDE,
    /** The office or an administrator. */
    OFFICE
  }

  private final String name;
  private final String recordType;
  private final Effect effect;
  private final Right right;
  private final BiFunction<Header, Fields, Entry> make;
  private final Map<String, Field<?>> fields;

  private Kind(
      String name,
      String recordType,
      Effect effect,
      Right right,
      BiFunction<Header, Fields, Entry> make,
      Map<String, Field<?>> fields) {
    this.name = name;
    this.recordType = recordType;
    this.effect = effect;
    this.right = right;
    this.make = make;
    this.fields = Collections.unmodifiableMap(fields);
  }

  private static Map<String, Field<?>> byName(Field<?>... fields) {
    Map<String, Field<?>> byName = new LinkedHashMap<>();
    for (Field<?> field : fields) {
      byName.put(field.name(), field);
    }
    return byName;
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
    return new Kind(name, recordType, Effect.OPENS, Right.RECORD, make, byName(all));
  }

  static Kind step(
      String name, String recordType, BiFunction<Header, Fields, Entry> make, Field<?>... fields) {
    return new Kind(name, recordType, Effect.STEP, Right.RECORD, make, byName(fields));
  }

  static Kind amends(String name, BiFunction<Header, Fields, Entry> make, Field<?>... fields) {
    return new Kind(name, ANY, Effect.AMENDS, Right.RECORD, make, byName(fields));
  }

  static Kind document(
      String name,
      String documentType,
      BiFunction<Header, Fields, Entry> make,
      Field<?>... fields) {
    return new Kind(name, documentType, Effect.DOCUMENT, Right.OFFICE, make, byName(fields));
  }

  /** The same kind, which only those with this right say with effect. */
  Kind reservedFor(Right only) {
    return new Kind(name, recordType, effect, only, make, fields);
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

  /**
   * Who may say it. An amendment besides needs the right to what it amends: one's own, or any
   * record as a supervisor.
   */
  public Right right() {
    return right;
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
