package cn.anxun.core.entry;

import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * 汇总报送: a unit's own total for a period in which records are not kept one by one. 0 is a nil
 * report.
 */
public record TallyReported(Header header, Fields fields) implements Entry {

  /** What is counted: the record type, such as {@code drill}. */
  public static final Field<String> MEASURED = Field.code("measured").asRequired();

  /** The field that is summed, such as {@code participants}; unset when records are counted. */
  public static final Field<String> MEASURED_FIELD = Field.code("measured_field");

  public static final Field<BigDecimal> QUANTITY = Field.decimal("quantity").asRequired();
  public static final Field<LocalDate> FROM = Field.date("from").asRequired();

  /** The last day of the period. */
  public static final Field<LocalDate> UNTIL = Field.date("until").asRequired();

  /** The coded fields that hold for all of it, such as {@code {"level":"企业"}}. */
  public static final Field<Json> WHERE = Field.document("where");

  public static final Field<String> EVIDENCE = Field.text("evidence", 400);

  public static final Kind KIND =
      Kind.opens(
          "TallyReported",
          "tally",
          TallyReported::new,
          MEASURED,
          MEASURED_FIELD,
          QUANTITY,
          FROM,
          UNTIL,
          WHERE,
          EVIDENCE);

  @Override
  public Kind kind() {
    return KIND;
  }
}
