package cn.anxun.server.file;

import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.StorageException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of each bureau that are whole and checked, each under its SHA-256. */
public final class FileStore {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final DataDirectory data;

  public FileStore(DataDirectory data) {
    this.data = data;
  }

  /** Whether this is the hash of a file: 64 lower-case hexadecimal digits. */
  public static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }

  /** Whether the bureau holds this file; another bureau's are not told of. */
  public boolean has(String bureau, String sha256) {
    return isHash(sha256) && Files.isRegularFile(data.attachmentFile(bureau, sha256));
  }

  /**
   * The file of the bureau, its kind told by its bytes; empty where it has not arrived, or is of a
   * kind that is not served.
   */
  public Optional<StoredFile> find(String bureau, String sha256) {
    if (!has(bureau, sha256)) {
      return Optional.empty();
    }
    Path file = data.attachmentFile(bureau, sha256);
    try {
      long bytes = Files.size(file);
      return ContentCheck.kind(file).map(kind -> new StoredFile(sha256, file, bytes, kind));
    } catch (IOException e) {
      throw StorageException.noAccess(file, e);
    }
  }

  /** Where small pictures of the bureau's files are kept; they can be made anew at any time. */
  Path thumbnail(String bureau, String sha256) {
    return data.thumbnails(bureau).resolve(sha256 + ".jpg");
  }

  /** What is there where no small picture can be drawn of a file. */
  Path noThumbnail(String bureau, String sha256) {
    return data.thumbnails(bureau).resolve(sha256 + ".none");
  }

  /** Puts a checked file at its place, durably: the file first, then its name. */
  void publish(String bureau, String sha256, Path arrived) throws IOException {
    Path place = data.attachmentFile(bureau, sha256);
    Files.createDirectories(data.attachments(bureau));
    try {
      DurableFile.place(arrived, place);
    } catch (AtomicMoveNotSupportedException e) {
      // The bureau's files lie on another disk.
      DurableFile.copy(arrived, place);
      Files.delete(arrived);
    }
  }

  /** Takes a file away, and what was drawn of it. */
  void delete(String bureau, String sha256) throws IOException {
    Files.deleteIfExists(data.attachmentFile(bureau, sha256));
    Files.deleteIfExists(thumbnail(bureau, sha256));
    Files.deleteIfExists(noThumbnail(bureau, sha256));
  }
}
