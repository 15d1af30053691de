package cn.anxun.app.feature.inspection;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.LinearLayout;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.core.checklist.Checklist;
import cn.anxun.core.checklist.ChecklistAnswers.Answer;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.button.MaterialButtonToggleGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions of a checklist, each with its three answers and the hazards that a ✗ made. */
final class ChecklistRows {

  /** What can be done there. */
  interface Actions {

    /** An answer was tapped, perhaps the one that stands. */
    void answer(Checklist.Item item, Answer answer);
  }

  /** From this font scale on the answers stand below the question. */
  private static final float LARGE_FONT = 1.4f;

  private final LinearLayout list;
  private final Actions actions;
  private final HazardCards.Actions hazardActions;
  private final Thumbnails thumbnails;
  private final List<HazardCards> hazards = new ArrayList<>();
  private @Nullable Checklist shown;

  ChecklistRows(
      LinearLayout list,
      Actions actions,
      HazardCards.Actions hazardActions,
      Thumbnails thumbnails) {
    this.list = list;
    this.actions = actions;
    this.hazardActions = hazardActions;
    this.thumbnails = thumbnails;
  }

  void show(VisitState now) {
    Checklist checklist = now.checklist();
    if (!checklist.equals(shown)) {
      shown = checklist;
      build(checklist);
    }
    for (int i = 0; i < checklist.items().size(); i++) {
      Checklist.Item item = checklist.items().get(i);
      MaterialButtonToggleGroup answers = list.getChildAt(i).findViewById(R.id.inspection_answers);
      Answer answer = now.visit().answers().get(item.key());
      if (answer == null) {
        answers.clearChecked();
      } else {
        answers.check(button(answer));
      }
      hazards.get(i).show(now.reference(), now.visit().listOf(item.key()));
    }
  }

  private void build(Checklist checklist) {
    list.removeAllViews();
    hazards.clear();
    for (Checklist.Item item : checklist.items()) {
      View row =
          LayoutInflater.from(list.getContext()).inflate(R.layout.inspection_item, list, false);
      fit(row);
      String text = Words.of(list.getContext(), item);
      TextView question = row.findViewById(R.id.inspection_item_text);
      question.setText(text);
      bind(row, item, Answer.PASSED, text, R.string.inspection_answer_pass);
      bind(row, item, Answer.FAILED, text, R.string.inspection_answer_fail);
      bind(row, item, Answer.NOT_APPLICABLE, text, R.string.inspection_answer_skip);
      hazards.add(
          new HazardCards(
              row.findViewById(R.id.inspection_item_hazards), hazardActions, thumbnails));
      list.addView(row);
    }
  }

  private void bind(View row, Checklist.Item item, Answer answer, String text, int label) {
    MaterialButton button = row.findViewById(button(answer));
    button.setSaveEnabled(false);
    button.setContentDescription(row.getContext().getString(label, text));
    button.setOnClickListener(view -> actions.answer(item, answer));
  }

  /** Gives the question the whole width where the font is large. */
  private static void fit(View row) {
    Context context = row.getContext();
    if (context.getResources().getConfiguration().fontScale >= LARGE_FONT) {
      LinearLayout line = row.findViewById(R.id.inspection_item_row);
      line.setOrientation(LinearLayout.VERTICAL);
      View question = row.findViewById(R.id.inspection_item_text);
      LinearLayout.LayoutParams whole =
          new LinearLayout.LayoutParams(
              ViewGroup.LayoutParams.MATCH_PARENT, ViewGroup.LayoutParams.WRAP_CONTENT);
      question.setLayoutParams(whole);
    }
  }

  private static int button(Answer answer) {
    return switch (answer) {
      case PASSED -> R.id.inspection_pass;
      case FAILED -> R.id.inspection_fail;
      case NOT_APPLICABLE -> R.id.inspection_not_applicable;
    };
  }
}
