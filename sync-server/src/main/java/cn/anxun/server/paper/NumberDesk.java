package cn.anxun.server.paper;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PaperNumbered;
import cn.anxun.core.paper.NumberBlock;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import cn.anxun.core.paper.PaperTemplates;
import cn.anxun.core.paper.Register;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.auth.PushAudit;
import cn.anxun.server.paper.NumberRefusedException.Code;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.Turn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives numbers of papers to devices in blocks that never overlap, takes unused ones back, and
 * numbers papers that wait. One decides at a time in a bureau, and an answer is given when its
 * entry is durable. Each server has one desk.
 */
public final class NumberDesk {
  /** The most numbers of one block. */
  public static final int MOST = 50;

  /** The most unused numbers of one paper and year that a device may have. */
  public static final int MOST_UNUSED = 200;

  /**
   * What a device asks for.
   *
   * @param count 0 to {@link #MOST}; with 0 it only tells what it holds
   * @param request what it calls this request: asked again it gets the same block; "" for no name
   * @param held the blocks of this paper and year that it still has
   * @param enrolled since when it is enrolled
   */
  public record Asked(
      Paper paper, int year, int count, String request, List<Numbers> held, Instant enrolled) {
    public Asked {
      held = List.copyOf(held);
    }
  }

  /**
   * What it gets.
   *
   * @param block empty where it asked for none
   * @param withdrawn of what it holds, those that it must not use any more
   */
  public record Given(Optional<NumberBlock> block, List<Numbers> withdrawn) {
    public Given {
      withdrawn = List.copyOf(withdrawn);
    }
  }

  private final BureauLedgers ledgers;
  private final NumberEntries entries;
  private final AfterRestore restored;
  private final Map<String, PaperBook> books = new ConcurrentHashMap<>();

  private NumberDesk(BureauLedgers ledgers, EntryIds ids, PushAudit audit, Clock clock) {
    this.ledgers = ledgers;
    this.entries = new NumberEntries(ledgers, ids, audit, clock);
    this.restored = new AfterRestore(ledgers, entries);
  }

  /** The desk of these ledgers, which numbers what they accept from here on where it waits. */
  public static NumberDesk open(BureauLedgers ledgers, EntryIds ids, PushAudit audit, Clock clock) {
    NumberDesk desk = new NumberDesk(ledgers, ids, audit, clock);
    ledgers.tell(new WaitingPapers(desk));
    return desk;
  }

  /** The papers and numbers of a bureau. */
  public PaperBook book(String bureau) {
    return books.computeIfAbsent(bureau, id -> new PaperBook(ledgers.get(id)));
  }

  /** In which alone it is decided about numbers of the bureau, at whichever server. */
  Turn turn(String bureau) {
    return ledgers.get(bureau).turn("numbers");
  }

  /** Gives a block to the device that asks. */
  public Given reserve(Principal device, Asked asked) throws NumberRefusedException {
    PaperBook book = book(device.bureau());
    Turn turn = turn(device.bureau());
    try (turn) {
      PaperTemplates templates = book.templates();
      check(device, asked.paper(), asked.year(), templates);
      List<Numbers> withdrawn = restored.takeHeld(device, book, asked, templates);
      if (asked.count() == 0) {
        return new Given(Optional.empty(), withdrawn);
      }
      Optional<NumberBlock> before = before(book, device, asked);
      if (before.isPresent()) {
        return new Given(before, withdrawn);
      }
      if (unused(book, device.device(), asked) + asked.count() > MOST_UNUSED) {
        throw new NumberRefusedException(Code.ENOUGH);
      }
      restored.skip(device, book, templates);
      Numbers numbers = next(book, asked.paper(), asked.year(), asked.count(), templates);
      return new Given(
          Optional.of(entries.give(device, numbers, device.device(), asked.request(), "")),
          withdrawn);
    }
  }

  /** Takes unused numbers of a device back; the same again changes nothing. */
  public void takeBack(Principal asking, Numbers numbers, String device, String reason)
      throws NumberRefusedException {
    PaperBook book = book(asking.bureau());
    Turn turn = turn(asking.bureau());
    try (turn) {
      Collection<Long> used = book.serials(numbers.paper(), numbers.year());
      List<NumberBlock> blocks = of(book.blocks(), numbers);
      List<NumberBlock> returned = of(book.returned(), numbers);
      boolean all = true;
      for (long serial = numbers.first(); serial <= numbers.last(); serial++) {
        long at = serial;
        boolean given =
            blocks.stream()
                .anyMatch(
                    block ->
                        !block.skipped() && block.contains(at) && block.device().equals(device));
        if (!given || used.contains(at)) {
          throw new NumberRefusedException(Code.NOT_YOURS);
        }
        all &= returned.stream().anyMatch(block -> block.contains(at));
      }
      if (!all) {
        entries.takeBack(asking, numbers, device, reason);
      }
    }
  }

