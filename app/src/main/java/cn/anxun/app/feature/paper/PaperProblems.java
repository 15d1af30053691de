package cn.anxun.app.feature.paper;

import android.content.Context;
import android.graphics.Rect;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.ui.Labels;
import cn.anxun.core.paper.PaperProblem;
import java.util.function.Consumer;

/** What keeps a paper from being issued; a tap leads to where it is mended. */
final class PaperProblems {
  private final View view;
  private final LinearLayout list;
  private final Consumer<String> openHazard;

  /**
   * On a form.
   *
   * @param openHazard is given the hazard that is still to be reviewed
   */
  PaperProblems(View view, Consumer<String> openHazard) {
    this.view = view;
    this.openHazard = openHazard;
    list = view.findViewById(R.id.paper_problems);
  }

  void show(PaperFormState now) {
    Context context = view.getContext();
    list.removeAllViews();
    for (PaperProblem problem : now.problems()) {
      add(problem.message(Labels.texts(context)), () -> mend(now, problem));
    }
    if (now.lacksNumber()) {
      add(context.getString(R.string.paper_lacks_number), () -> goTo(R.id.paper_number));
    }
    if (now.lacksRefusal()) {
      add(context.getString(R.string.paper_lacks_refusal), () -> goTo(R.id.paper_reason));
    }
    if (!now.unsigned().isEmpty()) {
      add(
          context.getString(
              R.string.paper_unsigned,
              PaperWords.names(context, now.unsigned(), now.form().paper())),
          () -> goTo(R.id.paper_signers));
    }
  }

  private void add(String sentence, Runnable mend) {
    TextView warning =
        (TextView)
            LayoutInflater.from(view.getContext()).inflate(R.layout.paper_problem, list, false);
    warning.setText(sentence);
    warning.setOnClickListener(tap -> mend.run());
    list.addView(warning);
  }

  private void mend(PaperFormState now, PaperProblem problem) {
    int line = problem.code() == PaperProblem.Code.NOT_ANSWERED ? line(problem) : 0;
    if (line > 0 && line <= now.hazards().size()) {
      openHazard.accept(now.hazards().get(line - 1));
    } else {
      goTo(PaperWords.place(problem));
    }
  }

  /** From 1. */
  private static int line(PaperProblem problem) {
    try {
      return Integer.parseInt(problem.argument());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  void goTo(int place) {
    View field = view.findViewById(place);
    field.requestFocus();
    field.requestRectangleOnScreen(new Rect(0, 0, field.getWidth(), field.getHeight()));
  }
}
