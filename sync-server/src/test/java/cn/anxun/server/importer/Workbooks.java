package cn.anxun.server.importer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes small ledgers as people keep them. */
public final class Workbooks {
  private Workbooks() {}

  /** One sheet, 台账, with these rows of String, Number and LocalDate. */
  public static Path write(Path file, List<? extends List<?>> rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("台账");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          Object value = rows.get(row).get(column);
          if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
          } else if (value instanceof Integer number) {
            sheet.value(row, column, BigDecimal.valueOf(number));
          } else if (value instanceof BigDecimal number) {
            sheet.value(row, column, number);
          } else if (!String.valueOf(value).isEmpty()) {
            sheet.value(row, column, String.valueOf(value));
          }
        }
      }
    }
    return file;
  }

  /** What the file would be with this in the place of that, wherever it stands in its XML. */
  public static byte[] replaced(Path file, String what, String by) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile zip = new ZipFile(file.toFile());
        ZipOutputStream zipped = new ZipOutputStream(out)) {
      for (ZipEntry part : Collections.list(zip.entries())) {
        zipped.putNextEntry(new ZipEntry(part.getName()));
        String text = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        zipped.write(text.replace(what, by).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
