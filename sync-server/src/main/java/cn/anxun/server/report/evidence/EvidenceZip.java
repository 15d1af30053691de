package cn.anxun.server.report.evidence;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip that knows the SHA-256 of each file in it and ends with their list, in the form that {@code
 * sha256sum -c} reads. The same content gives the same bytes.
 */
final class EvidenceZip implements AutoCloseable {
  static final String SUMS = "SHA256SUMS";
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final int MOST_NAME = 60;

  private final ZipOutputStream zip;
  private final Map<String, String> sums = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  /** Something that writes a file's bytes. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  EvidenceZip(OutputStream out) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /** A name for a folder or file that no system refuses, not given before. */
  String fresh(String wanted) {
    String clean = wanted.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
    int length = clean.codePointCount(0, clean.length());
    String cut = clean.substring(0, clean.offsetByCodePoints(0, Math.min(length, MOST_NAME)));
    String name = cut.isEmpty() || cut.startsWith(".") ? "_" + cut : cut;
    for (int i = 2; !names.add(name); i++) {
      name = cut + "-" + i;
    }
    return name;
  }

  void add(String name, Content content) throws IOException {
    MessageDigest digest = sha256();
    start(name);
    OutputStream unclosed =
        new FilterOutputStream(zip) {
          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
          }

          @Override
          public void close() throws IOException {
            flush();
          }
        };
    DigestOutputStream out = new DigestOutputStream(unclosed, digest);
    content.write(out);
    out.flush();
    zip.closeEntry();
    sums.put(name, HexFormat.of().formatHex(digest.digest()));
  }

  void add(String name, String text) throws IOException {
    add(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The SHA-256 of every file added so far. */
  Map<String, String> sums() {
    return sums;
  }

  private void start(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
  }

  /** Adds the list of sums and ends the file; the stream stays open. */
  @Override
  public void close() throws IOException {
    StringBuilder list = new StringBuilder();
    sums.forEach((name, sum) -> list.append(sum).append("  ").append(name).append('\n'));
    start(SUMS);
    zip.write(list.toString().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.finish();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
