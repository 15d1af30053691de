package cn.anxun.app.feature.hazards;

import android.app.DatePickerDialog;
import android.app.Dialog;
import android.os.Bundle;
import androidx.fragment.app.DialogFragment;
import androidx.fragment.app.Fragment;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Asks for a day. Stands through a rotation. */
public final class DateDialog extends DialogFragment {
  private static final String KEY = "hazards_form_date";
  private static final String FIELD = "field";
  private static final String DATE = "date";

  static void ask(Fragment screen, String field, String date) {
    Bundle arguments = new Bundle();
    arguments.putString(FIELD, field);
    arguments.putString(DATE, date);
    DateDialog dialog = new DateDialog();
    dialog.setArguments(arguments);
    dialog.show(screen.getChildFragmentManager(), KEY);
  }

  /** Hears the field and its day, yyyy-MM-dd. */
  static void listen(Fragment screen, BiConsumer<String, String> chosen) {
    screen
        .getChildFragmentManager()
        .setFragmentResultListener(
            KEY,
            screen,
            (key, result) ->
                chosen.accept(result.getString(FIELD, ""), result.getString(DATE, "")));
  }

  @Override
  public Dialog onCreateDialog(@Nullable Bundle state) {
    LocalDate date = LocalDate.parse(requireArguments().getString(DATE, ""));
    return new DatePickerDialog(
        requireContext(),
        (picker, year, month, day) -> {
          Bundle result = new Bundle();
          result.putString(FIELD, requireArguments().getString(FIELD));
          result.putString(DATE, LocalDate.of(year, month + 1, day).toString());
          getParentFragmentManager().setFragmentResult(KEY, result);
        },
        date.getYear(),
        date.getMonthValue() - 1,
        date.getDayOfMonth());
  }
}
