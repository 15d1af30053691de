package cn.anxun.core.entry;

import java.time.LocalDate;

/**
 * 通报: the monthly report as it was published. Only its cut-off is kept; the figures are those that
 * the ledger has as of it, for ever. Each edition has a subject of its own ({@link
 * Documents#bulletin}).
 */
public record BulletinPublished(Header header, Fields fields) implements Entry {
  /** The first day of the period. */
  public static final Field<LocalDate> FROM = Field.date("from").asRequired();

  /** The last day of the period. */
  public static final Field<LocalDate> UNTIL = Field.date("until").asRequired();

  /** The last entry that it counts. */
  public static final Field<Long> CUTOFF_SEQ = Field.integer("cutoff_seq").asRequired();

  /** The day as of which it counts. */
  public static final Field<LocalDate> CUTOFF_DATE = Field.date("cutoff_date").asRequired();

  public static final Field<Long> EDITION = Field.integer("edition").asRequired();
  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60);

  public static final Kind KIND =
      Kind.document(
          "BulletinPublished",
          "bulletin",
          BulletinPublished::new,
          FROM,
          UNTIL,
          CUTOFF_SEQ,
          CUTOFF_DATE,
          EDITION,
          DOCUMENT_NO);

  @Override
  public Kind kind() {
    return KIND;
  }
}
