package cn.anxun.core.entry;

import java.time.LocalDate;

/** 复查: passed closes the hazard; not passed opens it again with a new deadline. */
public record Reviewed(Header header, Fields fields) implements Entry {
  public static final Field<Boolean> PASSED = Field.flag("passed").asRequired();
  public static final Field<String> OPINION = Field.text("opinion", 2000);

  /** The new deadline after a review not passed. */
  public static final Field<LocalDate> DEADLINE = Field.date("deadline");

  public static final Field<String> INSPECTION = Field.reference("inspection");

  public static final Kind KIND =
      Kind.step(
          "Reviewed",
          "hazard",
          Reviewed::new,
          PASSED,
          OPINION,
          DEADLINE,
          INSPECTION,
          RecordFields.POINT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
