package cn.anxun.server.console.page;

import cn.anxun.core.ledger.Cutoff;
import java.util.List;
import java.util.Optional;

/**
 * Of what ledger a page speaks.
 *
 * @param cutoff up to which entry and day everything on the page counts
 * @param head the first characters of the chain's head at the cut-off
 * @param last the ledger's last seq now
 * @param live whether the page is told when the ledger grows, and shows it
 * @param closed the sentence that the year is closed, where the figures are those of its close
 * @param silent phones of the bureau that have not synced since the cut-off's day began, by name
 */
public record Standing(
    Cutoff cutoff,
    String head,
    long last,
    boolean live,
    Optional<String> closed,
    List<String> silent) {
  private static final int NAMED = 5;

  public Standing {
    silent = List.copyOf(silent);
  }

  /** The first few of the silent phones. */
  public String silentNames() {
    return String.join("、", silent.subList(0, Math.min(NAMED, silent.size())))
        + (silent.size() > NAMED ? " …" : "");
  }

  public String seq() {
    return Long.toString(cutoff.seq());
  }
}
