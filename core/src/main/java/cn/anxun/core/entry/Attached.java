package cn.anxun.core.entry;

/** Files added to a record later; the files stand in the header. */
public record Attached(Header header, Fields fields) implements Entry {
  public static final Field<String> NOTE = Field.text("note", 400);

  public static final Kind KIND = Kind.step("Attached", Kind.ANY, Attached::new, NOTE);

  @Override
  public Kind kind() {
    return KIND;
  }
}
