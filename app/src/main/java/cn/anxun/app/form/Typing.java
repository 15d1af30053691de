package cn.anxun.app.form;

import android.text.Editable;
import android.text.TextWatcher;
import android.widget.EditText;
import java.util.function.Consumer;

/**
 * A text field whose text is kept elsewhere at every keystroke, and not by Android besides, which
 * would bring an older text back.
 */
public final class Typing implements TextWatcher {
  private final Consumer<String> changed;

  private Typing(Consumer<String> changed) {
    this.changed = changed;
  }

  public static void bind(EditText field, Consumer<String> changed) {
    field.setSaveEnabled(false);
    field.addTextChangedListener(new Typing(changed));
  }

  /** Leaves the cursor alone where the text is the same. */
  public static void show(EditText field, String text) {
    if (!field.getText().toString().equals(text)) {
      field.setText(text);
      field.setSelection(field.length());
    }
  }

  @Override
  public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

  @Override
  public void onTextChanged(CharSequence text, int start, int before, int count) {}

  @Override
  public void afterTextChanged(Editable text) {
    changed.accept(text.toString());
  }
}
