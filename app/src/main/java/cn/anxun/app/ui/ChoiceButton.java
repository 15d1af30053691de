package cn.anxun.app.ui;

import android.widget.Button;
import androidx.annotation.StringRes;
import cn.anxun.app.R;

/** A button that is one of several to choose from: said in words and colour that it is chosen. */
public final class ChoiceButton {
  private ChoiceButton() {}

  public static void show(Button button, @StringRes int words, boolean chosen) {
    String name = button.getContext().getString(words);
    button.setText(chosen ? button.getContext().getString(R.string.ui_chosen, name) : name);
    button.setActivated(chosen);
    button.setSelected(chosen);
  }
}
