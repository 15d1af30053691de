package cn.anxun.core.entry;

/** The office attributes a record to a budget project. */
public record Attributed(Header header, Fields fields) implements Entry {
  public static final Field<String> PROJECT = Field.code("project").asRequired();

  public static final Kind KIND = Kind.step("Attributed", Kind.ANY, Attributed::new, PROJECT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
