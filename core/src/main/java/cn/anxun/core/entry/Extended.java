package cn.anxun.core.entry;

import java.time.LocalDate;

/** 延期: a later deadline. The first deadline stays known. */
public record Extended(Header header, Fields fields) implements Entry {
  public static final Field<LocalDate> DEADLINE = Field.date("deadline").asRequired();
  public static final Field<String> REASON = Field.text("reason", 400).asRequired();
  public static final Field<String> APPROVED_BY = Field.text("approved_by", 40).asPersonal();

  public static final Kind KIND =
      Kind.step("Extended", "hazard", Extended::new, DEADLINE, REASON, APPROVED_BY);

  @Override
  public Kind kind() {
    return KIND;
  }
}
