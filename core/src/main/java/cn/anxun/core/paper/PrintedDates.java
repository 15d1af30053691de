package cn.anxun.core.paper;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/** Days and times as papers print them. */
public final class PrintedDates {
  private PrintedDates() {}

  /** 2026年3月2日. */
  public static String day(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  /** 2026年3月2日9时05分. */
  static String time(LocalDateTime time) {
    return day(time.toLocalDate())
        + time.getHour()
        + "时"
        + String.format(Locale.ROOT, "%02d分", time.getMinute());
  }
}
