package cn.anxun.app.form;

import androidx.fragment.app.Fragment;
import com.google.android.material.datepicker.MaterialDatePicker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;

/** Asks for the day of a field by a calendar, which outlives a rotation. */
public final class DayPicker {
  private static final String DAY = "day:";

  private final Fragment screen;
  private final BiConsumer<String, LocalDate> chosen;

  /**
   * For this screen, whose view is there.
   *
   * @param chosen is given the name of the field and the day
   */
  public DayPicker(Fragment screen, BiConsumer<String, LocalDate> chosen) {
    this.screen = screen;
    this.chosen = chosen;
    for (Fragment shown : screen.getChildFragmentManager().getFragments()) {
      follow(shown);
    }
  }

  /** The calendar that Android brought back after a rotation has lost its listener. */
  @SuppressWarnings("unchecked")
  private void follow(Fragment shown) {
    String tag = shown.getTag();
    if (shown instanceof MaterialDatePicker<?> calendar && tag != null && tag.startsWith(DAY)) {
      follow((MaterialDatePicker<Long>) calendar, tag.substring(DAY.length()));
    }
  }

  /** Opens at this day. */
  public void ask(String field, LocalDate day) {
    MaterialDatePicker<Long> calendar =
        MaterialDatePicker.Builder.datePicker()
            .setSelection(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
            .build();
    follow(calendar, field);
    calendar.show(screen.getChildFragmentManager(), DAY + field);
  }

  private void follow(MaterialDatePicker<Long> calendar, String field) {
    calendar.addOnPositiveButtonClickListener(
        millis ->
            chosen.accept(
                field, Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate()));
  }
}
