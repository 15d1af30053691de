package cn.anxun.app.wipe;

import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.account.IdleLock;
import cn.anxun.app.account.RevokedPhone;
import cn.anxun.app.account.WipeProgress;
import cn.anxun.app.data.local.Erasure;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Restart;
import cn.anxun.app.upload.PhotoRetention;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.bundle.BundleFormat;
import cn.anxun.core.sync.bundle.BundlePublicKey;
import cn.anxun.core.sync.bundle.BundleWriter;
import cn.anxun.core.sync.bundle.PackWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * {@link RevokedPhone}: what was synced goes, photos too, and makes room; what is unsent is sealed
 * to the server's key and goes then. The sealed files are on the disk and read again before
 * anything unsent is deleted, and it is deleted in the same transaction that finds nothing left
 * which is not in them. A wipe that is cut off anywhere goes on at the next start.
 */
@Singleton
public final class PhoneWipe implements RevokedPhone {
  private static final Logger LOG = Logger.getLogger(PhoneWipe.class.getName());

  /** What tells nothing of anybody: the phone's own id, its clock. */
  private static final List<String> KEPT = List.of("account.device", "clock.latest", "clock.off");

  /** Where the server told no key, the unsent records can go to their own bureau alone. */
  private static final List<String> KEPT_UNSEALED =
      List.of(
          "account.device",
          "clock.latest",
          "clock.off",
          "account.bureau",
          "account.account",
          "account.trust");

  /** Room for the token and the frame of the request. */
  private static final long MAX_ENTRY_BYTES = BundleFormat.MAX_BYTES - (1 << 20);

  /** How often somebody may change something while it is being sealed. */
  private static final int TRIES = 20;

