package cn.anxun.app.feature.home;

import android.Manifest;
import android.os.Bundle;
import android.view.MenuItem;
import android.view.View;
import android.widget.Button;
import android.widget.TextView;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.sync.NewVersion;
import cn.anxun.app.sync.SyncLine;
import cn.anxun.app.ui.Numbers;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.TrainingHeld;
import com.google.android.material.appbar.MaterialToolbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 首页. */
@AndroidEntryPoint(Fragment.class)
public final class HomeFragment extends Hilt_HomeFragment {
  /** Whatever is answered, everything works; the settings can change it. */
  private final ActivityResultLauncher<String> permission =
      registerForActivityResult(new ActivityResultContracts.RequestPermission(), granted -> {});

  public HomeFragment() {
    super(R.layout.home);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    HomeViewModel model = new ViewModelProvider(this).get(HomeViewModel.class);
    showBar(view);
    opens(view, R.id.home_inspection, new Destination.Inspection());
    opens(view, R.id.home_review, new Destination.Review());
    opens(view, R.id.home_drill, new Destination.Activity(DrillHeld.KIND.name(), ""));
    opens(view, R.id.home_training, new Destination.Activity(TrainingHeld.KIND.name(), ""));
    opens(view, R.id.home_shoot, Destination.Capture.CASUAL);
    opens(view, R.id.home_shots, new Destination.Shots());
    opens(view, R.id.home_hazards, new Destination.Hazards());
    opens(view, R.id.home_statistics, new Destination.Statistics());
    opens(view, R.id.home_more, new Destination.Activities());
    opens(view, R.id.home_due_all, new Destination.Review());
    opens(view, R.id.home_sync, new Destination.Sync());
    opens(view, R.id.home_resume, new Destination.Inspection());
    View resume = view.findViewById(R.id.home_resume);
    model
        .unfinished()
        .observe(
            getViewLifecycleOwner(), is -> resume.setVisibility(is ? View.VISIBLE : View.GONE));
    TextView shots = view.findViewById(R.id.home_shots);
    model
        .shots()
        .observe(
            getViewLifecycleOwner(),
            count -> {
              shots.setText(getString(R.string.home_shots, Numbers.grouped(count)));
              shots.setVisibility(count > 0 ? View.VISIBLE : View.GONE);
            });
    TextView sync = view.findViewById(R.id.home_sync);
    model
        .sync()
        .observe(
            getViewLifecycleOwner(),
            status -> sync.setText(SyncLine.text(requireContext(), status, model.clock())));
    model.news().observe(getViewLifecycleOwner(), news -> showNews(view, model, news));
    model.state().observe(getViewLifecycleOwner(), home -> show(view, home));
    model
        .asksForNotices()
        .observe(
            getViewLifecycleOwner(),
            asks -> {
              if (asks) {
                model.asked();
                permission.launch(Manifest.permission.POST_NOTIFICATIONS);
              }
            });
    model.lookAgain();
  }

  private void showBar(View view) {
    MaterialToolbar bar = ScreenBar.first(this, view, R.string.app_name);
    MenuItem settings = bar.getMenu().add(R.string.home_settings);
    settings.setIcon(R.drawable.home_settings);
    settings.setShowAsAction(MenuItem.SHOW_AS_ACTION_ALWAYS);
    settings.setOnMenuItemClickListener(
        item -> {
          Navigator.of(this).open(new Destination.Settings());
          return true;
        });
  }

  private void showNews(View view, HomeViewModel model, Optional<NewVersion.Hint> news) {
    view.findViewById(R.id.home_news).setVisibility(news.isPresent() ? View.VISIBLE : View.GONE);
    news.ifPresent(
        hint -> {
          view.<TextView>findViewById(R.id.home_news_text)
              .setText(
                  getString(
                      hint.urgent() ? R.string.home_news_old : R.string.home_news_new,
                      hint.name()));
          opens(view, R.id.home_news_open, new Destination.Settings());
          view.findViewById(R.id.home_news_later).setOnClickListener(tap -> model.putOff(hint));
        });
  }

  private void opens(View view, int button, Destination destination) {
    view.findViewById(button).setOnClickListener(v -> Navigator.of(this).open(destination));
  }

  private void show(View view, HomeState home) {
    if (home.total() > 0) {
      new ViewModelProvider(this).get(HomeViewModel.class).somethingIsDue();
    }
    TextView heading = view.findViewById(R.id.home_due_heading);
    heading.setText(
        home.total() == 0
            ? getString(R.string.home_due)
            : getString(
                R.string.home_due_some,
                Numbers.grouped(home.total()),
                Numbers.grouped(home.overdue())));
    view.findViewById(R.id.home_due_none)
        .setVisibility(home.total() == 0 ? View.VISIBLE : View.GONE);
    DueRows.show(
        view.findViewById(R.id.home_due_rows),
        home,
        hazard -> Navigator.of(this).open(new Destination.Hazard(hazard.subject())));
    Button all = view.findViewById(R.id.home_due_all);
    all.setText(getString(R.string.home_due_all, Numbers.grouped(home.total())));
    all.setVisibility(home.total() > home.due().size() ? View.VISIBLE : View.GONE);
  }
}
