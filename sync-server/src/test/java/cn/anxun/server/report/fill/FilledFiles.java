package cn.anxun.server.report.fill;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Small workbooks for tests, and what they read. */
public final class FilledFiles {
  private FilledFiles() {}

  /** A workbook with one sheet, 表, whose A1 holds this text. */
  public static void workbook(Path file, String text) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      workbook.createSheet("表").createRow(0).createCell(0).setCellValue(text);
      workbook.write(out);
    }
  }

  /** The texts of all cells, one line each. */
  public static String text(XSSFWorkbook workbook) {
    DataFormatter formatter = new DataFormatter();
    StringBuilder text = new StringBuilder();
    for (Sheet sheet : workbook) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          text.append(formatter.formatCellValue(cell)).append('\n');
        }
      }
    }
    return text.toString();
  }
}
