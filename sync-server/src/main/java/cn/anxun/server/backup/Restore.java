package cn.anxun.server.backup;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.auth.Sessions;
import cn.anxun.server.backup.BackupManifest.CopiedFile;
import cn.anxun.server.backup.BackupManifest.CopiedLedger;
import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.disk.Folders;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StoredBureauLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Makes a data directory of a backup. It appears whole, or not at all. */
public final class Restore {
  private final Path backup;
  private final Consumer<String> progress;

  private Restore(Path backup, Consumer<String> progress) {
    this.backup = backup;
    this.progress = progress;
  }

  /**
   * Checks the backup and copies it to where there is nothing yet. Every ledger gets a new epoch,
   * so that phones offer again what came after the backup.
   *
   * @param target must not exist, or be an empty folder
   * @param random makes the epochs: a {@link java.security.SecureRandom} outside of tests
   * @param progress is told each file before it is copied
   * @throws BackupException where the backup is not whole, or something stands in the way
   */
  public static BackupManifest restore(
      Path backup, Path target, Random random, Consumer<String> progress) {
    try {
      if (Files.exists(target) && !(Files.isDirectory(target) && Folders.isEmpty(target))) {
        throw BackupException.of("backup.in-the-way", target);
      }
      BackupManifest manifest = manifest(backup);
      Path partial = target.resolveSibling(target.getFileName() + ".partial");
      if (Files.exists(partial)) {
        throw BackupException.of("backup.in-the-way", partial);
      }
      Restore restore = new Restore(backup, progress);
      try {
        restore.copy(manifest, partial, random);
        Files.deleteIfExists(target);
        DurableFile.placeFolder(partial, target);
      } finally {
        Folders.delete(partial);
      }
      return manifest;
    } catch (IOException e) {
      throw BackupException.because(e, "backup.failed", target, String.valueOf(e.getMessage()));
    }
  }

  private static BackupManifest manifest(Path backup) throws IOException {
    Path file = backup.resolve(BackupManifest.FILE);
    Optional<Path> latest = NightlyFolder.latest(backup);
    if (latest.isPresent()) {
      throw BackupException.of("backup.many", backup, latest.get());
    }
    if (!Files.isRegularFile(file)) {
      throw BackupException.of("backup.no-manifest", backup);
    }
    return BackupManifest.read(Files.readAllBytes(file));
  }

  private void copy(BackupManifest manifest, Path partial, Random random) throws IOException {
    Folders.makePrivate(partial);
    for (CopiedFile file : manifest.files()) {
      progress.accept(file.path());
      Path source = source(file.path());
      if (!Files.isRegularFile(source.resolve(file.path()))) {
        throw BackupException.of("backup.missing", file.path());
      }
      if (!FileCopy.copy(source, partial, file.path()).equals(file)) {
        throw BackupException.of("backup.differs", file.path());
      }
    }
    try (DataDirectory data = DataDirectory.open(partial, "restore")) {
      List<String> expected = manifest.ledgers().stream().map(CopiedLedger::bureau).toList();
      if (!data.bureaus().equals(expected)) {
        throw BackupException.of("backup.ledgers", data.bureaus(), expected);
      }
      for (CopiedLedger ledger : manifest.ledgers()) {
        beginEpoch(data, ledger, random);
      }
      try (Database directory = data.openDirectory()) {
        Sessions.endAll(directory);
      }
    }
  }

  /** The folder in which the file is: photos of nightly backups lie beside these, once for all. */
  private Path source(String path) {
    Path beside = backup.toAbsolutePath().normalize().getParent();
    if (beside == null || !NightlyFolder.isShared(path) || Files.exists(backup.resolve(path))) {
      return backup;
    }
    return beside;
  }

  private static void beginEpoch(DataDirectory data, CopiedLedger expected, Random random) {
    try (SqliteDatabase database = data.openBureauFile(expected.bureau())) {
      StoredBureauLedger.beginEpoch(database, random, new LedgerFold());
      try (StoredBureauLedger ledger = StoredBureauLedger.view(database, new LedgerFold())) {
        Head head = ledger.head();
        if (!head.equals(new Head(expected.seq(), expected.head()))) {
          throw BackupException.of("backup.head", expected.bureau(), expected.seq(), head.seq());
        }
      }
    }
  }
}
