package cn.anxun.server.phone;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.SyncEngine;
import cn.anxun.core.sync.SyncLimits;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.core.sync.bundle.BundleException;
import cn.anxun.core.sync.bundle.BundleFormat;
import cn.anxun.core.sync.bundle.BundlePublicKey;
import cn.anxun.core.sync.bundle.BundleReceipts;
import cn.anxun.core.sync.bundle.BundleWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A phone without a screen: what a person does with the app, over the same engine and the same API.
 *
 * <pre>
 * Network network = HttpNetwork.to(server.address());
 * Enrolment enrolment = new EnrolmentDesk(network, clock).enrol(new EnrolmentRequest(code, "phone-1", "李的手机", ""));
 * Phone phone = new Phone(enrolment, store, network, clock, random);
 * WrittenEntry hazard = phone.record(HazardFound.KIND, date, fields);
 * phone.follow(Rectified.KIND, hazard.entry().subject(), date, fields);
 * phone.sync();
 * </pre>
 */
public final class Phone {
  /** Leaves room for the frame of the push request. */
  private static final long MAX_BUNDLED_BYTES = BundleFormat.MAX_BYTES - (1 << 20);

  private final Enrolment enrolment;
  private final PhoneStore store;
  private final Clock clock;
  private final EntryIds ids;
  private final NumberMaker numbers;
  private final SyncEngine engine;

  /**
   * @param enrolment what the server told this phone as it became a device
   * @param store empty, or of the same device
   */
  public Phone(Enrolment enrolment, PhoneStore store, Network network, Clock clock, Random random) {
    this(enrolment, store, new HttpRemoteLedger(network, enrolment.token(), clock), clock, random);
  }

  /** The same, where the server's ledger is reached in another way than by HTTP alone. */
  public Phone(
      Enrolment enrolment, PhoneStore store, RemoteLedger remote, Clock clock, Random random) {
    this.enrolment = enrolment;
    this.store = store;
    this.clock = clock;
    this.ids = new EntryIds(clock, random);
    this.numbers = new NumberMaker(enrolment.letters(), store);
    this.engine = new SyncEngine(store, remote, clock, new BackOff(random));
  }

  public Enrolment enrolment() {
    return enrolment;
  }

  public PhoneStore store() {
    return store;
  }

  /**
   * Records something new; its subject is its own id. A site, inspection, hazard, drill or training
   * gets its number.
   *
   * @throws IllegalArgumentException where the fields are not what the kind demands
   */
  public WrittenEntry record(Kind kind, LocalDate date, Fields fields) {
    String id = ids.next();
    Fields numbered =
        numbers
            .next(kind, date.getYear())
            .map(number -> fields.toBuilder().set(RecordFields.NUMBER, number.toString()).build())
            .orElse(fields);
    return save(kind, id, id, null, date, numbered);
  }

  /**
   * Records what follows on a subject: a step, an amendment, a revision of a document. It comes
   * after the last entry of the subject that this phone has seen.
   *
   * @throws IllegalArgumentException where the fields are not what the kind demands
   */
  public WrittenEntry follow(Kind kind, String subject, LocalDate date, Fields fields) {
    List<LedgerEntry> seen = store.listSubject(subject, Stamp.UNSENT);
    return save(
        kind,
        ids.next(),
        subject,
        seen.isEmpty() ? null : seen.get(seen.size() - 1).id(),
        date,
        fields);
  }

  private WrittenEntry save(
      Kind kind, String id, String subject, @Nullable String after, LocalDate date, Fields fields) {
    Header header =
        new Header(
            id,
            subject,
            after,
            clock.instant(),
            date,
            enrolment.account(),
            enrolment.device(),
            List.of());
    WrittenEntry written = EntryJson.write(kind.entry(header, fields));
    try {
      WrittenEntry checked = EntryJson.read(written.bytes());
      store.save(
          checked,
          Stamp.unsent(enrolment.account(), enrolment.role(), enrolment.device(), clock.instant()));
      return checked;
    } catch (EntryRejectedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** One sync. */
  public SyncOutcome sync() {
    return engine.sync();
  }

  /**
   * Syncs until it is done, or until nothing more can be done without a person.
   *
   * @param attempts the most syncs
   * @param wait does the waiting between them
   */
  public SyncOutcome syncUntilDone(int attempts, Consumer<Duration> wait) {
    SyncOutcome outcome = engine.sync();
    for (int i = 1; i < attempts; i++) {
      if (outcome instanceof SyncOutcome.Offline offline) {
        wait.accept(offline.retryAfter());
      } else if (outcome instanceof SyncOutcome.Refused refused) {
        wait.accept(refused.retryAfter());
      } else {
        return outcome;
      }
      outcome = engine.sync();
    }
    return outcome;
  }

  /**
   * What is waiting to be sent, as a bundle to be carried to the server; it stays pending until
   * {@link #settle} or a sync. Where it is more than one bundle holds, the oldest of it.
   */
  public byte[] exportBundle(BundlePublicKey key) {
    Instant now = clock.instant();
    List<String> ids =
        store.listPending(0, BundleFormat.MAX_ENTRIES, MAX_BUNDLED_BYTES, now).stream()
            .map(OutboxEntry::id)
            .toList();
    List<WrittenEntry> entries =
        store.beginAttempt(ids).stream().map(OutboxEntry::written).toList();
    return new BundleWriter(key).write(enrolment, entries, now);
  }

  /**
   * Settles what a bundle brought to the server, by the receipts that came back.
   *
   * @throws BundleException where they are not the server's answer to this device; then nothing is
   *     settled
   */
  public void settle(byte[] receipts) throws BundleException {
    PushReply reply = BundleReceipts.read(receipts, enrolment.token()).reply();
    store.settle(reply.receipts(), clock.instant().plus(SyncLimits.DEFERRAL));
  }

  /** What this phone knows, its unsent entries too if the cut-off says so. */
  public LedgerState state(Cutoff cutoff) {
    return new LedgerFold().fold(store, cutoff);
  }

  /** A figure from this phone's own store alone. */
  public Figure figure(Indicator indicator, Period period, Cutoff cutoff) {
    return FigureEngine.figure(state(cutoff), indicator, period);
  }
}
