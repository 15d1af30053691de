package cn.anxun.apk.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Everything a step's result depends on, as one SHA-256. A step whose fingerprint is that of its
 * last run has nothing to do.
 */
public final class Fingerprint {

  private final MessageDigest digest;

  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** A setting. */
  public Fingerprint text(String name, Object value) {
    update(name + "=" + value);
    return this;
  }

  /** A file that may be rewritten with the same content, such as a class file: name and content. */
  public Fingerprint content(Path file) throws IOException {
    update(file.toString());
    if (Files.isRegularFile(file)) {
      byte[] bytes = Files.readAllBytes(file);
      update(Integer.toString(bytes.length));
      digest.update(bytes);
    } else {
      update("absent");
    }
    return this;
  }

  /** All files below a directory: names and content. */
  public Fingerprint tree(Path directory) throws IOException {
    update(directory.toString());
    for (Path file : FileTree.list(directory)) {
      content(file);
    }
    return this;
  }

  /** A file that whoever writes it leaves alone afterwards, such as a library: name, size, time. */
  public Fingerprint version(Path file) throws IOException {
    return text(
        file.toString(), Files.size(file) + "@" + Files.getLastModifiedTime(file).toMillis());
  }

  /** Lower-case hexadecimal. Ends the fingerprint. */
  public String value() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void update(String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
