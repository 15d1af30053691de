package cn.anxun.server.storage;

import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.disk.Folders;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a server keeps everything:
 *
 * <pre>
 * anxun.lock        held by the one process that writes; its text names the holder
 * directory.db      accounts, grants, devices
 * bureaus/ID.db     the ledger of each bureau
 * postgres.address  the PostgreSQL that holds directory and ledgers in place of these files
 * postgres.password what it asks for; or it is in ANXUN_POSTGRES_PASSWORD
 * attachments/ID/   photos and documents of each bureau, named by their SHA-256
 * arriving/ID/      photos and documents on their way, as far as they have come; in no backup
 * thumbnails/ID/    small pictures of photos, made when first asked for; in no backup
 * app/              the app that phones get
 * uploads/          files that somebody is importing; emptied when a server starts; in no backup
 * prepared/ID/      what people have begun in the browser and not saved yet
 * moved/            ledgers that are elsewhere now, as they were when they went; their photos and
 *                   drafts stay where they were, as ID@TIME/
 * before-upgrade/   databases as they were before a new version changed their tables; in no backup
 * logs/             what the server did; in no backup
 * serving.json      what the server that runs says of itself; in no backup
 * nightly-backup*   where this machine is backed up to, and how that went; in no backup
 * </pre>
 */
public final class DataDirectory implements Databases, AutoCloseable {
  /** The folder of the migrations of {@code directory.db} on the class path. */
  public static final String DIRECTORY_MIGRATIONS = "db/directory";

  /** The folder of the migrations of every bureau's file on the class path. */
  public static final String BUREAU_MIGRATIONS = "db/bureau";

  /**
   * How the paths begin, within this folder, of what is kept for a short time, can be made anew or
   * is of this machine alone; in no backup.
   */
  public static final List<String> PASSING =
      List.of(
          "arriving/",
          "thumbnails/",
          "uploads/",
          "before-upgrade/",
          "logs/",
          "serving.json",
          "nightly-backup");

  private static final Pattern BUREAU = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final Path root;
  private final @Nullable DirectoryLock lock;
  private final boolean ephemeral;
  private final FileDatabases files;
  private final PostgresPlace postgres;

  private DataDirectory(
      Path root, @Nullable DirectoryLock lock, boolean ephemeral, TransactionWatch watch) {
    this.root = root;
    this.lock = lock;
    this.ephemeral = ephemeral;
    this.files = new FileDatabases(root, lock != null, watch);
    this.postgres = new PostgresPlace(root, lock != null, watch);
  }

  /**
   * Opens the folder to write, and makes it where there is none. One process at a time.
   *
   * @param holder what is run, for the message another process gives: {@code serve}, {@code import}
   * @throws StorageException where another process writes it, naming that one; or it cannot be made
   */
  public static DataDirectory open(Path root, String holder) {
    return open(root, holder, TransactionWatch.NONE);
  }

  /** The same, with every transaction watched. */
  public static DataDirectory open(Path root, String holder, TransactionWatch watch) {
    try {
      Folders.makePrivate(root);
      Files.createDirectories(root.resolve("bureaus"));
      return new DataDirectory(root, DirectoryLock.take(root, holder), false, watch);
    } catch (IOException e) {
      throw StorageException.noAccess(root, e);
    }
  }

  /**
   * Opens an existing folder to read alone; a server may be running on it.
   *
   * @throws StorageException where there is no data directory
   */
  public static DataDirectory view(Path root) {
    if (!Files.isDirectory(root.resolve("bureaus"))) {
      throw new StorageException(ServerTexts.both("storage.no-data", root), null);
    }
    return new DataDirectory(root, null, false, TransactionWatch.NONE);
  }

  /**
   * Whether another process writes this folder now. Not to be asked by the holder itself: looking
   * at the lock would let it go.
   */
  public static boolean isHeld(Path root) {
    try {
      return DirectoryLock.isHeld(root);
    } catch (IOException e) {
      throw StorageException.noAccess(root, e);
    }
  }

  /** A new folder among the machine's temporary ones, deleted when closed: for demos and tests. */
  public static DataDirectory ephemeral(String holder) {
    try {
      Path root = Files.createTempDirectory("anxun-");
      Files.createDirectories(root.resolve("bureaus"));
      return new DataDirectory(root, DirectoryLock.take(root, holder), true, TransactionWatch.NONE);
    } catch (IOException e) {
      throw new StorageException(
          ServerTexts.both("storage.no-temporary", String.valueOf(e.getMessage())), e);
    }
  }

  public Path root() {
    return root;
  }

  @Override
  public boolean isWritable() {
    return lock != null;
  }

  /** Adds to what another process is told of the holder, such as the server's address. */
  public void announce(String detail) {
    if (lock != null) {
      lock.announce(detail);
    }
  }

  /** Where directory and ledgers are if not in files here. */
  public Optional<PostgresAddress> postgres() {
    return postgres.address();
  }

  /**
   * From here on, and at every later start, directory and ledgers are in this PostgreSQL.
   *
   * @throws StorageException where this folder has tables of its own, or of another PostgreSQL
   */
  public void usePostgres(PostgresAddress address) {
    if (files.hasDirectory() || !files.bureaus().isEmpty()) {
      throw new StorageException(ServerTexts.both("postgres.has-files", root), null);
    }
    postgres.use(address);
  }

