package cn.anxun.server.backup;

import cn.anxun.server.backup.BackupManifest.CopiedFile;
import cn.anxun.server.disk.DurableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies files, and takes their sizes and hashes on the way. */
final class FileCopy {
  private FileCopy() {}

  /** Copies one file of a folder to the same place in another, and syncs it to the disk. */
  static CopiedFile copy(Path from, Path to, String path) throws IOException {
    CopiedFile copied = copyUnsynced(from, to, path);
    DurableFile.sync(to.resolve(path));
    return copied;
  }

  /** The same for one that is synced when it is given its place. */
  static CopiedFile copyUnsynced(Path from, Path to, String path) throws IOException {
    Path target = to.resolve(path);
    Path parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try (InputStream in = Files.newInputStream(from.resolve(path));
        OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      return pass(path, in, out);
    }
  }

  /** What is in a file of this folder. */
  static CopiedFile measure(Path folder, String path) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(path))) {
      return pass(path, in, OutputStream.nullOutputStream());
    }
  }

  private static CopiedFile pass(String path, InputStream in, OutputStream out) throws IOException {
    MessageDigest digest = sha256();
    long bytes = new DigestInputStream(in, digest).transferTo(out);
    return new CopiedFile(path, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
