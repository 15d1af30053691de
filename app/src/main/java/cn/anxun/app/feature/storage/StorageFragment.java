package cn.anxun.app.feature.storage;

import android.os.Bundle;
import android.text.format.Formatter;
import android.view.View;
import android.widget.Button;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.data.local.PhotoSpace;
import cn.anxun.app.ui.Numbers;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.upload.PhotoRetention;
import com.google.android.material.chip.Chip;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 照片与存储. */
@AndroidEntryPoint(Fragment.class)
public final class StorageFragment extends Hilt_StorageFragment {
  private static final Map<Integer, Integer> DAYS =
      Map.of(
          R.id.storage_days_7, 7,
          R.id.storage_days_30, 30,
          R.id.storage_days_90, 90,
          R.id.storage_days_365, 365);

  public StorageFragment() {
    super(R.layout.storage);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle saved) {
    ScreenBar.show(this, view, R.string.storage_title);
    StorageViewModel model = new ViewModelProvider(this).get(StorageViewModel.class);
    DAYS.forEach(
        (id, days) -> view.<Chip>findViewById(id).setOnClickListener(tap -> model.choose(days)));
    view.<View>findViewById(R.id.storage_free).setOnClickListener(tap -> model.free());
    view.<View>findViewById(R.id.storage_stop).setOnClickListener(tap -> model.stop());
    model.space().observe(getViewLifecycleOwner(), space -> show(view, space));
    model.state().observe(getViewLifecycleOwner(), state -> show(view, state));
  }

  private void show(View view, PhotoSpace space) {
    List<String> lines = new ArrayList<>();
    lines.add(
        space.here() == 0
            ? getString(R.string.storage_none)
            : getString(
                R.string.storage_here, Numbers.grouped(space.here()), size(space.hereBytes())));
    if (space.unsent() > 0) {
      lines.add(
          getString(
              R.string.storage_unsent, Numbers.grouped(space.unsent()), size(space.unsentBytes())));
    }
    if (space.freed() > 0) {
      lines.add(getString(R.string.storage_freed, Numbers.grouped(space.freed())));
    }
    view.<TextView>findViewById(R.id.storage_space).setText(String.join("\n", lines));
  }

  private void show(View view, StorageState state) {
    showDays(view, state);
    TextView shared = view.findViewById(R.id.storage_shared);
    shared.setText(getString(R.string.storage_shared, size(state.sharedBytes())));
    boolean running = state.running().isPresent();
    showIf(view, R.id.storage_running, running);
    showIf(view, R.id.storage_progress, running);
    showIf(view, R.id.storage_stop, running);
    Button free = view.findViewById(R.id.storage_free);
    free.setEnabled(!running);
    state
        .running()
        .ifPresent(
            freed ->
                view.<TextView>findViewById(R.id.storage_running)
                    .setText(
                        getString(
                            R.string.storage_running,
                            Numbers.grouped(freed.photos()),
                            size(freed.bytes()))));
    TextView report = view.findViewById(R.id.storage_report);
    report.setText(state.report().map(this::words).orElse(""));
    report.setVisibility(state.report().isPresent() ? View.VISIBLE : View.GONE);
  }

  /**
   * What the bureau does not allow cannot be chosen; the first that is more stands for its most.
   */
  private void showDays(View view, StorageState state) {
    int most = state.most().orElse(Integer.MAX_VALUE);
    int last =
        PhotoRetention.OFFERED.stream().filter(days -> days >= most).findFirst().orElse(most);
    DAYS.forEach(
        (id, days) -> {
          Chip chip = view.findViewById(id);
          chip.setChecked(Math.min(days, most) == state.days() && days <= last);
          chip.setEnabled(days <= last);
          if (days == last) {
            chip.setText(getString(R.string.storage_days_most, most));
          }
        });
    TextView rule = view.findViewById(R.id.storage_rule);
    rule.setText(
        state.most().map(days -> getString(R.string.storage_rule, days, state.days())).orElse(""));
    rule.setVisibility(state.most().isPresent() ? View.VISIBLE : View.GONE);
  }

  private String words(StorageState.Report report) {
    List<String> sentences = new ArrayList<>();
    PhotoRetention.Freed freed = report.freed();
    if (freed.photos() > 0) {
      sentences.add(
          getString(
              R.string.storage_report_freed, Numbers.grouped(freed.photos()), size(freed.bytes())));
    } else if (!freed.unasked()) {
      sentences.add(getString(R.string.storage_report_nothing));
    }
    if (freed.unasked()) {
      sentences.add(getString(R.string.storage_report_offline));
    } else if (report.stopped()) {
      sentences.add(getString(R.string.storage_report_stopped));
    }
    if (report.unsent() > 0) {
      sentences.add(getString(R.string.storage_report_unsent, Numbers.grouped(report.unsent())));
    }
    if (report.shared() > 0) {
      sentences.add(getString(R.string.storage_report_shared, Numbers.grouped(report.shared())));
    }
    return String.join("\n", sentences);
  }

  private String size(long bytes) {
    return Formatter.formatShortFileSize(requireContext(), bytes);
  }

  private static void showIf(View view, int id, boolean shown) {
    view.<View>findViewById(id).setVisibility(shown ? View.VISIBLE : View.GONE);
  }
}
