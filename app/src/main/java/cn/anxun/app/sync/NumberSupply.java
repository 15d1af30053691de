package cn.anxun.app.sync;

import cn.anxun.app.account.Enrolled;
import cn.anxun.app.data.local.NumberBlockRow;
import cn.anxun.app.data.local.PaperNumbers;
import cn.anxun.app.record.PaperDocument;
import cn.anxun.app.setting.Settings;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperTemplates;
import cn.anxun.core.sync.NumberGrant;
import cn.anxun.core.sync.NumberRequest;
import cn.anxun.core.sync.NumberRequest.Range;
import cn.anxun.core.sync.RemoteAnswer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;

/**
 * Keeps this phone in numbers of papers, so that it can issue them without a network: asks for a
 * block as soon as few are left, and gives the rest back when the account leaves the phone.
 */
public final class NumberSupply {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** With fewer left it asks for more. */
  private static final int FEW = 4;

  /** So many it asks for. */
  private static final int BLOCK = 10;

  private static final int DECEMBER = 12;
  private static final String REQUEST = "numbers.request/";

  private final PaperNumbers numbers;
  private final PaperDocument document;
  private final RemoteNumbers remote;
  private final Settings settings;
  private final EntryIds ids;
  private final Clock clock;

  @Inject
  NumberSupply(
      PaperNumbers numbers,
      PaperDocument document,
      RemoteNumbers remote,
      Settings settings,
      EntryIds ids,
      Clock clock) {
    this.numbers = numbers;
    this.document = document;
    this.remote = remote;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Asks for what is wanting; where it fails, papers wait for their numbers: none depends on it.
   */
  public void refill(Enrolled enrolled) {
    PaperTemplates templates = document.templates();
    LocalDate today = clock.instant().atZone(SHANGHAI).toLocalDate();
    tellReturned(enrolled);
    for (Paper paper : Paper.values()) {
      if (paper.mayBeIssuedBy(enrolled.enrolment().role()) && !templates.get(paper).external()) {
        refill(enrolled, paper, today.getYear());
        if (today.getMonthValue() == DECEMBER) {
          refill(enrolled, paper, today.getYear() + 1);
        }
      }
    }
  }

  private void refill(Enrolled enrolled, Paper paper, int year) {
    String device = enrolled.enrolment().device();
    if (numbers.left(device, paper.key(), year) >= FEW) {
      return;
    }
    String setting = REQUEST + device + '/' + paper.key() + '/' + year;
    String name = settings.find(setting).filter(kept -> !kept.isEmpty()).orElseGet(ids::next);
    // Kept before it is sent: a lost answer is asked for again by the same name.
    settings.put(setting, name);
    List<Range> held = new ArrayList<>();
    for (NumberBlockRow row : numbers.listBlocks(device, paper.key(), year)) {
      held.add(new Range(row.first(), row.last()));
    }
    RemoteAnswer<NumberGrant> answer =
        remote.reserve(enrolled, new NumberRequest(paper.label(), year, BLOCK, name, held));
    if (answer instanceof RemoteAnswer.Answered<NumberGrant> given) {
      keep(given.value(), device, paper, year);
      settings.put(setting, "");
    }
  }

  private void keep(NumberGrant grant, String device, Paper paper, int year) {
    for (Range range : grant.withdrawn()) {
      numbers.withdraw(device, paper.key(), year, range.first(), range.last());
    }
    grant
        .block()
        .ifPresent(
            block ->
                numbers.add(
                    new NumberBlockRow(
                        block.id(),
                        device,
                        paper.key(),
                        year,
                        block.range().first(),
                        block.range().last(),
                        block.range().first(),
                        false)));
  }

  /**
   * The account leaves: from here on no number is taken, and the server is told where it can be.
   */
  public void giveBack(Enrolled enrolled) {
    numbers.giveBack(enrolled.enrolment().device());
    tellReturned(enrolled);
  }

  private void tellReturned(Enrolled enrolled) {
    for (NumberBlockRow row : numbers.listReturning(enrolled.enrolment().device())) {
      String label = Paper.findKey(row.paper()).map(Paper::label).orElse(row.paper());
      RemoteAnswer<Boolean> answer =
          remote.giveBack(enrolled, label, row.year(), new Range(row.next(), row.last()));
      if (answer instanceof RemoteAnswer.Answered) {
        numbers.returned(row.block());
      }
    }
  }
}
