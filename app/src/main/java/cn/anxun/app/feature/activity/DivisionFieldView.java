package cn.anxun.app.feature.activity;

import android.view.View;
import android.widget.ArrayAdapter;
import android.widget.AutoCompleteTextView;
import cn.anxun.app.R;
import cn.anxun.core.codelist.Divisions.Division;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import com.google.android.material.textfield.TextInputLayout;
import java.util.ArrayList;
import java.util.List;

/** A street or community by a piece of its name; what is no division's name is kept as a code. */
final class DivisionFieldView implements FieldView {
  private final View view;
  private final List<Division> divisions;
  private final AutoCompleteTextView text;
  private boolean showing;

  DivisionFieldView(
      View view, FormField field, List<Division> divisions, FieldViews.Answers answers) {
    this.view = view;
    this.divisions = divisions;
    TextInputLayout box = view.findViewById(R.id.activity_text_box);
    box.setHint(FieldViews.label(view.getContext(), field));
    text = view.findViewById(R.id.activity_text);
    List<String> names = new ArrayList<>();
    for (Division division : divisions) {
      names.add(division.name());
    }
    text.setAdapter(new ArrayAdapter<>(view.getContext(), R.layout.activity_suggestion, names));
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
    return divisions.stream()
        .filter(division -> division.name().equals(name))
        .map(Division::code)
        .findFirst()
        .orElse(name);
  }

  private String name(String code) {
    return divisions.stream()
        .filter(division -> division.code().equals(code))
        .map(Division::name)
        .findFirst()
        .orElse(code);
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(ActivityDraft draft, String active) {
    String code = draft.fields().text(RecordFields.DIVISION);
    if (!code(text.getText().toString()).equals(code)) {
      showing = true;
      text.setText(name(code), false);
      showing = false;
    }
  }
}
