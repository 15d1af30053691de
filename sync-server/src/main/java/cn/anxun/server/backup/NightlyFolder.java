package cn.anxun.server.backup;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.backup.BackupManifest.CopiedFile;
import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.disk.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The second place, in which every night leaves a backup:
 *
 * <pre>
 * anxun-backups.json       says whose backups these are; without it nothing is written here, since
 *                          the disk that is meant may not be there
 * anxun-20260302-020003/   the backup of that night (Asia/Shanghai), with its manifest.json
 * attachments/ID/SHA256    photos and documents, once for all backups; also of ID@TIME
 * unfinished/              the one that is being made
 * anxun-backups.lock       held while one is being made
 * </pre>
 */
final class NightlyFolder {
  static final String MARK = "anxun-backups.json";

  private static final String LOCK = "anxun-backups.lock";
  private static final String SHARED = "attachments";
  private static final String UNFINISHED = "unfinished";
  private static final String PREFIX = "anxun-";
  private static final Pattern BACKUP = Pattern.compile("anxun-[0-9]{8}-[0-9]{6}");
  private static final Pattern SHARED_FILE =
      Pattern.compile("attachments/[a-z0-9-]+(?:@[0-9TZ-]+)?/[0-9a-f]{64}");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path root;

  NightlyFolder(Path root) {
    this.root = root;
  }

  /**
   * A backup that is there whole.
   *
   * @param manifest as it lies there
   */
  record Kept(Path folder, BackupManifest manifest) {}

  /** Whether a file of this path in the data directory is kept once for all backups. */
  static boolean isShared(String path) {
    return SHARED_FILE.matcher(path).matches();
  }

