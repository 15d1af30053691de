package cn.anxun.server.paper;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.NumbersReserved;
import cn.anxun.core.entry.NumbersReturned;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.paper.NumberBlock;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.auth.PushAudit;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.Pusher;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the number desk says in a bureau's ledger, under its own name. */
final class NumberEntries {
  /** The account and the device in its stamps. */
  private static final String ACCOUNT = "number-desk";

  private static final String DEVICE = "server";
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final BureauLedgers ledgers;
  private final EntryIds ids;
  private final PushAudit audit;
  private final Clock clock;

  NumberEntries(BureauLedgers ledgers, EntryIds ids, PushAudit audit, Clock clock) {
    this.ledgers = ledgers;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(SHANGHAI));
  }

  /** Writes down that a device has these numbers; nobody for "". */
  NumberBlock give(
      Principal asking, Numbers numbers, String device, String request, String reason) {
    Fields fields =
        range(numbers)
            .set(NumbersReserved.FOR_DEVICE, device.isEmpty() ? null : device)
            .set(NumbersReserved.FOR_ACCOUNT, asking.account())
            .set(NumbersReserved.REQUEST, request.isEmpty() ? null : request)
            .set(NumbersReserved.REASON, reason.isEmpty() ? null : reason)
            .build();
    String subject = Documents.numbers(numbers.paper().key(), numbers.year(), numbers.first());
    String entry = say(asking, NumbersReserved.KIND, subject, fields);
    return NumberBlock.of(entry, fields).orElseThrow();
  }

  /** Writes down that nobody uses these numbers. */
  void skip(Principal asking, Numbers numbers, String reason) {
    Fields fields =
        range(numbers)
            .set(NumbersReserved.SKIPPED, true)
            .set(NumbersReserved.REASON, reason)
            .build();
    String subject = Documents.numbers(numbers.paper().key(), numbers.year(), numbers.first());
    say(asking, NumbersReserved.KIND, subject, fields);
  }

  /** Writes down that these numbers were given back. */
  void takeBack(Principal asking, Numbers numbers, String device, String reason) {
    Fields fields =
        range(numbers)
            .set(NumbersReserved.FOR_DEVICE, device.isEmpty() ? null : device)
            .set(NumbersReturned.REASON, reason)
            .build();
    String subject =
        Documents.numbersReturned(numbers.paper().key(), numbers.year(), numbers.first());
    say(asking, NumbersReturned.KIND, subject, fields);
  }

  private static Fields.Builder range(Numbers numbers) {
    return Fields.builder()
        .set(PaperIssued.PAPER, numbers.paper().label())
        .set(PaperIssued.PAPER_YEAR, numbers.year())
        .set(NumbersReserved.FIRST_SERIAL, numbers.first())
        .set(NumbersReserved.LAST_SERIAL, numbers.last());
  }

  /** Says one entry of the desk, durable when this returns; gives its id. */
  String say(Principal asking, Kind kind, String subject, Fields fields) {
    BureauLedger ledger = ledgers.get(asking.bureau());
    Instant at = clock.instant();
    String id = ids.next();
    @Nullable String after = last(ledger, subject);
    Header header = new Header(id, subject, after, at, today(), ACCOUNT, DEVICE, List.of());
    Entry entry = kind.entry(header, fields);
    Pusher desk = new Pusher(ACCOUNT, Role.OFFICE, DEVICE);
    List<Receipt> receipts = ledger.accept(desk, List.of(EntryJson.write(entry).bytes()));
    if (!(receipts.get(0) instanceof Receipt.Accepted)) {
      throw new IllegalStateException("the number desk was answered by " + receipts.get(0));
    }
    audit.record(asking, desk, ledger, receipts);
    return id;
  }

  private static @Nullable String last(BureauLedger ledger, String subject) {
    List<LedgerEntry> entries = ledger.listSubject(subject, ledger.lastSeq());
    return entries.isEmpty() ? null : entries.get(entries.size() - 1).id();
  }
}
