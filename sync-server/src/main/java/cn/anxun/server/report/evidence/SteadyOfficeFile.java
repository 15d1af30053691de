package cn.anxun.server.report.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * An .xlsx or .docx without the moment at which it was made, so that the same content gives the
 * same bytes: the libraries write it into the properties and into the zip's own directory.
 */
final class SteadyOfficeFile {
  private static final String PROPERTIES = "docProps/core.xml";

  private final LocalDate day;

  /**
   * Files that say they were made on this day.
   *
   * @param day of the cut-off
   */
  SteadyOfficeFile(LocalDate day) {
    this.day = day;
  }

  /** Writes what the content writes, by way of a temporary file; the stream stays open. */
  void write(EvidenceZip.Content content, OutputStream out) throws IOException {
    Path made = Files.createTempFile("anxun", ".zip");
    try {
      try (OutputStream into = Files.newOutputStream(made)) {
        content.write(into);
      }
      try (ZipFile parts = new ZipFile(made.toFile())) {
        copy(parts, out);
      }
    } finally {
      Files.delete(made);
    }
  }

  private void copy(ZipFile parts, OutputStream out) throws IOException {
    ZipOutputStream steady = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (ZipEntry part : Collections.list(parts.entries())) {
      ZipEntry entry = new ZipEntry(part.getName());
      entry.setTimeLocal(day.atStartOfDay());
      steady.putNextEntry(entry);
      try (InputStream in = parts.getInputStream(part)) {
        if (part.getName().equals(PROPERTIES)) {
          steady.write(undated(in).getBytes(StandardCharsets.UTF_8));
        } else {
          in.transferTo(steady);
        }
      }
      steady.closeEntry();
    }
    steady.finish();
  }

  private String undated(InputStream properties) throws IOException {
    String xml = new String(properties.readAllBytes(), StandardCharsets.UTF_8);
    return xml.replaceAll(
        "(<dcterms:(?:created|modified)\\b[^>]*>)[^<]*", "$1" + day + "T00:00:00Z");
  }
}
