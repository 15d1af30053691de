package cn.anxun.app.feature.hazards;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import cn.anxun.app.R;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** One of several: chips where they are few, else a dialog. */
final class ChoiceEditor implements FieldEditor {
  private static final int FEW = 6;

  private final View view;
  private final FormField field;
  private final FormDialogs dialogs;
  private final MaterialButton button;
  private final TextView problem;
  private final List<Chip> chips = new ArrayList<>();
  private final boolean asks;

  ChoiceEditor(
      LayoutInflater inflater,
      ViewGroup parent,
      FormField field,
      StepForm form,
      FormDialogs dialogs,
      BiConsumer<String, String> filled) {
    this.field = field;
    this.dialogs = dialogs;
    view = inflater.inflate(R.layout.hazards_form_choice, parent, false);
    FormWords words = new FormWords(parent.getContext(), form);
    TextView label = view.findViewById(R.id.hazards_form_label);
    label.setText(words.label(field));
    button = view.findViewById(R.id.hazards_form_button);
    problem = view.findViewById(R.id.hazards_form_problem);
    List<ChoiceDialog.Choice> choices = choices(form, words);
    asks = choices.size() > FEW;
    button.setVisibility(asks ? View.VISIBLE : View.GONE);
    if (!asks) {
      ChipGroup group = view.findViewById(R.id.hazards_form_chips);
      group.setVisibility(View.VISIBLE);
      group.setSingleSelection(true);
      group.setSelectionRequired(true);
      for (ChoiceDialog.Choice choice : choices) {
        Chip chip = new Chip(parent.getContext());
        chip.setText(choice.label());
        chip.setTag(choice.value());
        chip.setCheckable(true);
        chip.setOnClickListener(tapped -> filled.accept(field.name(), choice.value()));
        group.addView(chip);
        chips.add(chip);
      }
    }
  }

  private List<ChoiceDialog.Choice> choices(StepForm form, FormWords words) {
    List<ChoiceDialog.Choice> choices = new ArrayList<>();
    if (field.control() == FormField.Control.DECISION) {
      choices.add(new ChoiceDialog.Choice("true", words.decision(field.name(), true)));
      choices.add(new ChoiceDialog.Choice("false", words.decision(field.name(), false)));
      return choices;
    }
    for (String value : form.choices(field.name())) {
      choices.add(new ChoiceDialog.Choice(value, words.choice(field.name(), value)));
    }
    return choices;
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(StepFormState state) {
    Context context = view.getContext();
    FormWords words = new FormWords(context, state.form());
    String value = state.form().value(field.name());
    for (Chip chip : chips) {
      chip.setChecked(value.equals(chip.getTag()));
    }
    if (asks) {
      String said =
          value.isEmpty()
              ? context.getString(R.string.hazards_form_choose)
              : words.choice(field.name(), value);
      button.setText(said);
      button.setContentDescription(words.label(field) + "，" + said);
      button.setOnClickListener(
          tapped ->
              dialogs.choose(
                  field.name(), words.name(field.name()), choices(state.form(), words), value));
    }
    FormProblem wrong = state.problems().get(field.name());
    problem.setVisibility(wrong == null ? View.GONE : View.VISIBLE);
    problem.setText(wrong == null ? "" : words.problem(field, wrong));
  }
}
