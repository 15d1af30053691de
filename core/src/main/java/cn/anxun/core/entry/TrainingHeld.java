package cn.anxun.core.entry;

import java.math.BigDecimal;
import java.util.List;

/** 培训. */
public record TrainingHeld(Header header, Fields fields) implements Entry {
  public static final Field<String> NAME = Field.text("name", 120);

  /** 法人和安全管理人员 从业人员 监管人员 网格员 灾害信息员 应急队伍 党校主体班. */
  public static final Field<String> AUDIENCE = Field.code("audience");

  /** 期. */
  public static final Field<Long> SESSIONS = Field.integer("sessions");

  /** 人次. */
  public static final Field<Long> ATTENDEES = Field.integer("attendees");

  /** Class hours. */
  public static final Field<BigDecimal> HOURS = Field.decimal("hours");

  public static final Field<List<String>> ATTENDEE_NAMES =
      Field.codes("attendee_names").asPersonal();

  public static final Kind KIND =
      Kind.opens(
          "TrainingHeld",
          "training",
          TrainingHeld::new,
          NAME,
          AUDIENCE,
          SESSIONS,
          ATTENDEES,
          HOURS,
          ATTENDEE_NAMES);

  @Override
  public Kind kind() {
    return KIND;
  }
}
