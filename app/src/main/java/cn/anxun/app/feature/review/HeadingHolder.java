package cn.anxun.app.feature.review;

import android.content.res.Resources;
import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;
import com.google.android.material.chip.Chip;

/** The round's range and size; where there is nothing, why. */
final class HeadingHolder extends ReviewAdapter.Holder {
  private final Resources resources;
  private final TextView summary;
  private final TextView message;
  private final View retry;

  HeadingHolder(View view, ReviewActions actions) {
    super(view);
    resources = view.getResources();
    summary = view.findViewById(R.id.review_summary);
    message = view.findViewById(R.id.review_message);
    retry = view.findViewById(R.id.review_retry);
    retry.setOnClickListener(v -> actions.retry());
    for (Horizon horizon : Horizon.values()) {
      view.findViewById(chip(horizon)).setOnClickListener(v -> actions.horizon(horizon));
    }
  }

  @Override
  void show(ReviewItem item) {
    ReviewItem.Heading heading = (ReviewItem.Heading) item;
    for (Horizon horizon : Horizon.values()) {
      Chip chip = itemView.findViewById(chip(horizon));
      chip.setChecked(horizon == heading.horizon());
    }
    boolean ready = heading.status() == ReviewState.Status.READY;
    summary.setVisibility(ready ? View.VISIBLE : View.GONE);
    summary.setText(summary(heading));
    boolean failed = heading.status() == ReviewState.Status.FAILED;
    retry.setVisibility(failed ? View.VISIBLE : View.GONE);
    boolean empty = ready && heading.hazards() == 0;
    message.setVisibility(failed || empty ? View.VISIBLE : View.GONE);
    message.setText(
        failed
            ? resources.getString(R.string.review_error)
            : resources.getString(R.string.review_empty)
                + '\n'
                + resources.getString(R.string.review_empty_hint));
  }

  private String summary(ReviewItem.Heading heading) {
    String due = resources.getString(R.string.review_summary, heading.hazards(), heading.sites());
    return heading.done() == 0
        ? due
        : due + '\n' + resources.getString(R.string.review_summary_done, heading.done());
  }

  private static int chip(Horizon horizon) {
    return switch (horizon) {
      case TODAY -> R.id.review_horizon_today;
      case WEEK -> R.id.review_horizon_week;
      case ALL -> R.id.review_horizon_all;
    };
  }
}
