package cn.anxun.server.paper;

import cn.anxun.core.paper.NumberBlock;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.storage.Turn;
import cn.anxun.server.text.ServerTexts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes back the numbers of a phone that was revoked, for it gives none back itself. No number is
 * given out again, so a paper that the phone issued before and that is handed in later keeps its
 * number, and the register shows it as issued.
 */
public final class RevokedNumbers {
  private final NumberDesk desk;

  public RevokedNumbers(NumberDesk desk) {
    this.desk = desk;
  }

  /** Takes back all that the device has and that stands on no paper; the same again is nothing. */
  public void takeBack(Principal asking, String device) {
    PaperBook book = desk.book(asking.bureau());
    String reason = ServerTexts.CHINESE.text("numbers.revoked");
    Turn turn = desk.turn(asking.bureau());
    try (turn) {
      for (Numbers unused : unused(book, device)) {
        try {
          desk.takeBack(asking, unused, device, reason);
        } catch (NumberRefusedException e) {
          throw new IllegalStateException("unused numbers of " + device + " were refused", e);
        }
      }
    }
  }

  private static List<Numbers> unused(PaperBook book, String device) {
    List<NumberBlock> returned = book.returned();
    List<Numbers> unused = new ArrayList<>();
    for (NumberBlock block : book.blocks()) {
      if (block.device().equals(device) && !block.skipped()) {
        Set<Long> gone = new HashSet<>(book.serials(block.paper(), block.year()));
        for (NumberBlock back : returned) {
          if (back.isOf(block.paper(), block.year())) {
            add(gone, back);
          }
        }
        addRuns(unused, block, gone);
      }
    }
    return unused;
  }

  private static void add(Set<Long> gone, NumberBlock back) {
    for (long serial = back.first(); serial <= back.last(); serial++) {
      gone.add(serial);
    }
  }

  /** What of the block is not gone, in as few pieces as there are. */
  private static void addRuns(List<Numbers> unused, NumberBlock block, Set<Long> gone) {
    long first = block.first();
    for (long serial = block.first(); serial <= block.last() + 1; serial++) {
      if (serial > block.last() || gone.contains(serial)) {
        if (serial > first) {
          unused.add(new Numbers(block.paper(), block.year(), first, serial - 1));
        }
        first = serial + 1;
      }
    }
  }
}
