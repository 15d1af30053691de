package cn.anxun.server.report.fill;

import cn.anxun.server.report.Value;
import cn.anxun.server.report.fill.CellFormats.Format;
import cn.anxun.server.report.xlsx.CellText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a value stands in a cell: as a number where the cell is for numbers, as a day where it is for
 * days, else as text.
 */
final class CellContent {
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  /** Excel counts 1900-02-29, which never was; from March 1900 on this is right. */
  private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);

  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

  private CellContent() {}

  /** The number that the cell shall hold, or empty for a text. */
  static Optional<BigDecimal> number(Value value, Format format, boolean date1904) {
    return switch (format) {
      case TEXT -> Optional.empty();
      case GENERAL -> value.bare() ? value.number() : Optional.empty();
      case NUMBER -> value.number();
      case PERCENT ->
          value.percent()
              ? value.number().map(number -> number.movePointLeft(2))
              : Optional.empty();
      case DATE -> value.day().map(day -> serial(day, date1904));
    };
  }

  private static BigDecimal serial(LocalDate day, boolean date1904) {
    return BigDecimal.valueOf(
        ChronoUnit.DAYS.between(date1904 ? DAY_0_OF_1904 : DAY_0_OF_1900, day));
  }

  /** The text as it stands within a text element of a sheet. */
  static String escape(String text) {
    String held = CellText.fitting(text.replace("\r\n", "\n").replace('\r', '\n'));
    return XmlText.escape(ESCAPE.matcher(held).replaceAll("_x005F_"));
  }

  /** The whole text element; spaces at its edges are kept. */
  static String textElement(String prefix, String text) {
    return "<" + prefix + "t xml:space=\"preserve\">" + escape(text) + "</" + prefix + "t>";
  }
}