  /** So many files of earlier goes tell their names apart by a letter. */
  private static final int LETTERS = 26;

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.ofHours(8));

  private final WipeProgress progress;
  private final Enrolments enrolments;
  private final IdleLock lock;
  private final RoomPhoneStore store;
  private final Erasure erasure;
  private final Unsent unsent;
  private final WipeDisk disk;
  private final PhotoRetention retention;
  private final Restart restart;
  private final Clock clock;

  @Inject
  PhoneWipe(
      WipeProgress progress,
      Enrolments enrolments,
      IdleLock lock,
      RoomPhoneStore store,
      Erasure erasure,
      Unsent unsent,
      WipeDisk disk,
      PhotoRetention retention,
      Restart restart,
      Clock clock) {
    this.progress = progress;
    this.enrolments = enrolments;
    this.lock = lock;
    this.store = store;
    this.erasure = erasure;
    this.unsent = unsent;
    this.disk = disk;
    this.retention = retention;
    this.restart = restart;
    this.clock = clock;
  }

  @Override
  public boolean isWiped() {
    return progress.stage() != WipeProgress.Stage.NONE;
  }

  @Override
  public synchronized void wipe() {
    Optional<Enrolled> enrolled = enrolments.find();
    if (!isWiped() && enrolled.isPresent()) {
      progress.begin(enrolled.get(), clock.instant());
      lock.lock();
      try {
        finish();
      } catch (StoreException | UncheckedIOException e) {
        // The phone is shut. Its page tells so, and goes on, as does each start.
        LOG.log(Level.WARNING, "the wipe is not at its end", e);
      }
    }
  }

  @Override
  public synchronized void resume() {
    WipeProgress.Stage stage = progress.stage();
    if (stage == WipeProgress.Stage.BEGUN) {
      finish();
    } else if (stage == WipeProgress.Stage.DONE && progress.report().unsealed() == 0) {
      try {
        // What a form still wrote as the phone was being wiped.
        if (!unsent.list().isEmpty() || !waiting().isEmpty()) {
          seal();
        }
        enrolments.forget();
        disk.clear();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void finish() {
    try {
      disk.deleteCached();
      store.beginScope();
      retention.wipeStored();
      seal();
      enrolments.forget();
      if (progress.report().unsealed() == 0) {
        disk.clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    erasure.compact();
    restart.now();
  }

  private void seal() throws IOException {
    Optional<Enrolled> sealer = progress.sealer();
    Optional<BundlePublicKey> key = sealer.flatMap(Enrolled::bundleKey).flatMap(PhoneWipe::key);
    if (!sealer.isPresent() || !key.isPresent()) {
      leaveUnsealed();
      return;
    }
    disk.deleteSealedBut(progress.files());
    Seal seal = new Seal(sealer.get(), key.get(), clock.instant());
    for (int i = 0; i < TRIES; i++) {
      List<Unsent.Item> items = unsent.list();
      seal.pack(items);
      if (store.inTransaction(() -> seal.end(items))) {
        return;
      }
    }
    throw new IOException("what is unsent changes on and on while it is being sealed");
  }

  /** Without a key there is nothing to seal with: what is unsent stays, encrypted as all is. */
  private void leaveUnsealed() {
    store.inTransaction(
        () -> {
          int left = waiting().size() + unsent.list().size();
          if (left == 0) {
            erasure.eraseAll(KEPT, WipeProgress.PREFIX);
          } else {
            erasure.eraseSynced(KEPT_UNSEALED, WipeProgress.PREFIX);
          }
          progress.done(new WipeProgress.Report(clock.instant(), 0, 0, 0, left), List.of());
          return true;
        });
  }

  /** Entries that a server may still take, refused ones too, in the order they were saved. */
  private List<OutboxEntry> waiting() {
    List<OutboxEntry> entries = new ArrayList<>(store.list(OutboxState.PENDING));
    entries.addAll(store.list(OutboxState.QUARANTINED));
    entries.sort(Comparator.comparingLong(OutboxEntry::position));
    return entries;
  }

  private static Optional<BundlePublicKey> key(String base64) {
    try {
      return Optional.of(BundlePublicKey.parse(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The sealed files of one go. */
  private final class Seal {
    private final Enrolled sealer;
    private final BundlePublicKey key;
    private final Instant now;
    private final String name;
    private final List<String> files = new ArrayList<>();
    private int unreadable;

    Seal(Enrolled sealer, BundlePublicKey key, Instant now) {
      this.sealer = sealer;
      this.key = key;
      this.now = now;
      int before = progress.files().size();
      this.name =
          "anxun-"
              + sealer.enrolment().letters()
              + '-'
              + NAME.format(now)
              + (before == 0 ? "" : "-" + (char) ('a' + before % LETTERS));
    }

    /** Photos and drafts, which may be many, before the transaction. */
    void pack(List<Unsent.Item> items) throws IOException {
      files.clear();
      unreadable = 0;
      if (!items.isEmpty()) {
        String file = name + ".anxunp";
        disk.seal(
            file,
            out -> {
              PackWriter pack = new PackWriter(key, sealer.enrolment(), now, out);
              unreadable = unsent.write(pack);
              pack.finish();
            });
        files.add(file);
      }
    }

    /**
     * Within a transaction: seals the entries and deletes everything.
     *
     * @return false, and nothing done, where what was packed has changed since
     */
    boolean end(List<Unsent.Item> packed) {
      if (!unsent.list().equals(packed)) {
        return false;
      }
      List<OutboxEntry> entries = waiting();
      try {
        bundle(entries);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      erasure.eraseAll(KEPT, WipeProgress.PREFIX);
      progress.done(
          new WipeProgress.Report(
              now, entries.size(), packed.size() - refused(entries), unreadable, 0),
          files);
      return true;
    }

    /** They are in the bundle, and for whoever is to read them in the pack too. */
    private int refused(List<OutboxEntry> entries) {
      int refused = 0;
      for (OutboxEntry entry : entries) {
        refused += entry.state() == OutboxState.QUARANTINED ? 1 : 0;
      }
      return refused;
    }

    private void bundle(List<OutboxEntry> entries) throws IOException {
      int from = 0;
      for (int number = 1; from < entries.size(); number++) {
        List<WrittenEntry> part = part(entries, from);
        from += part.size();
        String file = name + (number == 1 ? "" : "-" + number) + ".anxunb";
        byte[] bundle = new BundleWriter(key).write(sealer.enrolment(), part, now);
        disk.seal(file, out -> out.write(bundle));
        files.add(file);
      }
    }

    private List<WrittenEntry> part(List<OutboxEntry> entries, int from) {
      List<WrittenEntry> part = new ArrayList<>();
      long bytes = 0;
      for (OutboxEntry entry : entries.subList(from, entries.size())) {
        bytes += entry.written().bytes().length + 1L;
        if (part.size() == BundleFormat.MAX_ENTRIES
            || (bytes > MAX_ENTRY_BYTES && !part.isEmpty())) {
          break;
        }
        part.add(entry.written());
      }
      return part;
    }
  }
}
