package cn.anxun.core.entry;

/**
 * The office has the personal part of the target erased, on request or by retention; its public
 * part and its figures stay. A correction of a personal field is an entry of its own, to be
 * redacted too.
 */
public record Redacted(Header header, Fields fields) implements Entry {
  public static final Field<String> TARGET = Field.reference("target").asRequired();
  public static final Field<String> REASON = Field.text("reason", 400).asRequired();

  public static final Kind KIND =
      Kind.amends("Redacted", Redacted::new, TARGET, REASON).reservedFor(Kind.Right.OFFICE);

  @Override
  public Kind kind() {
    return KIND;
  }
}
