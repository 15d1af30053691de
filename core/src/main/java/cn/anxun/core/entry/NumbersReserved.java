package cn.anxun.core.entry;

/**
 * A block of numbers of one paper and year that belongs to one device. Said by the server's number
 * desk alone; each block is a document of its own ({@link Documents#numbers}).
 */
public record NumbersReserved(Header header, Fields fields) implements Entry {
  /** The first number of the block, from 1. */
  public static final Field<Long> FIRST_SERIAL = Field.integer("first_serial").asRequired();

  /** The last number of the block, not below the first. */
  public static final Field<Long> LAST_SERIAL = Field.integer("last_serial").asRequired();

  /** The device that may use them; unset for those that nobody may. */
  public static final Field<String> FOR_DEVICE = Field.text("for_device", 64);

  /** Who asked. */
  public static final Field<String> FOR_ACCOUNT = Field.text("for_account", 64);

  /** What the asking device called its request, so that asking again gives the same block. */
  public static final Field<String> REQUEST = Field.text("request", 64);

  /** 恢复备份跳过: nobody uses them, for they may have been given out after the backup. */
  public static final Field<Boolean> SKIPPED = Field.flag("skipped");

  public static final Field<String> REASON = Field.text("reason", 400);

  public static final Kind KIND =
      Kind.document(
          "NumbersReserved",
          "numbers",
          NumbersReserved::new,
          PaperIssued.PAPER,
          PaperIssued.PAPER_YEAR.asRequired(),
          FIRST_SERIAL,
          LAST_SERIAL,
          FOR_DEVICE,
          FOR_ACCOUNT,
          REQUEST,
          SKIPPED,
          REASON);

  @Override
  public Kind kind() {
    return KIND;
  }
}
