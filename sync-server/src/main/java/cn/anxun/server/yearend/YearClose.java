package cn.anxun.server.yearend;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.YearClosed;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.storage.Turn;
import cn.anxun.server.yearend.YearCloseException.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Closes the years of one bureau. Closing signs every figure at the cut-off (the ledger's last
 * entry, 31 December) by an entry; asked again, the signed values answer. Safe for several threads.
 */
public final class YearClose {
  private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");
  private static final int MAX_REASON = 400;

  /**
   * How a year is to be closed.
   *
   * @param override why what the gate found is passed over; "" to refuse then
   * @param newEdition why a closed year is closed again; "" to answer what was signed
   */
  public record Request(int year, String override, String newEdition) {
    public static Request of(int year) {
      return new Request(year, "", "");
    }

    public Request overriding(String reason) {
      return new Request(year, reason, newEdition);
    }

    public Request asNewEdition(String reason) {
      return new Request(year, override, reason);
    }
  }

  private final BureauLedger ledger;
  private final YearGate gate;
  private final EntryIds ids;
  private final Clock clock;

  /**
   * @param gate what is asked before closing
   * @param ids makes the ids of the closing entries
   */
  public YearClose(BureauLedger ledger, YearGate gate, EntryIds ids, Clock clock) {
    this.ledger = ledger;
    this.gate = gate;
    this.ids = ids;
    this.clock = clock;
  }

  /** What stands in the way of closing the year now. */
  public List<GateFinding> gate(int year) {
    return gate.findings(ledger, state(year), year, clock.instant());
  }

  /** The editions of a closed year, the first first; none for an open one. */
  public List<ClosedYear> list(int year) {
    return new ClosedYears(ledger).list(year);
  }

  /** The last edition of a closed year. */
  public Optional<ClosedYear> find(int year) {
    List<ClosedYear> editions = list(year);
    return editions.isEmpty() ? Optional.empty() : Optional.of(editions.get(editions.size() - 1));
  }

  /**
   * Closes the year, or answers what was signed where it is closed already and no new edition is
   * asked for.
   *
   * @throws YearCloseException where it may not be closed, or not like this
   * @throws cn.anxun.server.storage.StorageException where it could not be kept
   */
  public ClosedYear close(Request request, Pusher pusher) {
    check(request, pusher);
    Turn turn = ledger.turn("year");
    try (turn) {
      return closeInTurn(request, pusher);
    }
  }

  private ClosedYear closeInTurn(Request request, Pusher pusher) {
    Optional<ClosedYear> last = find(request.year());
    if (last.isPresent() && request.newEdition().isBlank()) {
      return last.get();
    }
    if (last.isEmpty() && !request.newEdition().isBlank()) {
      throw YearCloseException.of(Reason.NOT_CLOSED, request.year());
    }
    LedgerState state = state(request.year());
    List<GateFinding> findings = gate.findings(ledger, state, request.year(), clock.instant());
    if (!findings.isEmpty() && request.override().isBlank()) {
      throw YearCloseException.gate(request.year(), findings);
    }
    int edition = last.map(ClosedYear::edition).orElse(0) + 1;
    write(closed(request, edition, state, findings, pusher), pusher);
    return find(request.year())
        .orElseThrow(() -> YearCloseException.of(Reason.REFUSED, request.year(), ""));
  }

  private static void check(Request request, Pusher pusher) {
    if (!pusher.role().has(YearClosed.KIND.right())) {
      throw YearCloseException.of(Reason.NOT_ALLOWED);
    }
    if (request.year() < 2000 || request.year() > 2099) {
      throw YearCloseException.of(Reason.YEAR_OUT_OF_RANGE, request.year());
    }
    if (request.override().length() > MAX_REASON || request.newEdition().length() > MAX_REASON) {
      throw YearCloseException.of(Reason.REASON_TOO_LONG, MAX_REASON);
    }
  }

  private LedgerState state(int year) {
    return ledger.state(new Cutoff(ledger.lastSeq(), LocalDate.of(year, 12, 31)));
  }

  private ClosedYear closed(
      Request request, int edition, LedgerState state, List<GateFinding> findings, Pusher pusher) {
    YearQuestions questions = new YearQuestions(state, request.year());
    return new ClosedYear(
        request.year(),
        edition,
        state.cutoff(),
        FigureEngine.VERSION,
        ledger.headAt(state.cutoff().seq()).hash(),
        request.newEdition().strip(),
        findings.isEmpty() ? "" : request.override().strip(),
        findings.stream().map(GateFinding::text).toList(),
        pusher.account(),
        questions.figures(),
        questions.forms());
  }

  private void write(ClosedYear closed, Pusher pusher) {
    FirstSeqs seqs = FirstSeqs.of(ledger, closed.cutoff().seq());
    String close = ids.next();
    List<byte[]> entries = new ArrayList<>();
    for (Json document : ClosedYearJson.write(closed, close, seqs)) {
      int part = entries.size() + 1;
      entries.add(entry(closed, document, part, part == 1 ? close : ids.next(), pusher));
    }
    for (Receipt receipt : ledger.accept(pusher, entries)) {
      if (!(receipt instanceof Receipt.Accepted)) {
        throw YearCloseException.of(Reason.REFUSED, closed.year(), receipt.toString());
      }
    }
  }

  private byte[] entry(ClosedYear closed, Json document, int part, String id, Pusher pusher) {
    String subject = ClosedYears.part(closed.year(), part);
    List<LedgerEntry> before = ledger.listSubject(subject, Long.MAX_VALUE - 1);
    @Nullable String after = before.isEmpty() ? null : before.get(before.size() - 1).id();
    Header header =
        new Header(
            id,
            subject,
            after,
            clock.instant(),
            LocalDate.ofInstant(clock.instant(), BUSINESS_ZONE),
            pusher.account(),
            pusher.device(),
            List.of());
    Fields fields =
        Fields.builder()
            .set(YearClosed.YEAR, closed.year())
            .set(YearClosed.EDITION, closed.edition())
            .set(YearClosed.DOCUMENT, document)
            .build();
    return EntryJson.write(new YearClosed(header, fields)).bytes();
  }

  /** What came after the cut-off of the year's last edition and changes a figure of it. */
  public LateEntries late(int year) {
    ClosedYear closed =
        find(year).orElseThrow(() -> YearCloseException.of(Reason.NOT_CLOSED, year));
    return LateEntries.of(ledger, closed);
  }
}
