package cn.anxun.app.feature.hazards;

import android.content.res.Resources;
import android.text.InputType;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import cn.anxun.app.R;
import cn.anxun.core.entry.Extended;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import com.google.android.material.textfield.TextInputLayout;
import java.util.function.BiConsumer;

/** A field that is typed; where there are usual reasons, each of them is a tap. */
final class TextEditor implements FieldEditor {
  private final View view;
  private final FormField field;
  private final TextInputLayout box;
  private final EditText text;
  private boolean showing;

  TextEditor(
      LayoutInflater inflater,
      ViewGroup parent,
      FormField field,
      StepForm form,
      BiConsumer<String, String> filled) {
    this.field = field;
    view = inflater.inflate(R.layout.hazards_form_text, parent, false);
    box = view.findViewById(R.id.hazards_form_text_box);
    text = view.findViewById(R.id.hazards_form_text);
    box.setHint(new FormWords(parent.getContext(), form).label(field));
    text.setInputType(inputType());
    text.addTextChangedListener(
        new Typed(
            typed -> {
              if (!showing) {
                filled.accept(field.name(), typed);
              }
            }));
    addUsual(form);
  }

  private int inputType() {
    return switch (field.control()) {
      case NUMBER -> InputType.TYPE_CLASS_NUMBER | InputType.TYPE_NUMBER_FLAG_DECIMAL;
      case LINES -> InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE;
      default -> InputType.TYPE_CLASS_TEXT;
    };
  }

  private void addUsual(StepForm form) {
    Resources resources = view.getResources();
    boolean voids = form.step() == HazardStep.VOID;
    boolean usual =
        field.name().equals(Extended.REASON.name()) && (voids || form.step() == HazardStep.EXTEND);
    if (!usual) {
      return;
    }
    String[] values =
        resources.getStringArray(
            voids ? R.array.hazards_void_reasons : R.array.hazards_extend_reasons);
    String[] labels =
        resources.getStringArray(
            voids ? R.array.hazards_void_labels : R.array.hazards_extend_labels);
    ChipGroup chips = view.findViewById(R.id.hazards_form_usual);
    chips.setVisibility(View.VISIBLE);
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      Chip chip = new Chip(view.getContext());
      chip.setText(labels[i]);
      chip.setOnClickListener(tapped -> text.setText(value));
      chips.addView(chip);
    }
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(StepFormState state) {
    String value = state.form().value(field.name());
    if (!text.getText().toString().equals(value)) {
      showing = true;
      text.setText(value);
      text.setSelection(text.length());
      showing = false;
    }
    FormProblem problem = state.problems().get(field.name());
    FormWords words = new FormWords(view.getContext(), state.form());
    box.setError(problem == null ? null : words.problem(field, problem));
  }
}
