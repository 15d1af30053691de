package cn.anxun.server.storage;

import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The SQLite files of a data directory: {@code directory.db} and one for each bureau. */
final class FileDatabases implements Databases {
  private static final String SUFFIX = ".db";

  /** What SQLite keeps beside a file that is open. */
  private static final List<String> LOGS = List.of("-wal", "-shm");

  private final Path root;
  private final boolean writable;
  private final TransactionWatch watch;

  /**
   * Opens nothing yet.
   *
   * @param root of the data directory
   */
  FileDatabases(Path root, boolean writable, TransactionWatch watch) {
    this.root = root;
    this.writable = writable;
    this.watch = watch;
  }

  @Override
  public boolean isWritable() {
    return writable;
  }

  boolean hasDirectory() {
    return Files.isRegularFile(directoryFile());
  }

  Path directoryFile() {
    return root.resolve("directory" + SUFFIX);
  }

  @Override
  public SqliteDatabase openDirectory() {
    return database(directoryFile(), DataDirectory.DIRECTORY_MIGRATIONS, beforeUpgrade());
  }

  Path bureauFile(String bureau) {
    return root.resolve("bureaus").resolve(DataDirectory.checked(bureau) + SUFFIX);
  }

  @Override
  public SqliteDatabase openBureau(String bureau) {
    return database(
        bureauFile(bureau), DataDirectory.BUREAU_MIGRATIONS, beforeUpgrade().resolve("bureaus"));
  }

  private SqliteDatabase database(Path file, String migrations, Path beforeUpgrade) {
    return writable
        ? SqliteDatabase.open(file, migrations, beforeUpgrade, watch)
        : SqliteDatabase.openReadOnly(file, migrations);
  }

  @Override
  public boolean hasBureau(String bureau) {
    return Files.isRegularFile(bureauFile(bureau));
  }

  @Override
  public List<String> bureaus() {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(root.resolve("bureaus"))) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(SUFFIX) && DataDirectory.isBureauName(withoutSuffix(name))) {
          names.add(withoutSuffix(name));
        }
      }
    } catch (IOException e) {
      throw StorageException.noAccess(root, e);
    }
    return names;
  }

  private static String withoutSuffix(String name) {
    return name.substring(0, name.length() - SUFFIX.length());
  }

  @Override
  public boolean isMovedAway(String bureau) {
    if (hasBureau(bureau) || !Files.isDirectory(movedAway())) {
      return false;
    }
    try (Stream<Path> files = Files.list(movedAway())) {
      return files.anyMatch(file -> String.valueOf(file.getFileName()).startsWith(bureau + '@'));
    } catch (IOException e) {
      throw StorageException.noAccess(root, e);
    }
  }

  @Override
  public void moveAway(String bureau, Head head, Instant now) {
    Path file = bureauFile(bureau);
    try (SqliteDatabase ledger = openBureau(bureau)) {
      if (!ledger.read(handle -> new StoredLedger(handle).head()).equals(head)) {
        throw new StorageException(ServerTexts.both("storage.went-on", bureau, head.seq()), null);
      }
      ledger.bringLogIn();
    }
    try {
      // Empty now, and there only where another process has the file open.
      for (String log : LOGS) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + log));
      }
      Files.createDirectories(movedAway());
      DurableFile.place(file, movedAway().resolve(aside(bureau, now) + SUFFIX));
    } catch (IOException e) {
      throw StorageException.noAccess(root, e);
    }
  }

  /** What is called by the bureau's name is called so once it is kept aside. */
  static String aside(String bureau, Instant now) {
    return bureau + '@' + now.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
  }

  private Path movedAway() {
    return root.resolve("moved");
  }

  /**
   * Deletes copies from before an upgrade that are older than this: what was redacted since is
   * still in them.
   */
  void deleteBeforeUpgrade(Instant older) throws IOException {
    if (!Files.isDirectory(beforeUpgrade())) {
      return;
    }
    try (Stream<Path> files = Files.walk(beforeUpgrade())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(older)) {
          Files.delete(file);
        }
      }
    }
  }

  private Path beforeUpgrade() {
    return root.resolve("before-upgrade");
  }
}
