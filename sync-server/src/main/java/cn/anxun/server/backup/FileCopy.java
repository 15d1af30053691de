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
    Path target = to.resolve(path);
    Path parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    MessageDigest digest = sha256();
    long bytes;
    try (InputStream in = new DigestInputStream(Files.newInputStream(from.resolve(path)), digest);
        OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      bytes = in.transferTo(out);
    }
    DurableFile.sync(target);
    return new CopiedFile(path, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  /** What is in a file of this folder. */
  static CopiedFile measure(Path folder, String path) throws IOException {
    MessageDigest digest = sha256();
    long bytes;
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(folder.resolve(path)), digest)) {
      bytes = in.transferTo(OutputStream.nullOutputStream());
    }
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
