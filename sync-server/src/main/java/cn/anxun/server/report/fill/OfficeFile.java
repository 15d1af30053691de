package cn.anxun.server.report.fill;

import cn.anxun.server.report.fill.FillProblem.Reason;
import cn.anxun.server.text.ZeroCharacter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A workbook or document as the zip of parts that it is. Reading is safe on hostile files: sizes
 * are limited as the bytes come out, names may not leave the archive, XML may have no DOCTYPE.
 * Writing copies every part that is not changed in its very compressed bytes, in the same order.
 */
final class OfficeFile implements AutoCloseable {
  static final long MOST_FILE_BYTES = 32L << 20;
  static final int MOST_PART_BYTES = 64 << 20;
  static final long MOST_XML_BYTES = 256L << 20;
  static final int MOST_PARTS = 5_000;

  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private long xmlBytes;

  private OfficeFile(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens the file.
   *
   * @throws FillException where it is no such file, or not a safe one
   */
  static OfficeFile open(Path path) throws IOException, FillException {
    if (Files.size(path) > MOST_FILE_BYTES) {
      throw problem(Reason.TOO_LARGE, path.getFileName().toString(), MOST_FILE_BYTES >> 20);
    }
    return open(Files.readAllBytes(path));
  }

  static OfficeFile open(byte[] bytes) throws IOException, FillException {
    if (bytes.length >= OLE2.length && Arrays.equals(OLE2, Arrays.copyOf(bytes, OLE2.length))) {
      throw problem(Reason.OLD_FORMAT, "");
    }
    ZipFile zip;
    try {
      zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
    } catch (IOException | IllegalArgumentException e) {
      throw problem(Reason.NOT_OFFICE, "");
    }
    OfficeFile file = new OfficeFile(zip);
    try {
      file.index();
      return file;
    } catch (FillException e) {
      zip.close();
      throw e;
    }
  }

  private void index() throws FillException {
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      String name = entry.getName();
      if (!isSafe(name)) {
        throw problem(Reason.UNSAFE_NAME, name);
      }
      if (entries.putIfAbsent(name, entry) != null || !isReadable(entry)) {
        throw problem(Reason.BROKEN, name);
      }
    }
    if (entries.size() > MOST_PARTS) {
      throw problem(Reason.TOO_LARGE, "", MOST_FILE_BYTES >> 20);
    }
    if (!entries.containsKey("[Content_Types].xml")) {
      throw problem(Reason.NOT_OFFICE, "");
    }
  }

  /**
   * Stored or deflated, as programs write them; for others the library looks for more libraries.
   */
  private boolean isReadable(ZipArchiveEntry entry) {
    return (entry.getMethod() == ZipArchiveEntry.STORED
            || entry.getMethod() == ZipArchiveEntry.DEFLATED)
        && zip.canReadEntryData(entry);
  }

  private static boolean isSafe(String name) {
    return !name.isEmpty()
        && !name.startsWith("/")
        && name.indexOf('\\') < 0
        && name.indexOf(':') < 0
        && !ZeroCharacter.isIn(name)
        && !List.of(name.split("/", -1)).contains("..");
  }

  boolean has(String part) {
    return entries.containsKey(part);
  }

  /** The names of all parts that hold XML, relationships left out. */
  List<String> xmlParts() {
    List<String> names = new ArrayList<>();
    for (String name : entries.keySet()) {
      if (name.toLowerCase(Locale.ROOT).endsWith(".xml") && !name.equals("[Content_Types].xml")) {
        names.add(name);
      }
    }
    Collections.sort(names);
    return names;
  }

  /** Whether any part's name starts so. */
  boolean hasUnder(String folder) {
    return entries.keySet().stream().anyMatch(name -> name.startsWith(folder));
  }

  /**
   * The text of an XML part, checked to be well-formed UTF-8 without a DOCTYPE.
   *
   * @throws FillException where it is missing or not so
   */
  String xml(String part) throws IOException, FillException {
    String known = texts.get(part);
    if (known == null) {
      known = XmlCheck.read(part, inflated(part));
      texts.put(part, known);
    }
    return known;
  }

  private byte[] inflated(String part) throws IOException, FillException {
    ZipArchiveEntry entry = entries.get(part);
    if (entry == null) {
      throw problem(Reason.BROKEN, part);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MOST_PART_BYTES + 1);
      xmlBytes += bytes.length;
      if (bytes.length > MOST_PART_BYTES || xmlBytes > MOST_XML_BYTES) {
        throw problem(Reason.TOO_LARGE, part, MOST_PART_BYTES >> 20);
      }
      return bytes;
    } catch (IOException e) {
      // The bytes are in memory: what cannot be read is the file's own fault.
      throw problem(Reason.BROKEN, part);
    }
  }

  /**
   * The part that a relationship of this kind, such as {@code officeDocument}, leads to from a
   * part, or from the file for "".
   */
  Optional<String> related(String part, String kind) throws IOException, FillException {
    return Relationships.of(this, part).first(kind);
  }

  /** Writes the file with the texts of these parts in the place of theirs. */
  void write(OutputStream out, Map<String, String> changed) throws IOException {
    Set<String> left = new HashSet<>(changed.keySet());
    ZipArchiveOutputStream zipped = new ZipArchiveOutputStream(out);
    for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
      String text = changed.get(entry.getName());
      if (text == null) {
        try (InputStream raw = zip.getRawInputStream(entry)) {
          zipped.addRawArchiveEntry(entry, raw);
        }
      } else {
        ZipArchiveEntry rewritten = new ZipArchiveEntry(entry.getName());
        rewritten.setTime(entry.getTime());
        rewritten.setMethod(ZipEntry.DEFLATED);
        zipped.putArchiveEntry(rewritten);
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)).transferTo(zipped);
        zipped.closeArchiveEntry();
        left.remove(entry.getName());
      }
    }
    zipped.finish();
    if (!left.isEmpty()) {
      throw new IllegalStateException("no such parts: " + left);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static FillException problem(Reason reason, String where, Object... details) {
    return new FillException(FillProblem.of(reason, where, details));
  }
}
