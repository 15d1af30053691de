package cn.anxun.server.console.monthly;

import cn.anxun.core.entry.BulletinPublished;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A bulletin as it was published: its period and cut-off, from which its figures come out again.
 *
 * @param entryId the entry that published it
 * @param edition from 1, of its period
 * @param documentNo 文号, or ""
 */
record Bulletin(
    String entryId,
    Period period,
    Cutoff cutoff,
    long edition,
    String documentNo,
    LocalDate published) {

  /** All that were published, the latest first. */
  static List<Bulletin> list(LedgerState state) {
    List<Bulletin> bulletins = new ArrayList<>();
    for (DocumentRevision revision : state.documentParts(Documents.BULLETINS)) {
      read(revision).ifPresent(bulletins::add);
    }
    bulletins.sort(
        Comparator.comparing((Bulletin bulletin) -> bulletin.period().until())
            .thenComparing(bulletin -> bulletin.period().from())
            .thenComparing(Bulletin::edition)
            .reversed());
    return bulletins;
  }

  /** The editions of a period, the latest first. */
  static List<Bulletin> list(LedgerState state, Period period) {
    return list(state).stream().filter(one -> one.period().equals(period)).toList();
  }

  private static Optional<Bulletin> read(DocumentRevision revision) {
    Fields fields = revision.fields();
    LocalDate from = fields.find(BulletinPublished.FROM).orElse(LocalDate.MIN);
    LocalDate until = fields.find(BulletinPublished.UNTIL).orElse(LocalDate.MIN);
    long seq = fields.find(BulletinPublished.CUTOFF_SEQ).orElse(-1L);
    LocalDate date = fields.find(BulletinPublished.CUTOFF_DATE).orElse(until);
    // What another program wrote may be wrong; then it is no bulletin.
    if (until.isBefore(from) || from.equals(LocalDate.MIN) || seq < 0 || seq >= revision.seq()) {
      return Optional.empty();
    }
    return Optional.of(
        new Bulletin(
            revision.entryId(),
            new Period(from, until),
            new Cutoff(seq, date),
            fields.find(BulletinPublished.EDITION).orElse(1L),
            fields.text(BulletinPublished.DOCUMENT_NO),
            revision.date()));
  }

  /** The parameters of its period as of its cut-off. */
  String query() {
    return "from="
        + period.from()
        + "&until="
        + period.until()
        + "&asOf="
        + cutoff.seq()
        + ':'
        + cutoff.date();
  }

  /** The address of what has changed since. */
  String link() {
    return MonthlyTab.BULLETINS.path() + '/' + period.from() + '/' + period.until() + '/' + edition;
  }
}
