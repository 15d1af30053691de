package cn.anxun.app.feature.review;

import android.content.Context;
import cn.anxun.app.R;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.Labels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Level, days and deadline of a hazard in one line: what must be known of it at a glance. */
final class DueText {
  private DueText() {}

  static String of(Context context, DueHazard hazard, LocalDate today) {
    List<String> words = new ArrayList<>();
    if (!hazard.level().isEmpty()) {
      words.add(Labels.code(context, "hazard", "level", hazard.level()));
    }
    if (hazard.isRectified()) {
      words.add(context.getString(R.string.review_rectified));
    }
    LocalDate due = hazard.dueOn();
    if (due == null) {
      words.add(context.getString(R.string.review_due_none));
    } else {
      words.add(days(context, hazard.daysOver(today)));
      words.add(
          context.getString(
              hazard.isRectified() ? R.string.review_review_by : R.string.review_due_on,
              Dates.full(context, due)));
    }
    return String.join(" · ", words);
  }

  private static String days(Context context, long over) {
    if (over > 0) {
      return count(context, R.plurals.review_due_over, over);
    }
    return over == 0
        ? context.getString(R.string.review_due_today)
        : count(context, R.plurals.review_due_in, -over);
  }

  private static String count(Context context, int words, long days) {
    return context.getResources().getQuantityString(words, (int) days, (int) days);
  }
}