  /** The latest backup in this folder, where it is a second place that has one. */
  static Optional<Path> latest(Path folder) {
    if (!Files.isRegularFile(folder.resolve(MARK))) {
      return Optional.empty();
    }
    try {
      List<Path> backups = new NightlyFolder(folder).names();
      return backups.isEmpty() ? Optional.empty() : Optional.of(backups.get(backups.size() - 1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes the folder a second place, unless it is this installation's already.
   *
   * @throws BackupException where it holds something else
   */
  void mark(String installation) throws IOException {
    Folders.makePrivate(root);
    if (Files.exists(root.resolve(MARK))) {
      require(installation);
    } else if (Folders.isEmpty(root)) {
      byte[] mark = JsonText.bytes(Json.members().put("installation", installation).build());
      DurableFile.write(root.resolve(MARK), mark);
    } else {
      throw BackupException.of("nightly.not-empty", root);
    }
  }

  /**
   * Sees to it that the disk is there and ours.
   *
   * @throws BackupException where it is not
   */
  void require(String installation) throws IOException {
    if (!Files.isRegularFile(root.resolve(MARK))) {
      throw BackupException.of("nightly.away", root);
    }
    if (!installation().equals(installation)) {
      throw BackupException.of("nightly.of-another", root);
    }
  }

  /** Whose backups these are. */
  String installation() throws IOException {
    try {
      Json.Members mark = SavedJson.members(JsonText.read(Files.readAllBytes(root.resolve(MARK))));
      return SavedJson.text(mark, "installation");
    } catch (IllegalArgumentException e) {
      throw BackupException.because(
          e, "nightly.unreadable", root.resolve(MARK), String.valueOf(e.getMessage()));
    }
  }

  /** An empty folder for the backup that is to be made; what an earlier one left there goes. */
  Path begin() throws IOException {
    Path folder = root.resolve(UNFINISHED);
    Folders.delete(folder);
    Folders.makePrivate(folder);
    return folder;
  }

  /** Takes what {@link #begin} gave away again, so that a full disk has room. */
  void giveUp() throws IOException {
    Folders.delete(root.resolve(UNFINISHED));
  }

  /** Gives the backup that was made and verified its name: from here on it is one. */
  Path finish(Instant created) throws IOException {
    ZonedDateTime at = created.atZone(NightlySchedule.ZONE);
    Path folder = root.resolve(PREFIX + STAMP.format(at));
    while (Files.exists(folder)) {
      at = at.plusSeconds(1);
      folder = root.resolve(PREFIX + STAMP.format(at));
    }
    // Made by hand as root, it is still the server's to clean away.
    Folders.giveAllTo(root.resolve(UNFINISHED), root);
    DurableFile.placeFolder(root.resolve(UNFINISHED), folder);
    return folder;
  }

  /**
   * Puts a photo among those that all backups share, unless it is there already.
   *
   * @param rereads whether one that is there is read again: disks forget
   */
  CopiedFile share(Path from, String path, boolean rereads) throws IOException {
    Path file = root.resolve(path);
    String hash = String.valueOf(file.getFileName());
    long bytes = Files.size(from.resolve(path));
    boolean there = Files.isRegularFile(file) && Files.size(file) == bytes;
    if (there && (!rereads || FileCopy.measure(root, path).sha256().equals(hash))) {
      return new CopiedFile(path, bytes, hash);
    }
    Path bureau = Optional.ofNullable(file.getParent()).orElse(root);
    Files.createDirectories(bureau);
    Path unfinished = root.resolve(UNFINISHED);
    CopiedFile copied = FileCopy.copyUnsynced(from, unfinished, path);
    if (!copied.sha256().equals(hash)) {
      throw BackupException.of("nightly.file-changed", path);
    }
    DurableFile.place(unfinished.resolve(path), file);
    for (Path made : List.of(root.resolve(SHARED), bureau, file)) {
      Folders.giveTo(made, root);
    }
    if (!FileCopy.measure(root, path).equals(copied)) {
      throw BackupException.of("nightly.reads-back", file);
    }
    return copied;
  }

  /** The finished backups, oldest first. */
  List<Kept> list() throws IOException {
    List<Kept> all = new ArrayList<>();
    for (Path folder : names()) {
      all.add(read(folder));
    }
    return all;
  }

  /** The finished backup in this folder. */
  static Kept read(Path folder) throws IOException {
    byte[] manifest = Files.readAllBytes(folder.resolve(BackupManifest.FILE));
    return new Kept(folder, BackupManifest.read(manifest));
  }

  /** The folders of the finished backups, oldest first. */
  List<Path> names() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .filter(file -> BACKUP.matcher(String.valueOf(file.getFileName())).matches())
          .filter(file -> Files.isRegularFile(file.resolve(BackupManifest.FILE)))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  /** Deletes these of all backups, and the shared files that no other names. */
  void delete(List<Kept> gone, List<Kept> all) throws IOException {
    List<Kept> stay = new ArrayList<>(all);
    stay.removeAll(gone);
    for (Kept old : gone) {
      // Without its manifest it is no backup any more, however far the deleting gets.
      Files.delete(old.folder().resolve(BackupManifest.FILE));
      Folders.delete(old.folder());
    }
    Set<String> named = new HashSet<>();
    stay.forEach(kept -> kept.manifest().files().forEach(file -> named.add(file.path())));
    deleteShared(named);
  }

  private void deleteShared(Set<String> named) throws IOException {
    Path shared = root.resolve(SHARED);
    if (!Files.isDirectory(shared)) {
      return;
    }
    try (DirectoryStream<Path> bureaus = Files.newDirectoryStream(shared)) {
      for (Path bureau : bureaus) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(bureau)) {
          for (Path file : files) {
            if (!named.contains(Folders.path(root, file))) {
              Files.delete(file);
            }
          }
        } catch (NoSuchFileException e) {
          // Somebody cleans up as well.
        }
      }
    }
  }

  /**
   * Does this while nobody else makes a backup here.
   *
   * @throws BackupException where somebody does
   */
  <T> T alone(Work<T> work) throws IOException {
    Path file = root.resolve(LOCK);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      Folders.giveTo(file, root);
      if (channel.tryLock() == null) {
        throw BackupException.of("nightly.under-way", root);
      }
      return work.run();
    } catch (OverlappingFileLockException e) {
      throw BackupException.because(e, "nightly.under-way", root);
    }
  }

  /** What is done alone. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }
}
