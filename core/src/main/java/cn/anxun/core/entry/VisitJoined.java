package cn.anxun.core.entry;

/**
 * The subject, an inspection, is the same visit as another, which stands for both; a void undoes
 * it.
 */
public record VisitJoined(Header header, Fields fields) implements Entry {
  public static final Field<String> INTO = Field.reference("into").asRequired();
  public static final Field<String> REASON = Field.text("reason", 400);

  public static final Kind KIND = Kind.amends("VisitJoined", VisitJoined::new, INTO, REASON);

  @Override
  public Kind kind() {
    return KIND;
  }
}
