package cn.anxun.app.data.local;

import androidx.room.TypeConverter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as whole numbers: those since 1970-01-01, so that they sort and take little room. */
public final class LocalDates {
  private LocalDates() {}

  @TypeConverter
  public static @Nullable Long toDays(@Nullable LocalDate date) {
    return date == null ? null : date.toEpochDay();
  }

  @TypeConverter
  public static @Nullable LocalDate toDate(@Nullable Long days) {
    return days == null ? null : LocalDate.ofEpochDay(days);
  }
}
