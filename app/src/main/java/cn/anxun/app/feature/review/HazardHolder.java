package cn.anxun.app.feature.review;

import android.content.res.Resources;
import android.graphics.Typeface;
import android.view.View;
import android.widget.ImageView;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import cn.anxun.app.R;
import cn.anxun.app.photo.Thumbnails;
import com.google.android.material.button.MaterialButton;

/** A hazard: how it was found, and passed or not. */
final class HazardHolder extends ReviewAdapter.Holder {
  private final ReviewActions actions;
  private final Thumbnails thumbnails;
  private final View card;
  private final ImageView photo;
  private final TextView description;
  private final TextView due;
  private final TextView number;
  private final View buttons;
  private final MaterialButton passed;
  private final MaterialButton failed;
  private final View reported;
  private final ShootPanel shoot;
  private final FailedPanel panel;

  HazardHolder(View view, ReviewActions actions, Thumbnails thumbnails) {
    super(view);
    this.actions = actions;
    this.thumbnails = thumbnails;
    card = view.findViewById(R.id.review_hazard);
    photo = view.findViewById(R.id.review_photo);
    description = view.findViewById(R.id.review_description);
    due = view.findViewById(R.id.review_due);
    number = view.findViewById(R.id.review_number);
    buttons = view.findViewById(R.id.review_actions);
    passed = view.findViewById(R.id.review_passed);
    failed = view.findViewById(R.id.review_failed);
    reported = view.findViewById(R.id.review_reported);
    shoot = new ShootPanel(view, actions);
    panel = new FailedPanel(view.findViewById(R.id.review_panel), actions);
  }

  @Override
  void show(ReviewItem item) {
    ReviewItem.Hazard hazard = (ReviewItem.Hazard) item;
    DueHazard of = hazard.due();
    showHazard(hazard);
    boolean shooting = hazard.shoot().isPresent();
    buttons.setVisibility(shooting ? View.GONE : View.VISIBLE);
    reported.setVisibility(shooting || of.isRectified() ? View.GONE : View.VISIBLE);
    String spoken = "，" + of.description();
    passed.setContentDescription(passed.getText() + spoken);
    failed.setContentDescription(failed.getText() + spoken);
    failed.setSelected(hazard.isOpen());
    card.setOnClickListener(v -> actions.open(of));
    passed.setOnClickListener(v -> actions.passed(of));
    failed.setOnClickListener(v -> actions.failed(of));
    reported.setOnClickListener(v -> actions.reported(of));
    shoot.show(hazard.shoot(), "");
    panel.show(hazard, hazard.isOpen() && !shooting);
  }

  private void showHazard(ReviewItem.Hazard hazard) {
    DueHazard of = hazard.due();
    Resources resources = itemView.getResources();
    description.setText(of.description());
    number.setText(of.number());
    number.setVisibility(of.number().isEmpty() ? View.GONE : View.VISIBLE);
    boolean over = of.daysOver(hazard.today()) > 0;
    due.setText(DueText.of(itemView.getContext(), of, hazard.today()));
    due.setTextColor(
        ContextCompat.getColor(
            itemView.getContext(), over ? R.color.danger : R.color.on_surface_muted));
    due.setTypeface(over ? Typeface.DEFAULT_BOLD : Typeface.DEFAULT);
    boolean pictured = of.photo().isPresent();
    photo.setVisibility(pictured ? View.VISIBLE : View.GONE);
    itemView
        .findViewById(R.id.review_photo_none)
        .setVisibility(pictured ? View.GONE : View.VISIBLE);
    photo.setContentDescription(resources.getString(R.string.review_photo_before));
    of.photo().ifPresent(sha256 -> thumbnails.show(photo, sha256));
  }
}
