package cn.anxun.server.acceptance;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.server.cases.CaseAnswers;
import cn.anxun.server.cases.CaseFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Entries folded as a server would that gets them in this order. */
final class Folded {
  private Folded() {}

  /** The case's figures at its year's end. */
  static List<Figure> figures(CaseFile file, List<WrittenEntry> entries) {
    return new CaseAnswers(file, state(file, entries)).figures();
  }

  private static LedgerState state(CaseFile file, List<WrittenEntry> entries) {
    InMemoryPhoneStore ledger = new InMemoryPhoneStore();
    List<LedgerEntry> stamped = new ArrayList<>();
    for (WrittenEntry entry : entries) {
      String author = entry.entry().header().author();
      stamped.add(
          new LedgerEntry(
              entry, new Stamp(stamped.size() + 1L, author, role(author), "K1", Instant.EPOCH)));
    }
    ledger.put(stamped);
    Cutoff cutoff = new Cutoff(stamped.size(), LocalDate.of(file.bureau().year(), 12, 31));
    return new LedgerFold().fold(ledger, cutoff);
  }

  private static Role role(String author) {
    return switch (author) {
      case "OFFICE" -> Role.OFFICE;
      case "SUPERVISOR" -> Role.SUPERVISOR;
      default -> Role.INSPECTOR;
    };
  }
}
