package cn.anxun.app.form;

import android.text.InputFilter;
import android.text.InputType;
import android.view.View;
import android.widget.EditText;
import cn.anxun.app.R;
import cn.anxun.core.entry.Field;
import cn.anxun.core.json.Json;
import com.google.android.material.textfield.TextInputLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Free text; several values with commas between them. */
final class TextFieldView implements FieldView {
  private static final int ONE_LINE = 200;
  private static final String BETWEEN = "、";

  private final View view;
  private final FormField field;
  private final EditText text;
  private boolean showing;

  TextFieldView(View view, FormField field, FieldViews.Answers answers) {
    this.view = view;
    this.field = field;
    TextInputLayout box = view.findViewById(R.id.form_text_box);
    box.setHint(FieldViews.label(view.getContext(), field));
    text = view.findViewById(R.id.form_text);
    text.setTag(field.name());
    int most = field.field().maxLength();
    if (isSeveral()) {
      box.setHelperText(view.getContext().getString(R.string.form_several));
    } else if (most > 0) {
      text.setFilters(new InputFilter[] {new InputFilter.LengthFilter(most)});
    }
    boolean isLong = most > ONE_LINE && field.field().type() == Field.Type.TEXT;
    text.setInputType(
        InputType.TYPE_CLASS_TEXT
            | InputType.TYPE_TEXT_FLAG_MULTI_LINE
            | (isLong ? InputType.TYPE_TEXT_FLAG_CAP_SENTENCES : 0));
    Typing.bind(
        text,
        typed -> {
          if (!showing) {
            answers.set(field.name(), value(typed));
          }
        });
  }

  private boolean isSeveral() {
    return field.field().type() == Field.Type.CODES
        || field.field().type() == Field.Type.REFERENCES;
  }

  private @Nullable Json value(String typed) {
    if (!isSeveral()) {
      return typed.trim().isEmpty() ? null : Json.of(typed);
    }
    List<String> values = new ArrayList<>();
    for (String part : typed.split("[、，,；;\\n]", -1)) {
      if (!part.trim().isEmpty()) {
        values.add(part.trim());
      }
    }
    return values.isEmpty() ? null : Json.texts(values);
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(Filled filled, String active) {
    Json value = filled.fields().raw(field.name());
    // A comma that was just typed is part of no value yet.
    if (Objects.equals(value, value(text.getText().toString()))) {
      return;
    }
    showing = true;
    Typing.show(text, written(value));
    showing = false;
  }

  private static String written(@Nullable Json value) {
    if (value instanceof Json.Text one) {
      return one.value();
    }
    List<String> parts = new ArrayList<>();
    if (value instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Text part) {
          parts.add(part.value());
        }
      }
    }
    return String.join(BETWEEN, parts);
  }
}
