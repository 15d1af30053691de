package cn.anxun.app.record;

import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * Keeps what a person did: entries and what they amount to, all or nothing, in one transaction.
 * Each is checked as the server checks it before anything is kept. Never on the main thread.
 *
 * <pre>
 * Recorded saved = recorder.record(recording -> {
 *   String visit = recording.open(Inspected.KIND, today, visitFields);
 *   recording.open(HazardFound.KIND, today, hazardFields(visit), photos);
 * });
 * </pre>
 */
@Singleton
public final class Recorder {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final RoomPhoneStore store;
  private final Author author;
  private final Clock clock;
  private final EntryIds ids;

  @Inject
  public Recorder(RoomPhoneStore store, Author author, Clock clock, EntryIds ids) {
    this.store = store;
    this.author = author;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The hash of the untouched original of a photo that a record names: as an entry says it, or as
   * this phone knows it; the photo's own where nobody knows of another.
   */
  public String originalOf(String subject, String sha256) {
    for (LedgerEntry held : store.listSubject(subject, Stamp.UNSENT)) {
      for (Attachment each : held.entry().header().attachments()) {
        if (each.sha256().equals(sha256) && each.original().isPresent()) {
          return each.original().get();
        }
      }
    }
    return store.findOriginal(sha256).orElse(sha256);
  }

  /** Today's business date. */
  public LocalDate today() {
    return clock.instant().atZone(SHANGHAI).toLocalDate();
  }

  /**
   * Keeps what is said.
   *
   * @throws RecordRejectedException where one of the entries is not acceptable; nothing was kept
   * @throws cn.anxun.app.data.local.StoreException where the disk would not; nothing was kept
   */
  public Recorded record(Consumer<Recording> what) throws RecordRejectedException {
    Recording recording = new Recording(ids);
    what.accept(recording);
    try {
      return store.inTransaction(() -> keep(recording.said()));
    } catch (Rejected e) {
      throw e.reason;
    }
  }

  /**
   * As {@link #record}, and what is said is also found out in the transaction: what it takes from
   * the phone on the way, such as a number, it takes only if all is kept.
   */
  public Recorded recordTogether(Consumer<Recording> what) throws RecordRejectedException {
    try {
      return store.inTransaction(
          () -> {
            Recording recording = new Recording(ids);
            what.accept(recording);
            return keep(recording.said());
          });
    } catch (Rejected e) {
      throw e.reason;
    }
  }

  private Recorded keep(List<Recording.Said> said) {
    EntryWriter writer = new EntryWriter(store, author, clock.instant());
    List<WrittenEntry> entries = new ArrayList<>(said.size());
    List<Recorded.Item> items = new ArrayList<>(said.size());
    for (Recording.Said one : said) {
      WrittenEntry written = written(writer, one, entries.size());
      entries.add(written);
      items.add(
          new Recorded.Item(
              one.id(),
              one.subject(),
              one.kind().name(),
              written.entry().fields().text(RecordFields.NUMBER),
              one.id().equals(one.subject())));
    }
    if (!entries.isEmpty()) {
      store.saveAll(entries, stamp());
    }
    return new Recorded(items);
  }

  private static WrittenEntry written(EntryWriter writer, Recording.Said said, int place) {
    try {
      return writer.write(said);
    } catch (EntryRejectedException e) {
      throw new Rejected(new RecordRejectedException(place, said.subject(), e.problem()));
    }
  }

  /**
   * 撤回: takes back what was recorded. What was never begun to be sent is withdrawn; the rest is
   * voided by entries that go after it. The last said goes first.
   *
   * @param reason why, for what is voided
   */
  public Undone undo(Recorded recorded, String reason) throws RecordRejectedException {
    List<String> withdrawn = new ArrayList<>();
    List<String> voided = new ArrayList<>();
    try {
      store.inTransaction(
          () -> {
            Recording voids = new Recording(ids);
            for (int i = recorded.items().size() - 1; i >= 0; i--) {
              Recorded.Item item = recorded.items().get(i);
              if (store.withdraw(item.entryId())) {
                withdrawn.add(item.entryId());
              } else if (store.find(item.entryId()).isPresent()) {
                voids.voidEntry(item.subject(), item.entryId(), today(), reason);
                voided.add(item.entryId());
              }
            }
            return keep(voids.said());
          });
    } catch (Rejected e) {
      throw e.reason;
    }
    return new Undone(withdrawn, voided);
  }

  /** 撤回: takes back one entry that was never begun to be sent; false once it was. */
  public boolean withdraw(String entryId) {
    return store.withdraw(entryId);
  }

  /**
   * Says one own entry anew under its own id: one that the server refused, or that was withdrawn or
   * not begun to be sent. Its number stays as it was.
   *
   * @return false, and no effect, where it is none of these any more
   * @throws RecordRejectedException where it is not acceptable; it stays as it was
   */
  public boolean rewrite(
      String entryId, LocalDate date, Fields fields, List<Attachment> attachments)
      throws RecordRejectedException {
    Optional<OutboxEntry> held = store.findOwn(entryId);
    if (!held.isPresent()) {
      return false;
    }
    Entry before = held.get().written().entry();
    Header old = before.header();
    Header header =
        new Header(
            old.id(),
            old.subject(),
            old.after(),
            old.at(),
            date,
            old.author(),
            old.device(),
            attachments);
    Fields numbered =
        fields.with(RecordFields.NUMBER.name(), before.fields().raw(RecordFields.NUMBER.name()));
    try {
      WrittenEntry written = EntryWriter.checked(before.kind().entry(header, numbered));
      return held.get().state() == OutboxState.QUARANTINED
          ? store.mend(written)
          : store.reopen(written);
    } catch (EntryRejectedException e) {
      throw new RecordRejectedException(0, old.subject(), e.problem());
    }
  }

  private Stamp stamp() {
    return Stamp.unsent(author.account(), author.role(), author.device(), clock.instant());
  }

  /** Carries the reason out of the transaction, which it undoes. */
  private static final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RecordRejectedException reason;

    Rejected(RecordRejectedException reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
