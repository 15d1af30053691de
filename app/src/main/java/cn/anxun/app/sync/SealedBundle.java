package cn.anxun.app.sync;

import android.net.Uri;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.local.Bundles;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.ui.Dates;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.SyncLimits;
import cn.anxun.core.sync.bundle.BundleException;
import cn.anxun.core.sync.bundle.BundleFormat;
import cn.anxun.core.sync.bundle.BundlePublicKey;
import cn.anxun.core.sync.bundle.BundleReceipts;
import cn.anxun.core.sync.bundle.BundleWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;

/**
 * 密封文件: what waits to be sent as a file that the server alone can open, for a phone that cannot
 * reach it; and the receipts that are carried back. Waits for the disk.
 */
public final class SealedBundle {
  /** Of every bundle's name. */
  private static final String PREFIX = "anxun-";

  private static final String SUFFIX = ".anxunb";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(Dates.ZONE);

  /** Room for the token and the frame of the request. */
  private static final long MAX_ENTRY_BYTES = BundleFormat.MAX_BYTES - (1 << 20);

  private static final int CHUNK = 1 << 16;

  private final Enrolments enrolments;
  private final RoomPhoneStore store;
  private final Bundles bundles;
  private final HandedFiles files;
  private final Clock clock;

  /** What came of making one. */
  public sealed interface Made {
    /**
     * Made.
     *
     * @param file for the share sheet
     * @param entries how many are in it
     */
    record Done(Uri file, int entries) implements Made {}

    /** Nothing waits to be sent. */
    record Nothing() implements Made {}

    /** The phone is not enrolled, or was by a server that told no key. */
    record NoKey() implements Made {}

    /** The disk would not take the file; nothing was changed. */
    record NotWritten() implements Made {}
  }

  /** What the receipts said. */
  public sealed interface Read {
    /**
     * Read.
     *
     * @param accepted in the server's ledger
     * @param rejected to be mended
     * @param held in the inbox of revoked devices
     * @param deferred of a kind that the server does not know yet; they go on waiting
     */
    record Done(int accepted, int rejected, int held, int deferred) implements Read {}

    /** The file is nothing to be believed. */
    record Refused(BundleException.Problem problem) implements Read {}

    /** Receipts for another bundle than those that this phone knows of. */
    record OtherBundle() implements Read {}

    /** The file could not be read. */
    record NotRead() implements Read {}
  }

  @Inject
  public SealedBundle(
      Enrolments enrolments,
      RoomPhoneStore store,
      Bundles bundles,
      HandedFiles files,
      Clock clock) {
    this.enrolments = enrolments;
    this.store = store;
    this.bundles = bundles;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Seals everything that waits, deferred entries too, as far as one file holds it; the oldest
   * first. From now on they count as attempted, and stay pending until their receipts come.
   */
  public Made make() {
    Optional<Enrolled> enrolled = enrolments.find();
    Optional<BundlePublicKey> key =
        enrolled.flatMap(Enrolled::bundleKey).flatMap(SealedBundle::key);
    if (!enrolled.isPresent() || !key.isPresent()) {
      return new Made.NoKey();
    }
    files.deleteShared(PREFIX, clock.instant());
    try {
      return store.inTransaction(() -> make(enrolled.get(), key.get()));
    } catch (UncheckedIOException e) {
      return new Made.NotWritten();
    }
  }

  private Made make(Enrolled enrolled, BundlePublicKey key) {
    List<String> ids = new ArrayList<>();
    for (OutboxEntry entry :
        store.listPending(0, BundleFormat.MAX_ENTRIES, MAX_ENTRY_BYTES, Instant.MAX)) {
      ids.add(entry.id());
    }
    if (ids.isEmpty()) {
      return new Made.Nothing();
    }
    List<WrittenEntry> entries = new ArrayList<>();
    for (OutboxEntry entry : store.beginAttempt(ids)) {
      entries.add(entry.written());
    }
    Instant now = clock.instant();
    byte[] bundle = new BundleWriter(key).write(enrolled.enrolment(), entries, now);
    bundles.keep(BundleFormat.hash(bundle), ids, now);
    String name = PREFIX + enrolled.enrolment().letters() + '-' + NAME.format(now) + SUFFIX;
    try {
      return new Made.Done(files.forSharing(bundle, name), entries.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settles what was bundled by the receipts in this file, which somebody brought back. */
  public Read read(Uri file) {
    Optional<Enrolled> enrolled = enrolments.find();
    if (!enrolled.isPresent()) {
      return new Read.OtherBundle();
    }
    try (InputStream in = files.source(file).open()) {
      BundleReceipts receipts = BundleReceipts.read(bytes(in), enrolled.get().enrolment().token());
      Set<String> ids = bundles.list(receipts.bundle());
      return ids.isEmpty() ? new Read.OtherBundle() : settle(receipts, ids);
    } catch (BundleException e) {
      return new Read.Refused(e.problem());
    } catch (IOException | SecurityException e) {
      return new Read.NotRead();
    }
  }

  private Read settle(BundleReceipts receipts, Set<String> ids) {
    List<Receipt> taken = new ArrayList<>();
    int accepted = 0;
    int rejected = 0;
    int held = 0;
    for (Receipt receipt : receipts.reply().receipts()) {
      if (ids.remove(receipt.id())) {
        taken.add(receipt);
        accepted += receipt instanceof Receipt.Accepted ? 1 : 0;
        rejected += receipt instanceof Receipt.Rejected ? 1 : 0;
        held += receipt instanceof Receipt.Held ? 1 : 0;
      }
    }
    store.settle(taken, clock.instant().plus(SyncLimits.DEFERRAL));
    files.deleteShared(PREFIX, clock.instant());
    return new Read.Done(accepted, rejected, held, taken.size() - accepted - rejected - held);
  }

  private static Optional<BundlePublicKey> key(String base64) {
    try {
      return Optional.of(BundlePublicKey.parse(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** No more than receipts can have: a file that somebody chose may be anything. */
  private static byte[] bytes(InputStream in) throws IOException, BundleException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      out.write(chunk, 0, read);
      if (out.size() > BundleReceipts.MAX_BYTES) {
        throw new BundleException(BundleException.Problem.NOT_RECEIPTS);
      }
    }
    return out.toByteArray();
  }
}
