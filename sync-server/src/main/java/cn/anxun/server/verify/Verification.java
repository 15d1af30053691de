package cn.anxun.server.verify;

import cn.anxun.server.storage.Head;
import java.util.ArrayList;
import java.util.List;

/**
 * What a verification found.
 *
 * @param head the chain's end as the ledger has it
 * @param witnesses how many heads from outside it was held against
 */
public record Verification(Head head, int witnesses, List<Finding> findings) {
  public Verification {
    findings = List.copyOf(findings);
  }

  /** The same with more findings. */
  Verification with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new Verification(head, witnesses, all);
  }

  /** Whether nothing is at fault. */
  public boolean passed() {
    return findings.stream().noneMatch(Finding::isFault);
  }
}
