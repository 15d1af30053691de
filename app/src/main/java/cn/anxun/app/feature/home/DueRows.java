package cn.anxun.app.feature.home;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import cn.anxun.app.R;
import java.util.function.Consumer;

/** The rows of what is due. */
final class DueRows {
  private DueRows() {}

  static void show(ViewGroup rows, HomeState state, Consumer<DueHazard> open) {
    rows.removeAllViews();
    LayoutInflater inflater = LayoutInflater.from(rows.getContext());
    for (DueHazard hazard : state.due()) {
      View row = inflater.inflate(R.layout.home_due_row, rows, false);
      TextView when = row.findViewById(R.id.home_due_when);
      when.setText(when(rows.getContext(), hazard));
      when.setTextColor(
          ContextCompat.getColor(
              rows.getContext(), hazard.isOverdue() ? R.color.danger : R.color.on_surface));
      row.<TextView>findViewById(R.id.home_due_what).setText(hazard.description());
      row.<TextView>findViewById(R.id.home_due_where)
          .setText(
              hazard.site().isEmpty()
                  ? rows.getContext().getString(R.string.home_site_unknown)
                  : hazard.site());
      row.setOnClickListener(view -> open.accept(hazard));
      rows.addView(row);
    }
  }

  private static String when(Context context, DueHazard hazard) {
    int days = (int) Math.abs(hazard.days());
    if (hazard.isOverdue()) {
      return context.getString(
          hazard.isReview() ? R.string.home_review_overdue : R.string.home_due_overdue, days);
    } else if (days == 0) {
      return context.getString(
          hazard.isReview() ? R.string.home_review_today : R.string.home_due_today);
    }
    return context.getString(
        hazard.isReview() ? R.string.home_review_in : R.string.home_due_in, days);
  }
}
