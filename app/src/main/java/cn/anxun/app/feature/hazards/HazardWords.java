package cn.anxun.app.feature.hazards;

import android.content.Context;
import cn.anxun.app.R;
import cn.anxun.app.data.local.RecordRow;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.Labels;
import cn.anxun.core.hazard.HazardState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in a line what a hazard's row holds. */
final class HazardWords {
  private final Context context;
  private final LocalDate today;

  HazardWords(Context context, LocalDate today) {
    this.context = context;
    this.today = today;
  }

  boolean isOverdue(RecordRow row) {
    LocalDate due = due(row);
    return due != null && due.isBefore(today);
  }

  /** The deadline of an open one, the day by which a rectified one is to be reviewed. */
  private static @Nullable LocalDate due(RecordRow row) {
    if (HazardState.OPEN.wire().equals(row.state())) {
      return row.deadline();
    }
    return HazardState.RECTIFIED.wire().equals(row.state()) ? row.reviewDue() : null;
  }

  /** Level, state and deadline. */
  String standing(RecordRow row) {
    List<String> words = new ArrayList<>();
    String level = row.level();
    if (level != null) {
      words.add(Labels.code(context, "hazard", "level", level));
    }
    if (row.listed()) {
      words.add(context.getString(R.string.hazards_listed));
    }
    words.add(context.getString(state(row)));
    LocalDate due = due(row);
    if (due != null) {
      int over = (int) ChronoUnit.DAYS.between(due, today);
      if (over > 0) {
        words.add(
            context.getResources().getQuantityString(R.plurals.hazards_days_over, over, over));
      }
      words.add(
          context.getString(
              HazardState.OPEN.wire().equals(row.state())
                  ? R.string.hazards_by
                  : R.string.hazards_review_by,
              Dates.full(context, due)));
    }
    return String.join(" · ", words);
  }

  private static int state(RecordRow row) {
    if (HazardState.CLOSED.wire().equals(row.state())) {
      return R.string.hazards_state_closed;
    }
    return HazardState.RECTIFIED.wire().equals(row.state())
        ? R.string.hazards_state_rectified
        : R.string.hazards_state_open;
  }

  /** Number, day found, and whether the server has it all. */
  String origin(RecordRow row) {
    List<String> words = new ArrayList<>();
    String number = row.number();
    if (number != null) {
      words.add(number);
    }
    words.add(context.getString(R.string.hazards_found_on, Dates.full(context, row.date())));
    if (row.unsent() > 0) {
      words.add(context.getString(R.string.hazards_unsent));
    }
    if (row.marks() != null) {
      words.add(context.getString(R.string.hazards_marked));
    }
    return String.join(" · ", words);
  }
}
