package cn.anxun.app.feature.hazards;

import android.app.Dialog;
import android.os.Bundle;
import android.widget.ArrayAdapter;
import androidx.appcompat.app.AlertDialog;
import androidx.fragment.app.DialogFragment;
import androidx.fragment.app.Fragment;
import cn.anxun.app.R;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for one of several; a tap chooses. Stands through a rotation. */
public final class ChoiceDialog extends DialogFragment {
  private static final String KEY = "key";
  private static final String TITLE = "title";
  private static final String LABELS = "labels";
  private static final String VALUES = "values";
  private static final String CHECKED = "checked";
  private static final String ROW = "row";

  /** One to choose; the label may go on in a second line with what there is to say of it. */
  record Choice(String value, String label) {}

  /**
   * Opens it; {@link #listen} hears the answer under the same key.
   *
   * @param checked the value that holds now; "" for a menu of things to do
   */
  static void ask(Fragment screen, String key, String title, List<Choice> choices, String checked) {
    ArrayList<String> labels = new ArrayList<>();
    ArrayList<String> values = new ArrayList<>();
    for (Choice choice : choices) {
      labels.add(choice.label());
      values.add(choice.value());
    }
    Bundle arguments = new Bundle();
    arguments.putString(KEY, key);
    arguments.putString(TITLE, title);
    arguments.putStringArrayList(LABELS, labels);
    arguments.putStringArrayList(VALUES, values);
    arguments.putInt(CHECKED, values.indexOf(checked));
    boolean menu = checked.isEmpty() && !values.contains("");
    arguments.putInt(ROW, menu ? R.layout.hazards_menu : R.layout.hazards_choice);
    ChoiceDialog dialog = new ChoiceDialog();
    dialog.setArguments(arguments);
    dialog.show(screen.getChildFragmentManager(), key);
  }

  /** Hears what is chosen; to be called as the screen is made. */
  static void listen(Fragment screen, String key, Consumer<String> chosen) {
    screen
        .getChildFragmentManager()
        .setFragmentResultListener(
            key, screen, (name, result) -> chosen.accept(result.getString(VALUES, "")));
  }

  @Override
  public Dialog onCreateDialog(@Nullable Bundle state) {
    Bundle arguments = requireArguments();
    List<String> labels = arguments.getStringArrayList(LABELS);
    List<String> values = arguments.getStringArrayList(VALUES);
    if (labels == null || values == null) {
      throw new IllegalStateException("nothing to choose from");
    }
    AlertDialog dialog =
        new MaterialAlertDialogBuilder(requireContext())
            .setTitle(arguments.getString(TITLE))
            .setSingleChoiceItems(
                new ArrayAdapter<>(requireContext(), arguments.getInt(ROW), labels),
                arguments.getInt(CHECKED),
                (shown, place) -> {
                  choose(arguments.getString(KEY, ""), values.get(place));
                  shown.dismiss();
                })
            .setNegativeButton(R.string.ui_cancel, null)
            .create();
    return dialog;
  }

  private void choose(String key, String value) {
    Bundle result = new Bundle();
    result.putString(VALUES, value);
    getParentFragmentManager().setFragmentResult(key, result);
  }
}
