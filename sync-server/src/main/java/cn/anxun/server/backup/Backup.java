package cn.anxun.server.backup;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.backup.BackupManifest.CopiedFile;
import cn.anxun.server.backup.BackupManifest.CopiedLedger;
import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.disk.Folders;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StoredBureauLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes a backup while a server may be running. Accounts and devices are copied first, then the
 * ledgers, then photos: so no copy speaks of what an earlier one lacks, but for entries that came
 * meanwhile, which are kept.
 */
public final class Backup {
  private static final List<String> NOT_COPIED =
      List.of(".db", ".db-wal", ".db-shm", ".lock", ".sock", ".part");

  /** How a file that is no database gets into a backup. */
  @FunctionalInterface
  interface Keeping {
    CopiedFile keep(String path) throws IOException;
  }

  private final DataDirectory data;
  private final Path target;
  private final Consumer<String> progress;
  private final Keeping keeping;
  private final List<CopiedFile> files = new ArrayList<>();
  private final List<CopiedLedger> ledgers = new ArrayList<>();

  private Backup(DataDirectory data, Path target, Keeping keeping, Consumer<String> progress) {
    this.data = data;
    this.target = target;
    this.keeping = keeping;
    this.progress = progress;
  }

  /**
   * Copies the data directory into a new or empty folder.
   *
   * @param progress is told each file before it is copied
   * @throws BackupException where the folder is not empty or cannot be written
   * @throws cn.anxun.server.storage.StorageException where a database cannot be read
   */
  public static BackupManifest make(
      DataDirectory data, Path target, Clock clock, Consumer<String> progress) {
    return make(data, target, path -> FileCopy.copy(data.root(), target, path), clock, progress);
  }

  /** The same, with files that are no databases kept as {@code keeping} does. */
  static BackupManifest make(
      DataDirectory data, Path target, Keeping keeping, Clock clock, Consumer<String> progress) {
    if (data.postgres().isPresent()) {
      throw BackupException.of("backup.postgres", data.postgres().get());
    }
    try {
      Folders.makePrivate(target);
      if (!Folders.isEmpty(target)) {
        throw BackupException.of("backup.not-empty", target);
      }
      Backup backup = new Backup(data, target, keeping, progress);
      BackupManifest manifest = backup.copy(clock);
      DurableFile.write(target.resolve(BackupManifest.FILE), manifest.write());
      return manifest;
    } catch (IOException e) {
      throw BackupException.because(e, "backup.failed", target, String.valueOf(e.getMessage()));
    }
  }

  private BackupManifest copy(Clock clock) throws IOException {
    // What has this folder is a data directory, before the first record of a bureau too.
    Files.createDirectories(target.resolve("bureaus"));
    BackupManifest begun = new BackupManifest(clock.instant(), List.of(), List.of());
    if (Files.isRegularFile(data.directoryFile())) {
      try (SqliteDatabase directory = data.openDirectoryFile()) {
        copy(directory);
      }
    }
    for (String bureau : data.bureaus()) {
      try (SqliteDatabase database = data.openBureauFile(bureau)) {
        Path copy = copy(database);
        ledgers.add(end(bureau, copy));
      }
    }
    for (String path : others()) {
      progress.accept(path);
      try {
        files.add(keeping.keep(path));
      } catch (NoSuchFileException e) {
        // A running server cleans files away that nothing needs.
        if (Files.exists(data.root().resolve(path))) {
          throw e;
        }
      }
    }
    return new BackupManifest(begun.created(), files, ledgers);
  }

  private Path copy(SqliteDatabase database) throws IOException {
    String path = Folders.path(data.root(), database.file());
    progress.accept(path);
    Path copy = target.resolve(path);
    Path parent = copy.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    database.copyTo(copy);
    DurableFile.sync(copy);
    files.add(FileCopy.measure(target, path));
    return copy;
  }

  private static CopiedLedger end(String bureau, Path copy) {
    try (SqliteDatabase database =
            SqliteDatabase.openReadOnly(copy, DataDirectory.BUREAU_MIGRATIONS);
        StoredBureauLedger ledger = StoredBureauLedger.view(database, new LedgerFold())) {
      Head head = ledger.head();
      return new CopiedLedger(bureau, ledger.epoch(), head.seq(), head.hash());
    }
  }

  /** Photos, the server's key, and whatever else stands in the data directory. */
  private List<String> others() throws IOException {
    try (Stream<Path> all = Files.walk(data.root())) {
      return all.filter(Files::isRegularFile)
          .map(file -> Folders.path(data.root(), file))
          .filter(path -> NOT_COPIED.stream().noneMatch(path::endsWith))
          .filter(path -> DataDirectory.PASSING.stream().noneMatch(path::startsWith))
          .sorted()
          .toList();
    }
  }
}
