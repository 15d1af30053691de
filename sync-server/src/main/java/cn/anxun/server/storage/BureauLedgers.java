package cn.anxun.server.storage;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.text.ServerTexts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ledgers of a server, each opened when it is first asked for and open until this is closed.
 * Safe for several threads.
 */
public final class BureauLedgers implements AutoCloseable {
  private final DataDirectory data;
  private final Databases databases;
  private final Clock clock;
  private final Random random;
  private final LedgerFold fold = new LedgerFold();
  private final Map<String, BureauLedger> open = new ConcurrentHashMap<>();
  private volatile AcceptListener listener = AcceptListener.NONE;

  /**
   * @param clock what stamps say
   * @param random a {@link java.security.SecureRandom} outside of tests
   */
  public BureauLedgers(DataDirectory data, Clock clock, Random random) {
    this(data, data, clock, random);
  }

  /**
   * The same.
   *
   * @param databases where the ledgers are; {@code data} keeps their files
   */
  public BureauLedgers(DataDirectory data, Databases databases, Clock clock, Random random) {
    this.data = data;
    this.databases = databases;
    this.clock = clock;
    this.random = random;
  }

  /** From here on this one is told what the ledgers accept. */
  public void tell(AcceptListener told) {
    this.listener = told;
  }

  /**
   * The ledger of this bureau, made where it has none yet.
   *
   * @throws StorageException where its file cannot be used
   */
  public BureauLedger get(String bureau) {
    // To open one takes as long as its tables take to be made anew; whose is open does not wait.
    BureauLedger ledger = open.get(bureau);
    return ledger == null ? opened(bureau) : ledger;
  }

  private synchronized BureauLedger opened(String bureau) {
    return open.computeIfAbsent(bureau, this::open);
  }

  private BureauLedger open(String bureau) {
    if (databases.isMovedAway(bureau)) {
      throw new StorageException(ServerTexts.both("storage.moved-away", bureau), null);
    }
    Database database = databases.openBureau(bureau);
    try {
      return databases.isWritable()
          ? StoredBureauLedger.open(
              database,
              clock,
              random,
              fold,
              (pusher, entries) -> listener.accepted(bureau, pusher, entries))
          : StoredBureauLedger.view(database, fold);
    } catch (Throwable e) {
      // It is asked for again at the next request, however often that is.
      database.close();
      throw e;
    }
  }

  /** The names of the bureaus that have a ledger, sorted. */
  public List<String> bureaus() {
    return databases.bureaus();
  }

  /** The folder of the files of the bureau's records, each under its SHA-256; it may not exist. */
  public Path attachments(String bureau) {
    return data.attachments(bureau);
  }

  /** Whether the bureau's file of this SHA-256 has arrived. */
  public boolean hasAttachment(String bureau, String sha256) {
    return Files.isRegularFile(data.attachmentFile(bureau, sha256));
  }

  /**
   * Whether the bureau's file of this SHA-256 is shown: it has arrived and no redaction hides it.
   */
  public boolean showsAttachment(String bureau, String sha256) {
    return hasAttachment(bureau, sha256) && !get(bureau).files().isErased(sha256);
  }

  /** Whether nobody need send this file: it has arrived, or a redaction erased it. */
  public boolean needsNoAttachment(String bureau, String sha256) {
    return hasAttachment(bureau, sha256) || get(bureau).files().isErased(sha256);
  }

  /** The folder of files that are kept for a short time. */
  public Path uploads() {
    return data.uploads();
  }

  /** Where what people of the bureau have begun is kept until they save it. */
  public Path prepared(String bureau) {
    return data.prepared(bureau);
  }

  @Override
  public synchronized void close() {
    open.values().forEach(BureauLedger::close);
    open.clear();
  }
}
