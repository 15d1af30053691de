package cn.anxun.server.console.page;

import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and hours as a Chinese office writes them: 2026年3月2日; 2026-03-02 in English. */
public final class Days {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter CHINESE =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter CHINESE_TIME =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter ENGLISH_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);

  private Days() {}

  /** Today's business date. */
  public static LocalDate today(Clock clock) {
    return LocalDate.now(clock.withZone(SHANGHAI));
  }

  /** When the day begins. */
  public static Instant start(LocalDate day) {
    return day.atStartOfDay(SHANGHAI).toInstant();
  }

  public static String text(LocalDate day, Texts texts) {
    return texts.equals(ServerTexts.ENGLISH) ? day.toString() : CHINESE.format(day);
  }

  /** An instant in the business time zone, to the minute. */
  public static String text(Instant at, Texts texts) {
    return (texts.equals(ServerTexts.ENGLISH) ? ENGLISH_TIME : CHINESE_TIME)
        .format(at.atZone(SHANGHAI));
  }
}
