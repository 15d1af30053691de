package cn.anxun.core.entry;

/**
 * The office attributes a record to a budget project, often long after; the last one holds. It
 * folds by seq alone, as a correction does. By anyone but the office it is a proposal.
 */
public record Attributed(Header header, Fields fields) implements Entry {
  public static final Field<String> PROJECT = Field.code("project").asRequired();

  public static final Kind KIND =
      Kind.amends("Attributed", Attributed::new, PROJECT).reservedFor(Kind.Right.OFFICE);

  @Override
  public Kind kind() {
    return KIND;
  }
}
