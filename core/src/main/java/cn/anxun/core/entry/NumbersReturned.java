package cn.anxun.core.entry;

/**
 * Numbers of a block that will never be used: given back by the device, or by the office for a
 * phone that is lost ({@link Documents#numbersReturned}).
 */
public record NumbersReturned(Header header, Fields fields) implements Entry {
  public static final Field<String> REASON = Field.text("reason", 400).asRequired();

  public static final Kind KIND =
      Kind.document(
          "NumbersReturned",
          "numbers_returned",
          NumbersReturned::new,
          PaperIssued.PAPER,
          PaperIssued.PAPER_YEAR.asRequired(),
          NumbersReserved.FIRST_SERIAL,
          NumbersReserved.LAST_SERIAL,
          NumbersReserved.FOR_DEVICE,
          REASON);

  @Override
  public Kind kind() {
    return KIND;
  }
}
