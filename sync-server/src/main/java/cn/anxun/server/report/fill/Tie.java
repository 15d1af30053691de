package cn.anxun.server.report.fill;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell tied to a value, for a workbook without placeholders: {@code 自评表!B7=total}.
 *
 * @param sheet the sheet's name
 * @param cell such as B7
 * @param value a name of {@link cn.anxun.server.report.form.FormValues}
 */
public record Tie(String sheet, String cell, String value) {
  private static final Pattern FORM =
      Pattern.compile("'?(.+?)'?!(\\$?[A-Za-z]{1,3}\\$?\\d{1,7})\\s*=\\s*(.+)");

  /** Reads one as the office writes it. */
  public static Optional<Tie> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new Tie(matcher.group(1), matcher.group(2), matcher.group(3).strip()))
        : Optional.empty();
  }

  /** The cell with its sheet, as people write it. */
  public String place() {
    return sheet + "!" + cell;
  }
}
