package cn.anxun.core.entry;

/** A number given to a paper that was issued without one (待编号). Only the first has effect. */
public record PaperNumbered(Header header, Fields fields) implements Entry {
  public static final Kind KIND =
      Kind.step(
          "PaperNumbered",
          "paper",
          PaperNumbered::new,
          PaperIssued.PAPER_NO.asRequired(),
          PaperIssued.PAPER_YEAR,
          PaperIssued.PAPER_SERIAL,
          PaperIssued.BLOCK);

  @Override
  public Kind kind() {
    return KIND;
  }
}
