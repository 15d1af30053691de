package cn.anxun.server.paper;

import cn.anxun.core.paper.NumberBlock;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperTemplates;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.text.ServerTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps numbers apart that were given out after the backup which the data directory was restored
 * from, as far as it can be known.
 */
final class AfterRestore {
  /** Left out once after a restore, for they may have been given out after the backup. */
  static final int MARGIN = 200;

  private final BureauLedgers ledgers;
  private final NumberEntries entries;

  AfterRestore(BureauLedgers ledgers, NumberEntries entries) {
    this.ledgers = ledgers;
    this.entries = entries;
  }

  /**
   * Writes down again what a restore took from the ledger: of what was to be given next then, no
   * more than a restore leaves out, and no more than a device may have. All else is withdrawn.
   */
  List<Numbers> takeHeld(
      Principal device, PaperBook book, NumberDesk.Asked asked, PaperTemplates templates) {
    List<Numbers> withdrawn = new ArrayList<>();
    for (Numbers held : asked.held()) {
      boolean known = false;
      boolean taken = false;
      for (NumberBlock block : book.blocks()) {
        if (!block.isOf(held.paper(), held.year()) || !held.overlaps(block.first(), block.last())) {
          continue;
        }
        boolean own = block.device().equals(device.device());
        known |= own && block.first() <= held.first() && block.last() >= held.last();
        taken |= !own && !block.skipped();
      }
      if (!known && !taken && mayHold(device, book, asked, held, templates)) {
        entries.give(device, held, device.device(), "", reason("numbers.told"));
      } else if (!known) {
        withdrawn.add(held);
      }
    }
    return withdrawn;
  }

  /** Whether a device that was there before the last restore may have been given these after it. */
  private boolean mayHold(
      Principal device,
      PaperBook book,
      NumberDesk.Asked asked,
      Numbers held,
      PaperTemplates templates) {
    BureauLedger ledger = ledgers.get(device.bureau());
    OptionalLong restored = ledger.restoredAt();
    if (restored.isEmpty() || restored.getAsLong() == 0) {
      return false;
    }
    boolean wasThere = !asked.enrolled().isAfter(at(ledger, restored.getAsLong()));
    long end = book.next(held.paper(), held.year(), templates, restored.getAsLong()) + MARGIN;
    return wasThere
        && held.last() < end
        && NumberDesk.unused(book, device.device(), asked) + held.count() <= NumberDesk.MOST_UNUSED;
  }

  /** When the entry of this seq was accepted. */
  private static Instant at(BureauLedger ledger, long seq) {
    AtomicReference<Instant> at = new AtomicReference<>(Instant.MIN);
    ledger.scan(seq - 1, seq, entry -> at.set(entry.stamp().at()));
    return at.get();
  }

  /** For every paper at once, before the first number after a restore is given. */
  void skip(Principal asking, PaperBook book, PaperTemplates templates) {
    OptionalLong restored = ledgers.get(asking.bureau()).restoredAt();
    if (restored.isEmpty() || book.hasSkippedAfter(restored.getAsLong())) {
      return;
    }
    LocalDate today = entries.today();
    for (Paper paper : Paper.values()) {
      skip(asking, book, templates, paper, today.getYear());
      if (today.getMonthValue() == 12) {
        skip(asking, book, templates, paper, today.getYear() + 1);
      }
    }
  }

  private void skip(
      Principal asking, PaperBook book, PaperTemplates templates, Paper paper, int year) {
    long first = book.next(paper, year, templates);
    entries.skip(
        asking, new Numbers(paper, year, first, first + MARGIN - 1), reason("numbers.skipped"));
  }

  private static String reason(String key) {
    return ServerTexts.CHINESE.text(key);
  }
}
