package cn.anxun.core.entry;

/** 作废: the fold skips the target; a void may be voided. */
public record Voided(Header header, Fields fields) implements Entry {

  /** The id of the entry that is voided; that of an opening entry voids the record. */
  public static final Field<String> TARGET = Field.reference("target").asRequired();

  public static final Field<String> REASON = Field.text("reason", 400).asRequired();

  /** The subject that stands for both doubles. */
  public static final Field<String> DUPLICATE_OF = Field.reference("duplicate_of");

  public static final Kind KIND = Kind.amends("Voided", Voided::new, TARGET, REASON, DUPLICATE_OF);

  @Override
  public Kind kind() {
    return KIND;
  }
}
