package cn.anxun.server.importer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before it is read: sizes as they come out of the zip, names, DOCTYPEs. A
 * file that would fill the memory or reach outside is refused.
 */
public final class WorkbookGuard {
  static final long MOST_FILE_BYTES = 64L << 20;
  static final long MOST_INFLATED_BYTES = 1L << 30;
  static final long MOST_STRINGS_BYTES = 128L << 20;
  private static final int MOST_PARTS = 5_000;
  private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private WorkbookGuard() {}

  /**
   * Looks through this file.
   *
   * @throws ImportException where it should not be read
   */
  public static void check(Path file) throws IOException, ImportException {
    if (!Files.isRegularFile(file)) {
      throw new ImportException("import.no-file", file.toString());
    }
    if (Files.size(file) > MOST_FILE_BYTES) {
      throw new ImportException("import.too-large", String.valueOf(MOST_FILE_BYTES >> 20));
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (Arrays.equals(in.readNBytes(OLE2.length), OLE2)) {
        throw new ImportException("import.old-format");
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      check(zip);
    } catch (ZipException | EOFException e) {
      throw new ImportException("import.not-xlsx");
    }
  }

  private static void check(ZipFile zip) throws IOException, ImportException {
    List<? extends ZipEntry> entries = Collections.list(zip.entries());
    if (entries.size() > MOST_PARTS) {
      throw new ImportException("import.too-large", String.valueOf(MOST_FILE_BYTES >> 20));
    }
    Set<String> names = new HashSet<>();
    long inflated = 0;
    for (ZipEntry entry : entries) {
      String name = entry.getName();
      if (!names.add(name)
          || name.startsWith("/")
          || name.contains("\\")
          || Arrays.asList(name.split("/", -1)).contains("..")) {
        throw new ImportException("import.unsafe-name", name);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        inflated += scan(in, name, MOST_INFLATED_BYTES - inflated);
      }
    }
    if (!names.contains("[Content_Types].xml") || !names.contains("xl/workbook.xml")) {
      throw new ImportException("import.not-xlsx");
    }
  }

  private static long scan(InputStream in, String name, long most)
      throws IOException, ImportException {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean xml = lower.endsWith(".xml") || lower.endsWith(".rels");
    long limit = lower.endsWith("sharedstrings.xml") ? Math.min(most, MOST_STRINGS_BYTES) : most;
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    int matched = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      total += read;
      if (total > limit) {
        throw new ImportException("import.bomb", name);
      }
      for (int i = 0; xml && i < read; i++) {
        matched = buffer[i] == DOCTYPE[matched] ? matched + 1 : buffer[i] == '<' ? 1 : 0;
        if (matched == DOCTYPE.length) {
          throw new ImportException("import.doctype", name);
        }
      }
    }
    return total;
  }
}
