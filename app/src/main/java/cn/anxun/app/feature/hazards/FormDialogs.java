package cn.anxun.app.feature.hazards;

import androidx.fragment.app.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Asks for what a form's field is to be where that takes a dialog. */
final class FormDialogs {
  private static final String KEY = "hazards_form_field";

  private final Fragment screen;

  FormDialogs(Fragment screen) {
    this.screen = screen;
  }

  /** Hears the answers: the field and its value. To be called as the screen is made. */
  static void listen(Fragment screen, BiConsumer<String, String> filled) {
    ChoiceDialog.listen(
        screen,
        KEY,
        answer -> {
          int space = answer.indexOf(' ');
          filled.accept(answer.substring(0, space), answer.substring(space + 1));
        });
    DateDialog.listen(screen, filled);
  }

  void choose(String field, String title, List<ChoiceDialog.Choice> choices, String checked) {
    List<ChoiceDialog.Choice> keyed = new ArrayList<>();
    for (ChoiceDialog.Choice choice : choices) {
      keyed.add(new ChoiceDialog.Choice(field + ' ' + choice.value(), choice.label()));
    }
    ChoiceDialog.ask(screen, KEY, title, keyed, field + ' ' + checked);
  }

  /** Asks for a day; {@code date} is the one that holds, yyyy-MM-dd. */
  void chooseDate(String field, String date) {
    DateDialog.ask(screen, field, date);
  }
}
