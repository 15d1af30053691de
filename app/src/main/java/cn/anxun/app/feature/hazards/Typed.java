package cn.anxun.app.feature.hazards;

import android.text.Editable;
import android.text.TextWatcher;
import java.util.function.Consumer;

/** Hears every keystroke. */
final class Typed implements TextWatcher {
  private final Consumer<String> heard;

  Typed(Consumer<String> heard) {
    this.heard = heard;
  }

  @Override
  public void afterTextChanged(Editable text) {
    heard.accept(text.toString());
  }

  @Override
  public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

  @Override
  public void onTextChanged(CharSequence text, int start, int before, int count) {}
}
