package cn.anxun.app.feature.hazards;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.ui.Dates;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import java.time.LocalDate;
import java.util.function.BiConsumer;

/** A day; a deadline may be set so many days from today at a tap. */
final class DateEditor implements FieldEditor {
  private final View view;
  private final FormField field;
  private final FormDialogs dialogs;
  private final BiConsumer<String, String> filled;
  private final MaterialButton button;
  private final TextView problem;

  DateEditor(
      LayoutInflater inflater,
      ViewGroup parent,
      FormField field,
      StepForm form,
      FormDialogs dialogs,
      BiConsumer<String, String> filled) {
    this.field = field;
    this.dialogs = dialogs;
    this.filled = filled;
    view = inflater.inflate(R.layout.hazards_form_choice, parent, false);
    TextView label = view.findViewById(R.id.hazards_form_label);
    label.setText(new FormWords(parent.getContext(), form).label(field));
    button = view.findViewById(R.id.hazards_form_button);
    problem = view.findViewById(R.id.hazards_form_problem);
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(StepFormState state) {
    Context context = view.getContext();
    String value = state.form().value(field.name());
    String said =
        value.isEmpty()
            ? context.getString(R.string.hazards_form_choose_date)
            : Dates.full(context, LocalDate.parse(value));
    button.setText(said);
    FormWords words = new FormWords(context, state.form());
    button.setContentDescription(words.label(field) + "，" + said);
    String holds = value.isEmpty() ? state.today().toString() : value;
    button.setOnClickListener(tapped -> dialogs.chooseDate(field.name(), holds));
    if (field.control() == FormField.Control.DEADLINE) {
      showDays(state.today());
    }
    FormProblem wrong = state.problems().get(field.name());
    problem.setVisibility(wrong == null ? View.GONE : View.VISIBLE);
    problem.setText(wrong == null ? "" : words.problem(field, wrong));
  }

  private void showDays(LocalDate today) {
    ChipGroup chips = view.findViewById(R.id.hazards_form_chips);
    chips.setVisibility(View.VISIBLE);
    chips.removeAllViews();
    for (int days : StepForm.deadlineDays()) {
      Chip chip = new Chip(view.getContext());
      chip.setText(view.getContext().getString(R.string.hazards_form_days, days));
      chip.setOnClickListener(
          tapped -> filled.accept(field.name(), today.plusDays(days).toString()));
      chips.addView(chip);
    }
  }
}
