package cn.anxun.app.feature.review;

import android.content.Context;
import android.text.Editable;
import android.text.TextWatcher;
import android.view.View;
import android.widget.EditText;
import cn.anxun.app.R;
import cn.anxun.app.ui.Dates;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import com.google.android.material.textfield.TextInputLayout;
import org.jspecify.annotations.Nullable;

/** What is to become of a hazard that is not put right. */
final class FailedPanel {
  private final View panel;
  private final ReviewActions actions;
  private final EditText opinion;
  private final EditText body;
  private final TextInputLayout bodyBox;
  private @Nullable DueHazard hazard;

  FailedPanel(View panel, ReviewActions actions) {
    this.panel = panel;
    this.actions = actions;
    opinion = panel.findViewById(R.id.review_opinion);
    body = panel.findViewById(R.id.review_body);
    bodyBox = panel.findViewById(R.id.review_body_box);
    opinion.addTextChangedListener(new Typed(true));
    body.addTextChangedListener(new Typed(false));
    addBodies(panel.findViewById(R.id.review_bodies));
    panel.findViewById(R.id.review_case).setOnClickListener(v -> actions.fileCase(shown()));
    panel.findViewById(R.id.review_transfer).setOnClickListener(v -> transfer());
  }

  void show(ReviewItem.Hazard item, boolean visible) {
    hazard = null;
    panel.setVisibility(visible ? View.VISIBLE : View.GONE);
    if (visible) {
      showDays(item, R.id.review_days_7, 7);
      showDays(item, R.id.review_days_15, 15);
      showDays(item, R.id.review_days_30, 30);
      replace(opinion, item.opinion());
      replace(body, item.body());
      bodyBox.setError(null);
    }
    hazard = item.due();
  }

  private void showDays(ReviewItem.Hazard item, int id, int days) {
    Context context = panel.getContext();
    MaterialButton button = panel.findViewById(id);
    button.setText(
        context.getString(
            R.string.review_days, days, Dates.brief(context, item.today().plusDays(days))));
    button.setOnClickListener(v -> actions.postpone(item.due(), days));
  }

  private void addBodies(ChipGroup group) {
    Context context = panel.getContext();
    String[] bodies = context.getResources().getStringArray(R.array.review_transfer_bodies);
    String[] labels = context.getResources().getStringArray(R.array.review_transfer_labels);
    for (int i = 0; i < bodies.length; i++) {
      String name = bodies[i];
      Chip chip = new Chip(context);
      chip.setText(labels[i]);
      chip.setOnClickListener(v -> actions.transfer(shown(), name));
      group.addView(chip);
    }
  }

  private void transfer() {
    String typed = body.getText().toString().trim();
    if (typed.isEmpty()) {
      bodyBox.setError(panel.getContext().getString(R.string.review_transfer_missing));
      body.requestFocus();
    } else {
      actions.transfer(shown(), typed);
    }
  }

  private DueHazard shown() {
    if (hazard == null) {
      throw new IllegalStateException("no hazard is shown");
    }
    return hazard;
  }

  private static void replace(EditText field, String text) {
    if (!field.getText().toString().equals(text)) {
      field.setText(text);
      field.setSelection(text.length());
    }
  }

  /** Passes on what is typed, but not what is put there by showing another hazard. */
  private final class Typed implements TextWatcher {
    private final boolean isOpinion;

    Typed(boolean isOpinion) {
      this.isOpinion = isOpinion;
    }

    @Override
    public void afterTextChanged(Editable text) {
      if (hazard == null) {
        return;
      }
      if (isOpinion) {
        actions.opinion(hazard, text.toString());
      } else {
        bodyBox.setError(null);
        actions.body(hazard, text.toString());
      }
    }

    @Override
    public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

    @Override
    public void onTextChanged(CharSequence text, int start, int before, int count) {}
  }
}
