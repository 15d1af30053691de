package cn.anxun.server.importer;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
}
