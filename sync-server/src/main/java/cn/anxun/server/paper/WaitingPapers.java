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
    for (Entry entry : entries) {
      if (waits(entry)) {
        number(
            new Principal(
                pusher.account(), "", Grant.of(bureau, pusher.role()), pusher.device(), false),
            entry.subject());
      }
    }
  }

  private static boolean waits(Entry entry) {
    return entry instanceof PaperIssued issued
        && issued.id().equals(issued.subject())
        && issued.fields().text(PaperIssued.PAPER_NO).isEmpty();
  }

  private void number(Principal asking, String subject) {
    try {
      desk.number(asking, subject);
    } catch (NumberRefusedException e) {
      LOG.info("paper {} waits for its number: {}", subject, e.code().wire());
    } catch (StorageException e) {
      // Its receipt is durable all the same; the register shows that it waits.
      LOG.warn("paper {} could not be numbered", subject, e);
    }
  }
}
