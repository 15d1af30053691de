package cn.anxun.app.feature.tally;

import android.os.Bundle;
import android.text.Editable;
import android.text.TextWatcher;
import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import androidx.core.util.Pair;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.Labels;
import cn.anxun.app.ui.NumberPad;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.indicator.Reportable;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import com.google.android.material.datepicker.MaterialDatePicker;
import dagger.hilt.android.AndroidEntryPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** 汇总报送. */
@AndroidEntryPoint(Fragment.class)
public final class TallyFragment extends Hilt_TallyFragment implements FormScreen {
  private static final String PICKER = "days";

  private TallyViewModel model;
  private List<Reportable> drawn = List.of();

  public TallyFragment() {
    super(R.layout.tally);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.tally_title);
    model = new ViewModelProvider(this).get(TallyViewModel.class);
    model.open();
    drawn = List.of();
    onTyped(view.findViewById(R.id.tally_unit), model::setUnit);
    onTyped(
        view.findViewById(R.id.tally_evidence),
        evidence -> model.change(d -> d.withEvidence(evidence)));
    view.findViewById(R.id.tally_last_month).setOnClickListener(tap -> choose(model.lastMonth()));
    view.findViewById(R.id.tally_month)
        .setOnClickListener(
            tap -> choose(Period.month(today().getYear(), today().getMonthValue())));
    view.findViewById(R.id.tally_quarter).setOnClickListener(tap -> choose(quarter()));
    view.findViewById(R.id.tally_year)
        .setOnClickListener(tap -> choose(Period.year(today().getYear())));
    view.findViewById(R.id.tally_days).setOnClickListener(tap -> chooseDays());
    view.findViewById(R.id.tally_nil).setOnClickListener(tap -> model.reportNil());
    view.findViewById(R.id.tally_save).setOnClickListener(tap -> model.report());
    NumberPad pad = view.findViewById(R.id.tally_pad);
    pad.onChanged(typed -> model.change(d -> d.withQuantity(typed)));
    followPicker();
    model
        .state()
        .observe(
            getViewLifecycleOwner(),
            now -> {
              if (now != null) {
                show(view, now);
              }
            });
    model
        .reported()
        .observe(
            getViewLifecycleOwner(),
            done -> {
              if (done != null) {
                model.said();
                UndoBar.show(
                    view,
                    getString(done.isNil() ? R.string.tally_nil_reported : R.string.tally_reported),
                    () -> model.undo(done, getString(R.string.activity_undone)));
              }
            });
  }

  private LocalDate today() {
    return model.today();
  }

  private Period quarter() {
    int first = (today().getMonthValue() - 1) / 3 * 3 + 1;
    YearMonth from = YearMonth.of(today().getYear(), first);
    return new Period(from.atDay(1), from.plusMonths(2).atEndOfMonth());
  }

  private void choose(Period period) {
    model.change(draft -> draft.with(period));
  }

  private void show(View view, TallyState now) {
    TallyDraft draft = now.draft();
    showText(view.findViewById(R.id.tally_unit), now.names().unit(draft.unit()));
    showText(view.findViewById(R.id.tally_evidence), draft.evidence());
    ((TextView) view.findViewById(R.id.tally_period))
        .setText(
            getString(
                R.string.statistics_span_days,
                Dates.full(requireContext(), draft.period().from()),
                Dates.full(requireContext(), draft.period().until())));
    showMeasures(view.findViewById(R.id.tally_measures), now);
    NumberPad pad = view.findViewById(R.id.tally_pad);
    pad.ask(
        now.measure()
            .map(
                measure ->
                    getString(
                        R.string.tally_quantity_of,
                        Labels.indicator(requireContext(), measure.indicator()),
                        Labels.unit(requireContext(), measure.indicator().unit())))
            .orElseGet(() -> getString(R.string.tally_quantity)),
        now.measure().map(measure -> measure.field().endsWith("_yuan")).orElse(false));
    pad.setNumber(draft.quantity());
    ((TextView) view.findViewById(R.id.tally_preview))
        .setText(new PreviewText(requireContext()).of(now));
    TextView problem = view.findViewById(R.id.tally_problem);
    problem.setText(now.problem().map(this::sentence).orElse(""));
    problem.setVisibility(now.problem().isPresent() ? View.VISIBLE : View.GONE);
    view.findViewById(R.id.tally_save).setEnabled(!now.saving());
    view.findViewById(R.id.tally_nil).setEnabled(!now.saving());
  }

  private void showMeasures(ChipGroup chips, TallyState now) {
    if (!drawn.equals(now.measures())) {
      drawn = now.measures();
      chips.removeAllViews();
      for (Reportable measure : drawn) {
        Chip chip = (Chip) getLayoutInflater().inflate(R.layout.tally_chip, chips, false);
        chip.setText(Labels.indicator(requireContext(), measure.indicator()));
        chip.setTag(measure.id());
        chip.setOnClickListener(tap -> model.change(d -> d.withIndicator(measure.id())));
        chips.addView(chip);
      }
    }
    for (int i = 0; i < chips.getChildCount(); i++) {
      Chip chip = (Chip) chips.getChildAt(i);
      chip.setChecked(now.draft().indicator().equals(chip.getTag()));
    }
  }

  private String sentence(TallyState.Problem problem) {
    if (problem instanceof TallyState.Problem.Rejected rejected) {
      return Labels.problem(requireContext(), rejected.why());
    }
    if (problem instanceof TallyState.Problem.NoUnit) {
      return getString(R.string.tally_no_unit);
    }
    if (problem instanceof TallyState.Problem.NoMeasure) {
      return getString(R.string.tally_no_measure);
    }
    if (problem instanceof TallyState.Problem.NoQuantity) {
      return getString(R.string.tally_no_quantity);
    }
    return getString(
        problem instanceof TallyState.Problem.DiskFull
            ? R.string.activity_disk_full
            : R.string.activity_unreadable);
  }

  private static void showText(EditText field, String text) {
    if (!field.getText().toString().equals(text)) {
      field.setText(text);
      field.setSelection(field.length());
    }
  }

  /** The draft keeps the text, at every keystroke; Android need not besides. */
  private static void onTyped(EditText field, Consumer<String> changed) {
    field.setSaveEnabled(false);
    field.addTextChangedListener(
        new TextWatcher() {
          @Override
          public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

          @Override
          public void onTextChanged(CharSequence text, int start, int before, int count) {}

          @Override
          public void afterTextChanged(Editable text) {
            changed.accept(text.toString());
          }
        });
  }

  private void chooseDays() {
    MaterialDatePicker<Pair<Long, Long>> picker =
        MaterialDatePicker.Builder.dateRangePicker()
            .setTitleText(R.string.statistics_choose_days)
            .build();
    follow(picker);
    picker.show(getChildFragmentManager(), PICKER);
  }

  @SuppressWarnings("unchecked")
  private void followPicker() {
    if (getChildFragmentManager().findFragmentByTag(PICKER)
        instanceof MaterialDatePicker<?> shown) {
      follow((MaterialDatePicker<Pair<Long, Long>>) shown);
    }
  }

  private void follow(MaterialDatePicker<Pair<Long, Long>> picker) {
    picker.addOnPositiveButtonClickListener(
        chosen -> choose(new Period(day(chosen.first), day(chosen.second))));
  }

  private static LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