  /** Numbers a paper that waits for its number; says what it is now. */
  public String number(Principal asking, String subject) throws NumberRefusedException {
    PaperBook book = book(asking.bureau());
    Turn turn = turn(asking.bureau());
    try (turn) {
      PaperRecord paper =
          book.find(subject)
              .filter(found -> found.state() == PaperState.WAITING && found.paper().isPresent())
              .orElseThrow(() -> new NumberRefusedException(Code.NOT_WAITING));
      PaperTemplates templates = book.templates();
      Paper of = paper.paper().orElseThrow();
      if (templates.get(of).external()) {
        throw new NumberRefusedException(Code.EXTERNAL);
      }
      int year = paper.date().getYear();
      NumberBlock block = ownUnused(book, of, year).orElse(null);
      if (block == null) {
        restored.skip(asking, book, templates);
        block = entries.give(asking, next(book, of, year, 1, templates), "", "", "");
      }
      String number = templates.number(of, year, block.first());
      Fields fields =
          Fields.builder()
              .set(PaperIssued.PAPER_NO, number)
              .set(PaperIssued.PAPER_YEAR, year)
              .set(PaperIssued.PAPER_SERIAL, block.first())
              .set(PaperIssued.BLOCK, block.entry())
              .build();
      entries.say(asking, PaperNumbered.KIND, subject, fields);
      return number;
    }
  }

  private static Numbers next(
      PaperBook book, Paper paper, int year, int count, PaperTemplates templates)
      throws NumberRefusedException {
    long first = book.next(paper, year, templates);
    long last = first + count - 1;
    if (last > Register.MOST) {
      throw new NumberRefusedException(Code.EXHAUSTED);
    }
    return new Numbers(paper, year, first, last);
  }

  private void check(Principal device, Paper paper, int year, PaperTemplates templates)
      throws NumberRefusedException {
    if (!paper.mayBeIssuedBy(device.role())) {
      throw new NumberRefusedException(Code.FORBIDDEN);
    }
    if (templates.get(paper).external()) {
      throw new NumberRefusedException(Code.EXTERNAL);
    }
    LocalDate today = entries.today();
    boolean next = today.getMonthValue() == 12 && year == today.getYear() + 1;
    if (year != today.getYear() && !next) {
      throw new NumberRefusedException(Code.YEAR);
    }
  }

  /** What the device was given when it called a request by this name before. */
  private static Optional<NumberBlock> before(PaperBook book, Principal device, Asked asked) {
    return asked.request().isEmpty()
        ? Optional.empty()
        : book.blocks().stream()
            .filter(
                block ->
                    block.isOf(asked.paper(), asked.year())
                        && block.device().equals(device.device())
                        && block.request().equals(asked.request()))
            .findFirst();
  }

  /** How many numbers of this paper and year the device has and has not used. */
  static long unused(PaperBook book, String device, Asked asked) {
    Set<Long> open = new HashSet<>();
    for (NumberBlock block : book.blocks()) {
      if (block.isOf(asked.paper(), asked.year()) && block.device().equals(device)) {
        for (long serial = block.first(); serial <= block.last(); serial++) {
          open.add(serial);
        }
      }
    }
    open.removeAll(new HashSet<>(book.serials(asked.paper(), asked.year())));
    for (NumberBlock block : book.returned()) {
      if (block.isOf(asked.paper(), asked.year())) {
        open.removeIf(block::contains);
      }
    }
    return open.size();
  }

  /**
   * One of the desk's own that was given to no paper: a number was reserved and then the power
   * went.
   */
  private static Optional<NumberBlock> ownUnused(PaperBook book, Paper paper, int year) {
    Collection<Long> used = book.serials(paper, year);
    return book.blocks().stream()
        .filter(
            block ->
                block.isOf(paper, year)
                    && block.device().isEmpty()
                    && !block.skipped()
                    && block.first() == block.last()
                    && !used.contains(block.first())
                    && of(book.returned(), paper, year).stream()
                        .noneMatch(back -> back.contains(block.first())))
        .findFirst();
  }

  private static List<NumberBlock> of(List<NumberBlock> blocks, Numbers numbers) {
    return of(blocks, numbers.paper(), numbers.year());
  }

  private static List<NumberBlock> of(List<NumberBlock> blocks, Paper paper, int year) {
    return blocks.stream().filter(block -> block.isOf(paper, year)).toList();
  }
}
