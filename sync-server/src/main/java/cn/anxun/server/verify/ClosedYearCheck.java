package cn.anxun.server.verify;

import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.storage.StoredLedger;
import cn.anxun.server.yearend.ClosedFigure;
import cn.anxun.server.yearend.ClosedYear;
import cn.anxun.server.yearend.ClosedYears;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes the figures of every closed year again, at its cut-off. The signed values stand whatever
 * comes out; a difference under another version of the engine is told, and is no fault of the
 * ledger.
 */
final class ClosedYearCheck {
  private final StoredLedger ledger;
  private final LedgerFold fold;
  private final List<Finding> findings = new ArrayList<>();

  ClosedYearCheck(StoredLedger ledger, LedgerFold fold) {
    this.ledger = ledger;
    this.fold = fold;
  }

  List<Finding> findings() {
    try {
      for (ClosedYears.Edition edition : new ClosedYears(ledger).editions()) {
        if (edition.closed().isPresent()) {
          check(edition.closed().get());
        } else {
          findings.add(
              Finding.of(
                  Finding.Type.CLOSED_UNREADABLE,
                  edition.year(),
                  edition.edition(),
                  edition.problem()));
        }
      }
    } catch (StorageException e) {
      return findings; // an entry that cannot be read is a finding of the walk already
    }
    return findings;
  }

  private void check(ClosedYear closed) {
    String head = ledger.findHead(closed.cutoff().seq()).map(Head::hash).orElse("");
    if (!head.equals(closed.head())) {
      findings.add(
          Finding.of(
              Finding.Type.CLOSED_HEAD_DIFFERS,
              closed.year(),
              closed.edition(),
              closed.head(),
              closed.cutoff().seq(),
              head));
    }
    List<ClosedFigure> again = closed.answers(fold.fold(ledger, closed.cutoff()));
    for (int i = 0; i < again.size(); i++) {
      ClosedFigure signed = closed.figures().get(i);
      if (!signed.agrees(again.get(i))) {
        boolean sameEngine = closed.engine() == FigureEngine.VERSION;
        findings.add(
            Finding.of(
                sameEngine
                    ? Finding.Type.CLOSED_FIGURE_DIFFERS
                    : Finding.Type.CLOSED_UNDER_OTHER_ENGINE,
                closed.year(),
                closed.edition(),
                signed.name(),
                signed.text(),
                again.get(i).text()));
      }
    }
  }
}
