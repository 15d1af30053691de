package cn.anxun.server.importer;

import cn.anxun.server.importer.SheetRows.RawCell;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a cell as what its column holds; says what is wrong and what to do where it cannot. */
final class CellReading {
  private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})\\s*[-/.．年]\\s*(\\d{1,2})\\s*[-/.．月]\\s*(\\d{1,2})\\s*日?(?:[\\sT]+.*|\\d{1,2}[:：时].*)?");
  private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?\\d[\\d,，]*(?:\\.\\d+)?)\\s*(万)?\\s*(?:元|人次|人|次|期|小时|学时|场|个|家)?");
  private static final Set<String> YES =
      Set.of("是", "有", "√", "✓", "✔", "y", "yes", "true", "1", "对", "已", "已是");
  private static final Set<String> NO =
      Set.of("否", "无", "×", "✗", "x", "n", "no", "false", "0", "不是", "未", "没有", "/", "-", "—");
  private static final Pattern PARTS = Pattern.compile("[、,，;；\\n]");

  /** What a cell may not be; its key and details make the sentence. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] details;

    Unreadable(String key, Object... details) {
      super(key);
      this.key = key;
      this.details = details;
    }

    String key() {
      return key;
    }

    Object[] details() {
      return details;
    }
  }

  private final boolean date1904;

  CellReading(boolean date1904) {
    this.date1904 = date1904;
  }

  /** A String, List of String, LocalDate, BigDecimal or Boolean. */
  Object read(ImportColumn column, RawCell cell) throws Unreadable {
    if (cell.error()) {
      throw new Unreadable("import.cell-error", cell.text());
    }
    if (EscapedZero.isIn(cell.text())) {
      throw new Unreadable("import.cell-zero", EscapedZero.strip(cell.text()));
    }
    return switch (column.type()) {
      case TEXT -> text(cell);
      case CODE -> label(column, cell.text());
      case CODES -> labels(column, cell.text());
      case DATE -> date(cell);
      case INTEGER -> integer(cell.text());
      case DECIMAL -> number(cell.text());
      case MONEY ->
          Heading.inTenThousands(cell.heading())
              ? number(cell.text()).multiply(TEN_THOUSAND)
              : number(cell.text());
      case YES_NO -> yesNo(column, cell.text());
    };
  }

  private static String text(RawCell cell) throws Unreadable {
    if (cell.number() && cell.text().replaceAll("\\D", "").length() > 15) {
      throw new Unreadable("import.cell-digits", cell.text());
    }
    return cell.text();
  }

  private static String label(ImportColumn column, String text) {
    return column.synonyms().getOrDefault(text, text);
  }

  private static List<String> labels(ImportColumn column, String text) {
    List<String> labels = new ArrayList<>();
    for (String part : PARTS.split(text, -1)) {
      if (!part.isBlank()) {
        labels.add(label(column, part.strip()));
      }
    }
    return labels;
  }

  private LocalDate date(RawCell cell) throws Unreadable {
    LocalDate date = cell.number() ? serial(cell.text()) : written(cell.text());
    if (date.getYear() < 2000 || date.getYear() > 2099) {
      throw new Unreadable("import.cell-year", date.toString());
    }
    return date;
  }

  private LocalDate serial(String text) throws Unreadable {
    BigDecimal number = new BigDecimal(text);
    Matcher compact = COMPACT_DATE.matcher(text);
    if (compact.matches()) {
      return day(compact, text);
    }
    if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(100_000)) > 0) {
      throw new Unreadable("import.cell-date", text);
    }
    return (date1904 ? DAY_0_OF_1904 : DAY_0_OF_1900).plusDays(number.longValue());
  }

  private static LocalDate written(String text) throws Unreadable {
    for (Pattern form : List.of(DATE, COMPACT_DATE)) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        return day(matcher, text);
      }
    }
    throw new Unreadable("import.cell-date", text);
  }

  private static LocalDate day(Matcher matcher, String text) throws Unreadable {
    try {
      return LocalDate.of(
          Integer.parseInt(matcher.group(1)),
          Integer.parseInt(matcher.group(2)),
          Integer.parseInt(matcher.group(3)));
    } catch (DateTimeException e) {
      throw new Unreadable("import.cell-date", text);
    }
  }

  private static BigDecimal number(String text) throws Unreadable {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      throw new Unreadable("import.cell-number", text);
    }
    BigDecimal number = new BigDecimal(matcher.group(1).replaceAll("[,，]", ""));
    if (number.signum() < 0) {
      throw new Unreadable("import.cell-negative", text);
    }
    return matcher.group(2) == null ? number : number.multiply(TEN_THOUSAND);
  }

  private static BigDecimal integer(String text) throws Unreadable {
    BigDecimal number = number(text);
    if (number.stripTrailingZeros().scale() > 0) {
      throw new Unreadable("import.cell-integer", text);
    }
    return new BigDecimal(number.toBigIntegerExact());
  }

  private static Boolean yesNo(ImportColumn column, String text) throws Unreadable {
    String word = column.synonyms().getOrDefault(text, text).toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return true;
    }
    if (NO.contains(word)) {
      return false;
    }
    throw new Unreadable("import.cell-yes-no", text, String.join("、", sorted(column.synonyms())));
  }

  private static List<String> sorted(Map<String, String> synonyms) {
    List<String> words = new ArrayList<>(List.of("是", "否"));
    synonyms.keySet().stream().sorted().forEach(words::add);
    return words;
  }
}
