package cn.anxun.server.console.record;

import cn.anxun.core.entry.Attached;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.auth.PushAudit;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.text.ServerTexts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in the ledger what somebody says in the browser: entries like those of phones. */
public final class Desk {

  /** The ledger did not take it; nothing was kept. */
  public static final class NotTakenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient EntryProblem problem;

    NotTakenException(EntryProblem problem) {
      super(problem.message());
      this.problem = problem;
    }

    public EntryProblem problem() {
      return problem;
    }
  }

  private final EntryIds ids;
  private final PushAudit audit;
  private final Clock clock;

  public Desk(EntryIds ids, PushAudit audit, Clock clock) {
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /** Today's business date. */
  public LocalDate today() {
    return Days.today(clock);
  }

  /**
   * Says one entry about a subject.
   *
   * @param after the last entry of the subject that the person saw
   * @return its id
   * @throws NotTakenException where a field is wrong
   */
  public String say(
      Principal person,
      BureauLedger ledger,
      Kind kind,
      String subject,
      @Nullable String after,
      LocalDate date,
      Fields fields)
      throws NotTakenException {
    return say(person, ledger, kind, ids.next(), subject, after, date, fields);
  }

  /**
   * Adds files, which have arrived, to a record, today.
   *
   * @param after the last entry of the record that the person saw
   */
  public void attach(
      Principal person,
      BureauLedger ledger,
      String subject,
      @Nullable String after,
      List<Attachment> files)
      throws NotTakenException {
    Header header =
        new Header(
            ids.next(),
            subject,
            after,
            clock.instant(),
            today(),
            person.account(),
            person.device(),
            files);
    accept(person, ledger, List.of(Attached.KIND.entry(header, Fields.NONE)));
  }

  /**
   * Says a whole revision of a document, today.
   *
   * @param after the revision that the person saw; empty for the first
   * @return why it was not taken, in a sentence; empty where it was
   */
  public Optional<String> revise(
      Principal person,
      BureauLedger ledger,
      Texts texts,
      Kind kind,
      String subject,
      Optional<String> after,
      Fields fields) {
    try {
      say(person, ledger, kind, subject, after.orElse(null), today(), fields);
      return Optional.empty();
    } catch (NotTakenException e) {
      return Optional.of(e.problem().sentence(ServerTexts.core(texts)));
    }
  }

  /** Opens a record; its id is its subject. */
  public String open(
      Principal person, BureauLedger ledger, Kind kind, LocalDate date, Fields fields)
      throws NotTakenException {
    String id = ids.next();
    return say(person, ledger, kind, id, id, null, date, fields);
  }

  /** Opens a record whose id was made before; the same again counts once. */
  public void open(
      Principal person, BureauLedger ledger, Kind kind, String id, LocalDate date, Fields fields)
      throws NotTakenException {
    say(person, ledger, kind, id, id, null, date, fields);
  }

  /** The id of a record that is going to be opened. */
  public String newId() {
    return ids.next();
  }

  /**
   * Whether the ledger would take this as the opening of a record; says nothing.
   *
   * @throws NotTakenException where a field is wrong
   */
  public void check(Principal person, Kind kind, String id, LocalDate date, Fields fields)
      throws NotTakenException {
    check(entry(person, kind, id, clock.instant(), date, id, null, fields));
  }

  private static void check(Entry entry) throws NotTakenException {
    try {
      EntryJson.read(EntryJson.write(entry).bytes());
    } catch (EntryRejectedException e) {
      throw new NotTakenException(e.problem());
    }
  }

  private String say(
      Principal person,
      BureauLedger ledger,
      Kind kind,
      String id,
      String subject,
      @Nullable String after,
      LocalDate date,
      Fields fields)
      throws NotTakenException {
    Instant at = clock.instant();
    accept(person, ledger, List.of(entry(person, kind, id, at, date, subject, after, fields)));
    return id;
  }

  /**
   * One of several things to say at once.
   *
   * @param after the last entry of the subject that the person saw
   */
  public record Saying(String subject, @Nullable String after, Fields fields) {}

  /**
   * Says several entries of a kind in one go, all or none.
   *
   * @throws NotTakenException where a field of one is wrong
   */
  public void sayAll(
      Principal person, BureauLedger ledger, Kind kind, LocalDate date, List<Saying> sayings)
      throws NotTakenException {
    Instant at = clock.instant();
    List<Entry> entries = new ArrayList<>();
    for (Saying one : sayings) {
      entries.add(
          entry(person, kind, ids.next(), at, date, one.subject(), one.after(), one.fields()));
    }
    for (Entry entry : entries) {
      check(entry);
    }
    accept(person, ledger, entries);
  }

  private static Entry entry(
      Principal person,
      Kind kind,
      String id,
      Instant at,
      LocalDate date,
      String subject,
      @Nullable String after,
      Fields fields) {
    return kind.entry(
        new Header(id, subject, after, at, date, person.account(), person.device(), List.of()),
        fields);
  }

  private void accept(Principal person, BureauLedger ledger, List<Entry> entries)
      throws NotTakenException {
    List<Receipt> receipts =
        ledger.accept(
            new Pusher(person.account(), person.role(), person.device()),
            entries.stream().map(entry -> EntryJson.write(entry).bytes()).toList());
    audit.record(person, ledger, receipts);
    for (Receipt receipt : receipts) {
      if (receipt instanceof Receipt.Rejected rejected) {
        throw new NotTakenException(rejected.problem());
      }
      if (!(receipt instanceof Receipt.Accepted)) {
        throw new IllegalStateException("an entry of the console was answered by " + receipt);
      }
    }
  }
}
