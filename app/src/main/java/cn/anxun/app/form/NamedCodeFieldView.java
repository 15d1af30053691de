package cn.anxun.app.form;

import android.view.View;
import android.widget.ArrayAdapter;
import android.widget.AutoCompleteTextView;
import cn.anxun.app.R;
import cn.anxun.core.json.Json;
import com.google.android.material.textfield.TextInputLayout;
import java.util.ArrayList;
import java.util.Map;

/** A division or unit by a piece of its name; what is no name is kept as a code. */
final class NamedCodeFieldView implements FieldView {
  private final View view;
  private final FormField field;
  private final Map<String, String> names;
  private final AutoCompleteTextView text;
  private boolean showing;

  NamedCodeFieldView(
      View view, FormField field, Map<String, String> names, FieldViews.Answers answers) {
    this.view = view;
    this.field = field;
    this.names = names;
    TextInputLayout box = view.findViewById(R.id.form_text_box);
    box.setHint(FieldViews.label(view.getContext(), field));
    text = view.findViewById(R.id.form_text);
    text.setTag(field.name());
    text.setAdapter(
        new ArrayAdapter<>(
            view.getContext(), R.layout.form_suggestion, new ArrayList<>(names.values())));
    Typing.bind(
        text,
        typed -> {
          if (!showing) {
            answers.set(field.name(), typed.trim().isEmpty() ? null : Json.of(code(typed)));
          }
        });
  }

  private String code(String typed) {
    String name = typed.trim();
    return names.entrySet().stream()
        .filter(named -> named.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(name);
  }

  private String name(String code) {
    return names.getOrDefault(code, code);
  }

  private String code(Filled filled) {
    return filled.fields().raw(field.name()) instanceof Json.Text code ? code.value() : "";
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(Filled filled, String active) {
    String code = code(filled);
    if (!code(text.getText().toString()).equals(code)) {
      showing = true;
      text.setText(name(code), false);
      showing = false;
    }
  }
}
