package cn.anxun.app.feature.settings;

import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.net.Uri;
import android.os.Build;
import android.os.Bundle;
import android.view.View;
import android.widget.CompoundButton;
import android.widget.TextView;
import androidx.appcompat.app.AppCompatDelegate;
import androidx.core.os.LocaleListCompat;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.setting.Appearance;
import cn.anxun.app.setting.FontSize;
import cn.anxun.app.sync.NewVersion;
import cn.anxun.app.ui.ScreenBar;
import com.google.android.material.chip.Chip;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** 设置. */
@AndroidEntryPoint(Fragment.class)
public final class SettingsFragment extends Hilt_SettingsFragment {
  private static final Map<Integer, Float> FONTS =
      Map.of(
          R.id.settings_font_system, FontSize.SYSTEM,
          R.id.settings_font_normal, 1.0f,
          R.id.settings_font_large, 1.3f,
          R.id.settings_font_larger, 1.6f,
          R.id.settings_font_largest, 2.0f);

  private static final Map<Integer, Integer> THEMES =
      Map.of(
          R.id.settings_follow, AppCompatDelegate.MODE_NIGHT_FOLLOW_SYSTEM,
          R.id.settings_light, AppCompatDelegate.MODE_NIGHT_NO,
          R.id.settings_dark, AppCompatDelegate.MODE_NIGHT_YES);

  @Inject Appearance appearance;
  @Inject FontSize fontSize;

  public SettingsFragment() {
    super(R.layout.settings);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle saved) {
    ScreenBar.show(this, view, R.string.settings_title);
    SettingsViewModel model = new ViewModelProvider(this).get(SettingsViewModel.class);
    showLanguage(view);
    showThemes(view);
    showFonts(view);
    onClick(view, R.id.settings_feedback, this::feedback);
    opens(view, R.id.settings_storage, new Destination.Storage());
    opens(view, R.id.settings_reminders, new Destination.Reminders());
    opens(view, R.id.settings_notice, new Destination.NoticePage());
    opens(view, R.id.settings_server, new Destination.Enrol());
    onClick(view, R.id.settings_log_out, model::logOut);
    onClick(
        view,
        R.id.settings_lock,
        () -> {
          model.lock();
          Navigator.of(this).open(new Destination.Unlock());
        });
    Rom rom = Rom.of(Build.MANUFACTURER);
    view.<TextView>findViewById(R.id.settings_rom).setText(rom.steps);
    onClick(view, R.id.settings_rom_open, () -> open(rom.page()));
    CompoundButton wifi = view.findViewById(R.id.settings_wifi);
    wifi.setOnClickListener(clicked -> model.setWifiOnly(wifi.isChecked()));
    CompoundButton place = view.findViewById(R.id.settings_place);
    place.setOnClickListener(clicked -> model.setPlace(place.isChecked()));
    CompoundButton photos = view.findViewById(R.id.settings_photos_wifi);
    photos.setOnClickListener(clicked -> model.setPhotosWifiOnly(photos.isChecked()));
    view.<TextView>findViewById(R.id.settings_about)
        .setText(getString(R.string.settings_about, version()));
    model.newVersion().observe(getViewLifecycleOwner(), hint -> showVersion(view, hint));
    model.state().observe(getViewLifecycleOwner(), state -> show(view, state));
  }

  private void showLanguage(View view) {
    boolean english =
        getResources().getConfiguration().getLocales().get(0).getLanguage().equals("en");
    offer(view, R.id.settings_chinese, !english, () -> language("zh-CN"));
    offer(view, R.id.settings_english, english, () -> language("en"));
  }

  private void showThemes(View view) {
    for (Map.Entry<Integer, Integer> theme : THEMES.entrySet()) {
      offer(
          view,
          theme.getKey(),
          appearance.chosen() == theme.getValue(),
          () -> appearance.choose(theme.getValue()));
    }
  }

  private static void offer(View view, int id, boolean chosen, Runnable action) {
    Chip chip = view.findViewById(id);
    chip.setChecked(chosen);
    chip.setOnClickListener(tap -> action.run());
  }

  private void showFonts(View view) {
    for (Map.Entry<Integer, Float> font : FONTS.entrySet()) {
      offer(
          view,
          font.getKey(),
          fontSize.chosen() == font.getValue(),
          () -> {
            fontSize.choose(font.getValue());
            requireActivity().recreate();
          });
    }
  }

  private void show(View view, SettingsState state) {
    view.<TextView>findViewById(R.id.settings_who).setText(state.who());
    view.<CompoundButton>findViewById(R.id.settings_wifi).setChecked(state.wifiOnly());
    view.<CompoundButton>findViewById(R.id.settings_place).setChecked(state.place());
    view.<CompoundButton>findViewById(R.id.settings_photos_wifi).setChecked(state.photosWifiOnly());
    TextView unsent = view.findViewById(R.id.settings_unsent);
    unsent.setText(getString(R.string.settings_unsent, state.unsent()));
    unsent.setVisibility(state.unsent() > 0 ? View.VISIBLE : View.GONE);
    if (state.loggedOut()) {
      Navigator.of(this).restart(new Destination.Notice());
    }
  }

  private void showVersion(View view, Optional<NewVersion.Hint> hint) {
    TextView line = view.findViewById(R.id.settings_new_version);
    View update = view.findViewById(R.id.settings_update);
    line.setVisibility(hint.isPresent() ? View.VISIBLE : View.GONE);
    update.setVisibility(line.getVisibility());
    hint.ifPresent(
        found -> {
          int words =
              found.urgent() ? R.string.settings_version_old : R.string.settings_version_new;
          line.setText(getString(words, found.name(), found.address()));
          update.setOnClickListener(
              tap -> open(new Intent(Intent.ACTION_VIEW, Uri.parse(found.address()))));
        });
  }

  private void opens(View view, int id, Destination destination) {
    onClick(view, id, () -> Navigator.of(this).open(destination));
  }

  private static void onClick(View view, int id, Runnable action) {
    view.<View>findViewById(id).setOnClickListener(clicked -> action.run());
  }

  private static void language(String tag) {
    AppCompatDelegate.setApplicationLocales(LocaleListCompat.forLanguageTags(tag));
  }

  private void feedback() {
    String text =
        getString(R.string.settings_feedback_text, version(), Build.MODEL, Build.VERSION.RELEASE);
    open(
        Intent.createChooser(
            new Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text),
            getString(R.string.settings_feedback)));
  }

  private String version() {
    try {
      String name =
          requireContext()
              .getPackageManager()
              .getPackageInfo(requireContext().getPackageName(), 0)
              .versionName;
      return name == null ? "" : name;
    } catch (android.content.pm.PackageManager.NameNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where the page is not there, the system's page of this app, from which all others are near. */
  private void open(Intent intent) {
    try {
      startActivity(intent);
    } catch (ActivityNotFoundException | SecurityException e) {
      startActivity(
          new Intent(
              android.provider.Settings.ACTION_APPLICATION_DETAILS_SETTINGS,
              Uri.fromParts("package", requireContext().getPackageName(), null)));
    }
  }
}
