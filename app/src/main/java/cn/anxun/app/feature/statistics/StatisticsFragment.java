package cn.anxun.app.feature.statistics;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.core.util.Pair;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.chart.Charts;
import cn.anxun.app.feature.statistics.Span.Length;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.core.indicator.Period;
import com.google.android.material.chip.ChipGroup;
import com.google.android.material.datepicker.MaterialDatePicker;
import dagger.hilt.android.AndroidEntryPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** 统计. */
@AndroidEntryPoint(Fragment.class)
public final class StatisticsFragment extends Hilt_StatisticsFragment {
  private static final String PICKER = "days";

  @Inject Charts charts;

  private StatisticsViewModel model;
  private @Nullable Overview drawn;

  public StatisticsFragment() {
    super(R.layout.statistics);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.statistics_title);
    model = new ViewModelProvider(this).get(StatisticsViewModel.class);
    drawn = null;
    view.findViewById(R.id.statistics_month).setOnClickListener(tap -> model.choose(Length.MONTH));
    view.findViewById(R.id.statistics_quarter)
        .setOnClickListener(tap -> model.choose(Length.QUARTER));
    view.findViewById(R.id.statistics_year).setOnClickListener(tap -> model.choose(Length.YEAR));
    view.findViewById(R.id.statistics_days).setOnClickListener(tap -> chooseDays());
    view.findViewById(R.id.statistics_previous).setOnClickListener(tap -> model.previous());
    view.findViewById(R.id.statistics_next).setOnClickListener(tap -> model.next());
    view.findViewById(R.id.statistics_retry).setOnClickListener(tap -> model.refresh());
    followPicker();
    model.state().observe(getViewLifecycleOwner(), now -> show(view, now));
  }

  @Override
  public void onStart() {
    super.onStart();
    model.refresh();
  }

  private void show(View view, StatisticsState now) {
    ChipGroup lengths = view.findViewById(R.id.statistics_lengths);
    lengths.check(
        switch (now.span().length()) {
          case MONTH -> R.id.statistics_month;
          case QUARTER -> R.id.statistics_quarter;
          case YEAR -> R.id.statistics_year;
          case DAYS -> R.id.statistics_days;
        });
    TextView span = view.findViewById(R.id.statistics_span);
    span.setText(Phrases.span(requireContext(), now.span()));
    showIf(view.findViewById(R.id.statistics_progress), now.computing());
    showIf(view.findViewById(R.id.statistics_retry), now.failed().isPresent());
    TextView message = view.findViewById(R.id.statistics_message);
    message.setText(message(now));
    Overview overview = now.overview().orElse(null);
    if (!Objects.equals(overview, drawn)) {
      drawn = overview;
      new StatisticsSections(
              view.findViewById(R.id.statistics_sections), charts, now.names(), Navigator.of(this))
          .show(overview);
    }
  }

  private String message(StatisticsState now) {
    if (now.failed().isPresent()) {
      return getString(R.string.statistics_failed);
    }
    return now.overview()
        .map(
            overview ->
                overview.isEmpty()
                    ? getString(R.string.statistics_empty)
                    : getString(
                        R.string.statistics_as_of, Dates.full(requireContext(), overview.asOf())))
        .orElseGet(() -> getString(R.string.statistics_computing));
  }

  private static void showIf(View view, boolean shown) {
    view.setVisibility(shown ? View.VISIBLE : View.GONE);
  }

  private void chooseDays() {
    Period period = Objects.requireNonNull(model.state().getValue()).span().period();
    MaterialDatePicker<Pair<Long, Long>> picker =
        MaterialDatePicker.Builder.dateRangePicker()
            .setTitleText(R.string.statistics_choose_days)
            .setSelection(new Pair<>(millis(period.from()), millis(period.until())))
            .build();
    follow(picker);
    picker.show(getChildFragmentManager(), PICKER);
  }

  /** The picker that Android brought back after a rotation has lost its listener. */
  @SuppressWarnings("unchecked")
  private void followPicker() {
    if (getChildFragmentManager().findFragmentByTag(PICKER)
        instanceof MaterialDatePicker<?> shown) {
      follow((MaterialDatePicker<Pair<Long, Long>>) shown);
    }
  }

  private void follow(MaterialDatePicker<Pair<Long, Long>> picker) {
    picker.addOnPositiveButtonClickListener(
        chosen -> model.choose(day(chosen.first), day(chosen.second)));
    // What was not chosen leaves the chip that was.
    picker.addOnDismissListener(closed -> model.refresh());
  }

  private static long millis(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  private static LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
