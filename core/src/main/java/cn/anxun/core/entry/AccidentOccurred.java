package cn.anxun.core.entry;

import java.math.BigDecimal;

/** 事故. */
public record AccidentOccurred(Header header, Fields fields) implements Entry {

  /** 一般 较大 重大 特别重大; unset until the grade is settled. */
  public static final Field<String> GRADE = Field.code("grade");

  /** 人. */
  public static final Field<Long> DEATHS = Field.integer("deaths");

  /** 人. */
  public static final Field<Long> INJURIES = Field.integer("injuries");

  public static final Field<String> DESCRIPTION = Field.text("description", 2000);
  public static final Field<BigDecimal> LOSS_YUAN = Field.decimal("loss_yuan");

  public static final Kind KIND =
      Kind.opens(
          "AccidentOccurred",
          "accident",
          AccidentOccurred::new,
          GRADE,
          DEATHS,
          INJURIES,
          DESCRIPTION,
          LOSS_YUAN);

  @Override
  public Kind kind() {
    return KIND;
  }
}
