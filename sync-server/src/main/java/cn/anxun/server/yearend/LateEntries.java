package cn.anxun.server.yearend;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.storage.BureauLedger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came after a year was closed: a query, never stored.
 *
 * @param closed the edition it is held against
 * @param now the cut-off of today: the ledger's last entry, the same date
 * @param figures those that changed, in the order of the edition
 */
public record LateEntries(ClosedYear closed, Cutoff now, List<LateFigure> figures) {
  public LateEntries {
    figures = List.copyOf(figures);
  }

  static LateEntries of(BureauLedger ledger, ClosedYear closed) {
    LedgerState then = ledger.state(closed.cutoff());
    LedgerState now = ledger.state(new Cutoff(ledger.lastSeq(), closed.cutoff().date()));
    Changes changes = Changes.between(then, now, ledger);
    List<ClosedFigure> before = closed.answers(then);
    List<ClosedFigure> after = closed.answers(now);
    List<LateFigure> figures = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).agrees(after.get(i))) {
        figures.add(
            new LateFigure(
                closed.figures().get(i),
                after.get(i),
                changes.behind(before.get(i), after.get(i))));
      }
    }
    return new LateEntries(closed, now.cutoff(), figures);
  }

  /** Every late entry that changed a figure, once, by seq. */
  public List<LedgerEntry> entries() {
    Map<String, LedgerEntry> entries = new LinkedHashMap<>();
    for (LateFigure figure : figures) {
      figure.entries().forEach(entry -> entries.put(entry.id(), entry));
    }
    return entries.values().stream().sorted(Comparator.comparingLong(LedgerEntry::seq)).toList();
  }
}
