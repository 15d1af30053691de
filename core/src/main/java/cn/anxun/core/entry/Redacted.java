package cn.anxun.core.entry;

/**
 * The personal part of the target has been erased, on request or by retention; its public part and
 * its figures stay.
 */
public record Redacted(Header header, Fields fields) implements Entry {
  public static final Field<String> TARGET = Field.reference("target").asRequired();
  public static final Field<String> REASON = Field.text("reason", 400).asRequired();

  public static final Kind KIND = Kind.amends("Redacted", Redacted::new, TARGET, REASON);

  @Override
  public Kind kind() {
    return KIND;
  }
}
