package cn.anxun.app.feature.hazards;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import cn.anxun.app.R;
import com.google.android.material.materialswitch.MaterialSwitch;
import java.util.function.BiConsumer;

/** A field that holds or not. */
final class FlagEditor implements FieldEditor {
  private final MaterialSwitch view;
  private final FormField field;

  FlagEditor(
      LayoutInflater inflater,
      ViewGroup parent,
      FormField field,
      StepForm form,
      BiConsumer<String, String> filled) {
    this.field = field;
    view = (MaterialSwitch) inflater.inflate(R.layout.hazards_form_flag, parent, false);
    view.setText(new FormWords(parent.getContext(), form).label(field));
    view.setOnClickListener(
        tapped -> filled.accept(field.name(), String.valueOf(view.isChecked())));
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(StepFormState state) {
    view.setChecked(state.form().value(field.name()).equals("true"));
  }
}
