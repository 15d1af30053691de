package cn.anxun.core.paper;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.NumbersReserved;
import cn.anxun.core.entry.PaperIssued;
import java.util.Optional;

/**
 * Numbers of one paper and year that were given out, or given back, together.
 *
 * @param entry the id of the entry that says so
 * @param first from 1
 * @param last not below the first; at most {@link #MAX_LENGTH} in all
 * @param device the one that may use them, "" for nobody
 * @param request what the device called its request, "" where it called it nothing
 * @param skipped whether they were left out after a restore
 * @param reason why they are not used, "" while they may be
 */
public record NumberBlock(
    String entry,
    Paper paper,
    int year,
    long first,
    long last,
    String device,
    String request,
    boolean skipped,
    String reason) {

  /** More numbers than one block can have. */
  public static final long MAX_LENGTH = 10_000;

  /**
   * The block that a revision of {@code doc/numbers/…} or {@code doc/numbers-returned/…} is about;
   * empty where its fields make none.
   */
  public static Optional<NumberBlock> of(String entry, Fields fields) {
    Optional<Paper> paper = Paper.find(fields.text(PaperIssued.PAPER));
    long year = fields.find(PaperIssued.PAPER_YEAR).orElse(0L);
    long first = fields.find(NumbersReserved.FIRST_SERIAL).orElse(0L);
    long last = fields.find(NumbersReserved.LAST_SERIAL).orElse(0L);
    boolean makesOne =
        paper.isPresent()
            && year >= 2000
            && year <= 2099
            && first >= 1
            && last >= first
            && last - first < MAX_LENGTH;
    if (!makesOne) {
      return Optional.empty();
    }
    return Optional.of(
        new NumberBlock(
            entry,
            paper.get(),
            (int) year,
            first,
            last,
            fields.text(NumbersReserved.FOR_DEVICE),
            fields.text(NumbersReserved.REQUEST),
            fields.is(NumbersReserved.SKIPPED),
            fields.text(NumbersReserved.REASON)));
  }

  public boolean isOf(Paper of, int in) {
    return paper == of && year == in;
  }

  public boolean contains(long serial) {
    return serial >= first && serial <= last;
  }
}
