package cn.anxun.server.report.fill;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell's place, such as B7.
 *
 * @param row from 1 to 1,048,576
 * @param column from 1 to 16,384
 */
record CellReference(int row, int column) implements Comparable<CellReference> {
  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_COLUMNS = 16_384;
  private static final Pattern FORM = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");

  static Optional<CellReference> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int column = 0;
    for (char letter : matcher.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
      column = column * 26 + (letter - 'A' + 1);
    }
    int row = Integer.parseInt(matcher.group(2));
    return row >= 1 && row <= MOST_ROWS && column <= MOST_COLUMNS
        ? Optional.of(new CellReference(row, column))
        : Optional.empty();
  }

  /** Row by row. */
  @Override
  public int compareTo(CellReference other) {
    return row == other.row
        ? Integer.compare(column, other.column)
        : Integer.compare(row, other.row);
  }

  @Override
  public String toString() {
    StringBuilder letters = new StringBuilder();
    for (int left = column; left > 0; left = (left - 1) / 26) {
      letters.insert(0, (char) ('A' + (left - 1) % 26));
    }
    return letters.toString() + row;
  }
}
