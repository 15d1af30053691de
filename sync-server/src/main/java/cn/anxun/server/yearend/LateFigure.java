package cn.anxun.server.yearend;

import cn.anxun.core.ledger.LedgerEntry;
import java.util.List;

/**
 * A figure of a closed year that comes out otherwise now.
 *
 * @param signed what stands
 * @param now what it would be today, at the same date
 * @param entries the late entries that changed it, by seq
 */
public record LateFigure(ClosedFigure signed, ClosedFigure now, List<LedgerEntry> entries) {
  public LateFigure {
    entries = List.copyOf(entries);
  }
}
