package cn.anxun.core.entry;

import java.time.LocalDate;

/** 应急响应: one round of answering severe weather or a disaster, 轮. */
public record ResponseMade(Header header, Fields fields) implements Entry {

  /** 暴雨洪水 低温雨雪冰冻 … */
  public static final Field<String> HAZARD = Field.code("hazard");

  public static final Field<String> LEVEL = Field.code("level");
  public static final Field<LocalDate> UNTIL = Field.date("until");

  public static final Kind KIND =
      Kind.opens("ResponseMade", "response", ResponseMade::new, HAZARD, LEVEL, UNTIL);

  @Override
  public Kind kind() {
    return KIND;
  }
}
