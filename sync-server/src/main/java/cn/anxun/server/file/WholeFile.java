package cn.anxun.server.file;

import cn.anxun.server.file.FileRefusedException.Reason;
import cn.anxun.server.file.Uploads.Sender;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * A file that comes whole, as the form of a page brings it: its hash and kind are told by its bytes
 * and not by its sender, then it goes the way of all uploads, through their checks.
 *
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 * @param bytes its length
 * @param kind by which it begins
 */
public record WholeFile(String sha256, long bytes, FileKind kind) {
  private static final int CHUNK = 1 << 16;

  /** Opens the file from its beginning, as often as it is asked. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  /**
   * Takes the file; when this returns it is checked and durable. The same file again is taken once.
   *
   * @param taken the kinds that are taken here
   * @throws FileRefusedException TYPE where it is of none of these kinds; else as {@link Uploads}
   */
  public static WholeFile take(Uploads uploads, Sender sender, Set<FileKind> taken, Content content)
      throws IOException, FileRefusedException {
    WholeFile file = read(content);
    if (!taken.contains(file.kind())) {
      throw new FileRefusedException(Reason.TYPE);
    }
    take(uploads, sender, file, content);
    return file;
  }

  /**
   * Takes a file of which hash and kind are told already, from the byte that arrived last.
   *
   * @throws FileRefusedException as {@link Uploads}
   */
  public static void take(Uploads uploads, Sender sender, WholeFile file, Content content)
      throws IOException, FileRefusedException {
    Upload begun = uploads.begin(sender, file.sha256(), file.bytes(), file.kind());
    if (begun.offset() < begun.length()) {
      try (InputStream rest = content.open()) {
        rest.skipNBytes(begun.offset());
        uploads.append(sender, file.sha256(), begun.offset(), Optional.empty(), rest);
      }
    }
  }

  private static WholeFile read(Content content) throws IOException, FileRefusedException {
    try (DigestInputStream in =
        new DigestInputStream(content.open(), MessageDigest.getInstance("SHA-256"))) {
      byte[] start = in.readNBytes(FileKind.START_BYTES);
      FileKind kind =
          FileKind.ofStart(start).orElseThrow(() -> new FileRefusedException(Reason.TYPE));
      long bytes = start.length;
      byte[] chunk = new byte[CHUNK];
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        bytes += count;
      }
      return new WholeFile(HexFormat.of().formatHex(in.getMessageDigest().digest()), bytes, kind);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