  /** The databases, wherever they are. */
  private Databases databases() {
    return postgres.address().isPresent() ? postgres.databases() : files;
  }

  /** As {@link PostgresDatabases#hasOthers}; false where the tables are in files. */
  public boolean postgresHasOthers() {
    return postgres.address().isPresent() && postgres.databases().hasOthers();
  }

  /** As {@link PostgresDatabases#identity}; empty where the tables are in files. */
  public Optional<String> postgresIdentity() {
    return postgres.address().map(address -> postgres.databases().identity());
  }

  /** Whether there is a directory of accounts, grants and devices yet. */
  public boolean hasDirectory() {
    return postgres.address().isPresent() || files.hasDirectory();
  }

  public Path directoryFile() {
    return files.directoryFile();
  }

  public Path attachments() {
    return root.resolve("attachments");
  }

  /** The app that phones get from this server, and what it is. */
  public Path app() {
    return root.resolve("app");
  }

  /** Files on their way, as far as they have come. */
  public Path arriving() {
    return root.resolve("arriving");
  }

  /**
   * Those of this bureau, whether the folder exists or not.
   *
   * @throws IllegalArgumentException for a name that no bureau can have
   */
  public Path arriving(String bureau) {
    return arriving().resolve(checked(bureau));
  }

  /**
   * Small pictures of this bureau's photos, whether the folder exists or not.
   *
   * @throws IllegalArgumentException for a name that no bureau can have
   */
  public Path thumbnails(String bureau) {
    return root.resolve("thumbnails").resolve(checked(bureau));
  }

  static String checked(String bureau) {
    if (!isBureauName(bureau)) {
      throw new IllegalArgumentException(ServerTexts.both("storage.bureau-name", bureau));
    }
    return bureau;
  }

  /** Files that are kept for a short time; in no backup. */
  public Path uploads() {
    return root.resolve("uploads");
  }

  /**
   * Where the bureau's file of this content is kept, whether it is there or not.
   *
   * @param sha256 of its bytes, 64 hexadecimal digits
   * @throws IllegalArgumentException for another text, or a name that no bureau can have
   */
  public Path attachmentFile(String bureau, String sha256) {
    if (!HASH.matcher(sha256).matches()) {
      throw new IllegalArgumentException(ServerTexts.both("storage.bureau-name", bureau));
    }
    return attachments(bureau).resolve(sha256);
  }

  /**
   * The folder of the bureau's files, whether it exists or not.
   *
   * @throws IllegalArgumentException for a name that no bureau can have
   */
  public Path attachments(String bureau) {
    return attachments().resolve(checked(bureau));
  }

  /**
   * Where what people of the bureau have begun is kept until they save it, whether it exists or
   * not.
   *
   * @throws IllegalArgumentException for a name that no bureau can have
   */
  public Path prepared(String bureau) {
    return root.resolve("prepared").resolve(checked(bureau));
  }

  /**
   * The file of a bureau, whether it exists or not.
   *
   * @param bureau 1 to 63 of a–z, 0–9 and hyphens, not starting with a hyphen
   * @throws IllegalArgumentException for a name that is not of this form
   */
  public Path bureauFile(String bureau) {
    return files.bureauFile(bureau);
  }

  public static boolean isBureauName(String name) {
    return BUREAU.matcher(name).matches();
  }

  @Override
  public boolean hasBureau(String bureau) {
    return databases().hasBureau(bureau);
  }

  @Override
  public boolean isMovedAway(String bureau) {
    return databases().isMovedAway(bureau);
  }

  @Override
  public void moveAway(String bureau, Head head, Instant now) {
    databases().moveAway(bureau, head, now);
  }

  /**
   * Keeps a folder of the bureau's aside, in its place, where nothing looks for it any more.
   *
   * @return where it is now; empty where there was none
   */
  public Optional<Path> setAside(Path folder, String bureau, Instant now) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Path aside = folder.resolveSibling(FileDatabases.aside(checked(bureau), now));
    try {
      DurableFile.placeFolder(folder, aside);
      return Optional.of(aside);
    } catch (IOException e) {
      throw StorageException.noAccess(folder, e);
    }
  }

  @Override
  public List<String> bureaus() {
    return databases().bureaus();
  }

  @Override
  public Database openDirectory() {
    return databases().openDirectory();
  }

  /** Opens {@link #directoryFile}, to write where this process may. */
  public SqliteDatabase openDirectoryFile() {
    return files.openDirectory();
  }

  @Override
  public Database openBureau(String bureau) {
    return databases().openBureau(bureau);
  }

  /** Opens {@link #bureauFile}, to write where this process may; then it is made if need be. */
  public SqliteDatabase openBureauFile(String bureau) {
    return files.openBureau(bureau);
  }

  /** As {@link FileDatabases#deleteBeforeUpgrade}. */
  public void deleteBeforeUpgrade(Instant older) throws IOException {
    files.deleteBeforeUpgrade(older);
  }

  /** Whether this is deleted when it is closed. */
  public boolean isEphemeral() {
    return ephemeral;
  }

  @Override
  public void close() {
    postgres.close();
    if (lock != null) {
      lock.close();
    }
    if (ephemeral) {
      deleteAll();
    }
  }

  private void deleteAll() {
    try {
      Folders.delete(root);
    } catch (IOException e) {
      throw StorageException.noAccess(root, e);
    }
  }
}
