package cn.anxun.app.feature.hazards;

import android.view.View;

/** The view of a form's field. */
interface FieldEditor {
  View view();

  /** Shows the field's value and what is wrong with it, without telling that it changed. */
  void show(StepFormState state);
}
