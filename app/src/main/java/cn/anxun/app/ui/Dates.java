package cn.anxun.app.ui;

import android.content.Context;
import cn.anxun.app.R;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Days as an office writes them, and the zone that business days are of. */
public final class Dates {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Dates() {}

  /** 2026年3月2日. */
  public static String full(Context context, LocalDate date) {
    return context.getString(
        R.string.ui_date, date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /** 2026年3月2日 14:05, in the zone that business days are of. */
  public static String moment(Context context, Instant instant) {
    ZonedDateTime at = instant.atZone(ZONE);
    return context.getString(
        R.string.ui_moment, full(context, at.toLocalDate()), at.getHour(), at.getMinute());
  }

  /** 3月2日, where the year goes without saying. */
  public static String brief(Context context, LocalDate date) {
    return context.getString(R.string.ui_date_short, date.getMonthValue(), date.getDayOfMonth());
  }
}
