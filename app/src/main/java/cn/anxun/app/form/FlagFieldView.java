package cn.anxun.app.form;

import android.view.View;
import cn.anxun.app.R;
import cn.anxun.core.json.Json;
import com.google.android.material.materialswitch.MaterialSwitch;

/** Yes or no. */
final class FlagFieldView implements FieldView {
  private final View view;
  private final FormField field;
  private final MaterialSwitch flag;

  FlagFieldView(View view, FormField field, FieldViews.Answers answers) {
    this.view = view;
    this.field = field;
    this.flag = view.findViewById(R.id.form_flag);
    flag.setSaveEnabled(false);
    flag.setText(FieldViews.label(view.getContext(), field));
    flag.setOnClickListener(
        tap -> answers.set(field.name(), flag.isChecked() ? Json.of(true) : null));
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(Filled filled, String active) {
    flag.setChecked(filled.fields().raw(field.name()) instanceof Json.Flag value && value.value());
  }
}
