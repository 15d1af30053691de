package cn.anxun.core.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A record and what was noticed as it was made.
 *
 * @param author the account that opened it, by the server's stamp; never a field, since persons are
 *     not counted
 */
public record Reduction(FoldedRecord record, String author, List<Finding> findings) {
  public Reduction {
    findings = Collections.unmodifiableList(new ArrayList<>(findings));
  }
}
