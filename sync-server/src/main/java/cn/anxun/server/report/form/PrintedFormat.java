package cn.anxun.server.report.form;

import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.docx.DocxWriter;
import cn.anxun.server.report.xlsx.XlsxWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** The file formats that the office prints from. */
public enum PrintedFormat {
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final String mediaType;

  PrintedFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The format of a file's name, by its ending. */
  public static Optional<PrintedFormat> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (PrintedFormat format : values()) {
      if (name.endsWith(format.ending())) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  public String mediaType() {
    return mediaType;
  }

  /** With its dot. */
  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /** Writes the document; the stream stays open. */
  public void write(PrintedDocument document, OutputStream out) throws IOException {
    switch (this) {
      case XLSX -> XlsxWriter.write(document, out);
      case DOCX -> DocxWriter.write(document, out);
    }
  }
}
