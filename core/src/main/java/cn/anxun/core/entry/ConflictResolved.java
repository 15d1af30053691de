package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/** Settles corrections of one field that stand against each other. */
public record ConflictResolved(Header header, Fields fields) implements Entry {
  public static final Field<String> TARGET = Field.reference("target").asRequired();
  public static final Field<String> FIELD = Field.text("field", 64).asRequired();

  /** What holds; unset: the field is cleared. */
  public static final Field<Json> VALUE = Field.document("value");

  public static final Field<String> REASON = Field.text("reason", 400);

  public static final Kind KIND =
      Kind.amends("ConflictResolved", ConflictResolved::new, TARGET, FIELD, VALUE, REASON);

  @Override
  public Kind kind() {
    return KIND;
  }
}
