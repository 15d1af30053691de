package cn.anxun.app.feature.paper;

import android.content.Context;
import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import cn.anxun.app.R;
import cn.anxun.app.form.DayPicker;
import cn.anxun.app.ui.Dates;
import cn.anxun.core.paper.Paper;
import com.google.android.material.timepicker.MaterialTimePicker;
import com.google.android.material.timepicker.TimeFormat;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When the check was, and the deadline of hazards without one: asked by calendar and clock. */
final class PaperTimes {
  private static final String DEADLINE = "deadline";
  private static final String FROM = "from";
  private static final String UNTIL = "until";

  private final Fragment screen;
  private final PaperFormViewModel model;
  private final TextView from;
  private final TextView until;
  private final TextView deadline;

  PaperTimes(Fragment screen, View view, PaperFormViewModel model) {
    this.screen = screen;
    this.model = model;
    from = view.findViewById(R.id.paper_from);
    until = view.findViewById(R.id.paper_until);
    deadline = view.findViewById(R.id.paper_deadline);
    DayPicker days =
        new DayPicker(
            screen,
            (field, day) -> model.change(form -> form.with(form.answers().withDeadline(day))));
    deadline.setOnClickListener(
        tap -> {
          PaperFormState now = model.state().getValue();
          if (now != null) {
            days.ask(DEADLINE, Answers.deadline(now));
          }
        });
    from.setOnClickListener(tap -> ask(FROM));
    until.setOnClickListener(tap -> ask(UNTIL));
    for (Fragment shown : screen.getChildFragmentManager().getFragments()) {
      if (shown instanceof MaterialTimePicker clock && shown.getTag() != null) {
        follow(clock, shown.getTag());
      }
    }
  }

  private void ask(String which) {
    PaperFormState now = model.state().getValue();
    if (now != null) {
      LocalDateTime time = Answers.time(now, which.equals(FROM));
      MaterialTimePicker clock =
          new MaterialTimePicker.Builder()
              .setTimeFormat(TimeFormat.CLOCK_24H)
              .setHour(time.getHour())
              .setMinute(time.getMinute())
              .build();
      follow(clock, which);
      clock.show(screen.getChildFragmentManager(), which);
    }
  }

  private void follow(MaterialTimePicker clock, String which) {
    clock.addOnPositiveButtonClickListener(
        tap -> {
          PaperFormState now = model.state().getValue();
          if (now != null) {
            LocalDateTime time =
                Answers.time(now, which.equals(FROM))
                    .withHour(clock.getHour())
                    .withMinute(clock.getMinute());
            model.change(form -> form.with(Answers.time(form.answers(), which.equals(FROM), time)));
          }
        });
  }

  void show(PaperFormState now) {
    Paper paper = now.form().paper();
    from.setVisibility(paper == Paper.CHECK_RECORD ? View.VISIBLE : View.GONE);
    until.setVisibility(paper == Paper.CHECK_RECORD ? View.VISIBLE : View.GONE);
    deadline.setVisibility(now.undated() && paper != Paper.REVIEW ? View.VISIBLE : View.GONE);
    show(from, now.form().answers().from(), R.string.paper_from, R.string.paper_from_none);
    show(until, now.form().answers().until(), R.string.paper_until, R.string.paper_until_none);
    Context context = deadline.getContext();
    deadline.setText(
        context.getString(R.string.paper_deadline, Dates.full(context, Answers.deadline(now))));
  }

  private static void show(TextView button, @Nullable LocalDateTime time, int said, int none) {
    Context context = button.getContext();
    button.setText(
        time == null ? context.getString(none) : context.getString(said, text(context, time)));
  }

  private static String text(Context context, LocalDateTime time) {
    return Dates.full(context, time.toLocalDate())
        + String.format(Locale.ROOT, " %d:%02d", time.getHour(), time.getMinute());
  }
}
