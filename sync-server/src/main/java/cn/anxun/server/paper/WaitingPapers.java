package cn.anxun.server.paper;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.storage.AcceptListener;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.storage.StorageException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers papers that came without a number (待编号 until synced) as a ledger accepts them, by
 * whatever way they came. What cannot be numbered waits on.
 */
final class WaitingPapers implements AcceptListener {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingPapers.class);

  private final NumberDesk desk;

  WaitingPapers(NumberDesk desk) {
    this.desk = desk;
  }

  @Override
  public void accepted(String bureau, Pusher pusher, List<Entry> entries) {
    Principal asking =
        new Principal(
            pusher.account(), "", Grant.of(bureau, pusher.role()), pusher.device(), false);
    try {
      entries.stream().filter(WaitingPapers::waits).forEach(paper -> number(asking, paper));
    } catch (StorageException e) {
      // Their receipts are durable all the same, and who pushed them waits once, not for each; the
      // register shows that they wait.
      LOG.warn("papers of bureau {} could not be numbered", bureau, e);
    }
  }

  private static boolean waits(Entry entry) {
    return entry instanceof PaperIssued issued
        && issued.id().equals(issued.subject())
        && issued.fields().text(PaperIssued.PAPER_NO).isEmpty();
  }

  private void number(Principal asking, Entry paper) {
    try {
      desk.number(asking, paper.subject());
    } catch (NumberRefusedException e) {
      LOG.info("paper {} waits for its number: {}", paper.subject(), e.code().wire());
    }
  }
}
