package cn.anxun.core.indicator;

import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is broken down by. A record stands under the value of its field, or under that
 * value's first characters; under "" where it has none or a shorter one. A record with several
 * values (a campaign) stands under each, so that its parts may exceed the total.
 *
 * @param field its name, or "date" for the day by which the measure counts
 * @param length how many characters of the value make the label; 0 for all
 */
public record Dimension(String field, int length) {
  public static final Dimension UNIT = of("unit");

  /** Street or township: the first 9 digits of the division (GB/T 10114). */
  public static final Dimension STREET = new Dimension("division", 9);

  /** Community or village: the first 12 digits of the division. */
  public static final Dimension COMMUNITY = new Dimension("division", 12);

  public static final Dimension INDUSTRY = of("industry");
  public static final Dimension LEVEL = of("level");
  public static final Dimension SITE_KIND = of("site_kind");

  /** By months, yyyy-MM. A unit's total that spans several months stands under "". */
  public static final Dimension MONTH = new Dimension("date", 7);

  public static Dimension of(String field) {
    return new Dimension(field, 0);
  }

  List<String> labels(FoldedRecord record, Basis basis) {
    if (isDate()) {
      String day = InPeriod.day(record, basis);
      return List.of(day == null ? "" : label(day));
    }
    return labels(record.value(field));
  }

  /** A total that holds for several labels cannot be shared out among them: it stands under "". */
  String label(Tally tally) {
    if (isDate()) {
      String from = label(tally.period().from().toString());
      return from.equals(label(tally.period().until().toString())) ? from : "";
    }
    List<String> labels = labels(tally.claims().get(field));
    return labels.size() == 1 ? labels.get(0) : "";
  }

  private boolean isDate() {
    return field.equals(Basis.RECORDED.on());
  }

  private List<String> labels(@Nullable Json value) {
    if (value instanceof Json.Items items && !items.values().isEmpty()) {
      List<String> labels = new ArrayList<>();
      for (Json item : items.values()) {
        String label = label(text(item));
        if (!labels.contains(label)) {
          labels.add(label);
        }
      }
      return labels;
    }
    return List.of(label(text(value)));
  }

  private String label(String text) {
    return length == 0 ? text : text.length() < length ? "" : text.substring(0, length);
  }

  private static String text(@Nullable Json value) {
    if (value instanceof Json.Text text) {
      return text.value();
    }
    if (value instanceof Json.Num number) {
      return number.value().stripTrailingZeros().toPlainString();
    }
    return value instanceof Json.Flag flag ? String.valueOf(flag.value()) : "";
  }
}
