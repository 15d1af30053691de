package cn.anxun.server.file;

import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has arrived so far, on the disk: {@code arriving/BUREAU/SENDER/HASH.LENGTH.KIND}. The name
 * says all that was said when the upload began, and the file's size how far it is, so that nothing
 * can disagree after a kill.
 */
final class Arriving {
  private static final int SENDER_DIGITS = 32;

  private final DataDirectory data;

  /** One file that is arriving. */
  record Part(Path file, String sha256, long length, FileKind kind) {
    long offset() throws IOException {
      return Files.size(file);
    }

    Upload upload() throws IOException {
      return new Upload(sha256, length, offset());
    }
  }

  Arriving(DataDirectory data) {
    this.data = data;
  }

  Path folder(String bureau, String sender) {
    return data.arriving(bureau).resolve(name(sender));
  }

  /** Names of devices and accounts may be of any letters; a folder's may not. */
  private static String name(String sender) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(sender.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, SENDER_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What has arrived of this file from this sender. */
  Optional<Part> find(String bureau, String sender, String sha256) throws IOException {
    return list(bureau, sender).stream().filter(part -> part.sha256().equals(sha256)).findFirst();
  }

  /** Everything that this sender has begun. */
  List<Part> list(String bureau, String sender) throws IOException {
    List<Part> parts = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(bureau, sender))) {
      for (Path file : files) {
        read(file).ifPresent(parts::add);
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return parts;
  }

  /** Makes an empty file. */
  Part begin(String bureau, String sender, String sha256, long length, FileKind kind)
      throws IOException {
    Path folder = Files.createDirectories(folder(bureau, sender));
    Path file = folder.resolve(sha256 + '.' + length + '.' + kind.ending());
    return new Part(Files.createFile(file), sha256, length, kind);
  }

  private static Optional<Part> read(Path file) {
    String[] name = String.valueOf(file.getFileName()).split("\\.", 3);
    if (name.length < 3 || !FileStore.isHash(name[0])) {
      return Optional.empty();
    }
    return Stream.of(FileKind.values())
        .filter(kind -> kind.ending().equals(name[2]))
        .map(kind -> new Part(file, name[0], Long.parseLong(name[1]), kind))
        .findFirst();
  }

  /** Deletes what nobody has sent more of since then; phones have it still. */
  void sweep(Instant since) throws IOException {
    Path root = data.arriving();
    if (!Files.isDirectory(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }
}
