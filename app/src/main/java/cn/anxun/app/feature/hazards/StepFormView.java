package cn.anxun.app.feature.hazards;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import cn.anxun.app.R;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The fields of a form, made anew only when it asks for others. */
final class StepFormView {
  private final ViewGroup group;
  private final FormDialogs dialogs;
  private final BiConsumer<String, String> filled;
  private final List<FieldEditor> editors = new ArrayList<>();
  private List<FormField> asked = List.of();
  private String corrected = "";

  /**
   * In this group.
   *
   * @param filled is given the field and its value at every keystroke
   */
  StepFormView(ViewGroup group, FormDialogs dialogs, BiConsumer<String, String> filled) {
    this.group = group;
    this.dialogs = dialogs;
    this.filled = filled;
  }

  void show(StepFormState state) {
    List<FormField> fields = state.form().fields();
    String of = state.form().codeField(StepForm.CORRECTED);
    if (!fields.equals(asked) || !of.equals(corrected)) {
      asked = fields;
      corrected = of;
      make(state.form());
    }
    for (FieldEditor editor : editors) {
      editor.show(state);
    }
  }

  private void make(StepForm form) {
    group.removeAllViews();
    editors.clear();
    Context context = group.getContext();
    FormWords words = new FormWords(context, form);
    for (FormField field : asked) {
      if (field.name().equals(StepForm.CORRECTED)) {
        TextView old =
            (TextView)
                LayoutInflater.from(context).inflate(R.layout.hazards_form_old, group, false);
        old.setText(words.old());
        group.addView(old);
      }
      FieldEditor editor = editor(field, form);
      View view = editor.view();
      view.setTag(field.name());
      group.addView(view);
      editors.add(editor);
    }
  }

  private FieldEditor editor(FormField field, StepForm form) {
    LayoutInflater inflater = LayoutInflater.from(group.getContext());
    return switch (field.control()) {
      case LINE, LINES, NUMBER -> new TextEditor(inflater, group, field, form, filled);
      case DATE, DEADLINE -> new DateEditor(inflater, group, field, form, dialogs, filled);
      case FLAG -> new FlagEditor(inflater, group, field, form, filled);
      case DECISION, CHOICE -> new ChoiceEditor(inflater, group, field, form, dialogs, filled);
    };
  }
}
