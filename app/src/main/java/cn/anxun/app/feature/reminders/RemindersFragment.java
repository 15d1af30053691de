package cn.anxun.app.feature.reminders;

import android.Manifest;
import android.content.Intent;
import android.os.Build;
import android.os.Bundle;
import android.provider.Settings;
import android.view.View;
import android.widget.CompoundButton;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.reminder.ReminderKind;
import cn.anxun.app.ui.ScreenBar;
import com.google.android.material.chip.Chip;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 到期提醒. */
@AndroidEntryPoint(Fragment.class)
public final class RemindersFragment extends Hilt_RemindersFragment {
  private static final Map<Integer, ReminderKind> KINDS =
      Map.of(
          R.id.reminders_deadline, ReminderKind.DEADLINE,
          R.id.reminders_review, ReminderKind.REVIEW,
          R.id.reminders_summary, ReminderKind.SUMMARY);

  private static final Map<Integer, Integer> HOURS =
      Map.of(
          R.id.reminders_7, 7,
          R.id.reminders_8, 8,
          R.id.reminders_9, 9,
          R.id.reminders_10, 10);

  private final ActivityResultLauncher<String> permission =
      registerForActivityResult(
          new ActivityResultContracts.RequestPermission(),
          granted -> {
            if (!granted) {
              openSystemPage();
            }
          });

  public RemindersFragment() {
    super(R.layout.reminders);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle saved) {
    ScreenBar.show(this, view, R.string.reminders_title);
    RemindersViewModel model = model();
    KINDS.forEach((id, kind) -> onSwitch(view, id, on -> model.choose(kind, on)));
    onSwitch(view, R.id.reminders_everybodys, model::chooseEverybodys);
    HOURS.forEach(
        (id, hour) ->
            view.<Chip>findViewById(id).setOnClickListener(tap -> model.chooseHour(hour)));
    view.<View>findViewById(R.id.reminders_allow).setOnClickListener(tap -> allow());
    model.state().observe(getViewLifecycleOwner(), state -> show(view, state));
  }

  @Override
  public void onResume() {
    super.onResume();
    model().look();
  }

  private RemindersViewModel model() {
    return new ViewModelProvider(this).get(RemindersViewModel.class);
  }

  private interface Choosing {
    void choose(boolean on);
  }

  private static void onSwitch(View view, int id, Choosing choosing) {
    CompoundButton button = view.findViewById(id);
    button.setOnClickListener(tap -> choosing.choose(button.isChecked()));
  }

  private static void show(View view, RemindersState state) {
    KINDS.forEach(
        (id, kind) ->
            view.<CompoundButton>findViewById(id)
                .setChecked(state.choice().kinds().contains(kind)));
    view.<CompoundButton>findViewById(R.id.reminders_everybodys).setChecked(state.everybodys());
    HOURS.forEach(
        (id, hour) -> view.<Chip>findViewById(id).setChecked(state.choice().hour() == hour));
    int missing = state.allowed() ? View.GONE : View.VISIBLE;
    view.<View>findViewById(R.id.reminders_not_allowed).setVisibility(missing);
    view.<View>findViewById(R.id.reminders_allow).setVisibility(missing);
  }

  private void allow() {
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
      permission.launch(Manifest.permission.POST_NOTIFICATIONS);
    } else {
      openSystemPage();
    }
  }

  private void openSystemPage() {
    startActivity(
        new Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS)
            .putExtra(Settings.EXTRA_APP_PACKAGE, requireContext().getPackageName()));
  }
}
