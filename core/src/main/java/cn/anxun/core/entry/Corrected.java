package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/**
 * 更正: one field of one earlier entry of the subject. Made by one who may not, it stays a proposal.
 * Old and new value of a personal field stand in the erasable part, as the field does.
 */
public record Corrected(Header header, Fields fields) implements Entry {

  /** The id of the entry that is corrected. */
  public static final Field<String> TARGET = Field.reference("target").asRequired();

  public static final Field<String> FIELD = Field.text("field", 64).asRequired();
  public static final Field<Json> OLD = Field.document("old");

  /** Unset: the field is cleared. */
  public static final Field<Json> NEW = Field.document("new");

  public static final Field<String> REASON = Field.text("reason", 400);

  public static final Kind KIND =
      Kind.amends("Corrected", Corrected::new, TARGET, FIELD, OLD, NEW, REASON);

  @Override
  public Kind kind() {
    return KIND;
  }
}
