package cn.anxun.app.feature.review;

import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;
import java.util.Optional;

/** Shown while photos are wanted: what comes next, and how to go on without. */
final class ShootPanel {
  private final View panel;

  ShootPanel(View row, ReviewActions actions) {
    panel = row.findViewById(R.id.review_shoot);
    panel.findViewById(R.id.review_shoot_camera).setOnClickListener(v -> actions.camera());
    panel.findViewById(R.id.review_shoot_pick).setOnClickListener(v -> actions.pick());
    panel.findViewById(R.id.review_shoot_without).setOnClickListener(v -> actions.withoutPhoto());
    panel.findViewById(R.id.review_shoot_cancel).setOnClickListener(v -> actions.cancelShoot());
  }

  /**
   * Shows it where there is something to photograph.
   *
   * @param next what the next photo is of; "" where that goes without saying
   */
  void show(Optional<Shoot> shoot, String next) {
    panel.setVisibility(shoot.isPresent() ? View.VISIBLE : View.GONE);
    if (!shoot.isPresent()) {
      return;
    }
    TextView heading = panel.findViewById(R.id.review_shoot_heading);
    int taken = shoot.get().taken().size();
    heading.setText(
        panel
            .getResources()
            .getString(
                R.string.review_shoot_heading,
                Math.min(taken + 1, shoot.get().wanted()),
                shoot.get().wanted()));
    TextView of = panel.findViewById(R.id.review_shoot_of);
    of.setVisibility(next.isEmpty() ? View.GONE : View.VISIBLE);
    of.setText(panel.getResources().getString(R.string.review_shoot_of, next));
  }
}
