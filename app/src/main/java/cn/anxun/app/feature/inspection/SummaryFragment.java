package cn.anxun.app.feature.inspection;

import android.content.Context;
import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import androidx.annotation.StringRes;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.feature.inspection.VisitCheck.Finding;
import cn.anxun.app.feature.inspection.VisitCheck.Found;
import cn.anxun.app.form.Typing;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.place.OpenPlace;
import cn.anxun.app.place.PlaceLine;
import cn.anxun.app.record.FailureWords;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.core.checklist.ChecklistAnswers.Answer;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import com.google.android.material.materialswitch.MaterialSwitch;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The visit on one page before it is saved: what was found, its result and documents. */
@AndroidEntryPoint(Fragment.class)
public final class SummaryFragment extends Hilt_SummaryFragment implements FormScreen {
  private static final Map<Integer, Field<String>> TYPED = typed();

  @Inject CurrentVisit current;
  @Inject OpenPlace openPlace;
  private final PlaceLine place = new PlaceLine(this);

  public SummaryFragment() {
    super(R.layout.inspection_summary);
  }

  private static Map<Integer, Field<String>> typed() {
    Map<Integer, Field<String>> typed = new LinkedHashMap<>();
    typed.put(R.id.inspection_record_no, Inspected.RECORD_NO);
    typed.put(R.id.inspection_order_no, Inspected.ORDER_NO);
    typed.put(R.id.inspection_signed, Inspected.SIGNED_BY);
    typed.put(R.id.inspection_note, RecordFields.NOTE);
    return typed;
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.inspection_summary);
    current.whenRead(() -> showPlace(view));
    VisitViewModel model = model();
    TYPED.forEach((id, field) -> Typing.bind(view.findViewById(id), text -> type(field, text)));
    bind(view, R.id.inspection_record_issued, Inspected.RECORD_ISSUED);
    bind(view, R.id.inspection_refused, Inspected.REFUSED_TO_SIGN);
    view.findViewById(R.id.inspection_save).setOnClickListener(button -> save(view));
    model.showUndo(view.findViewById(R.id.inspection_save));
    model.state().observe(getViewLifecycleOwner(), now -> show(view, now));
    finishing().outcome().observe(getViewLifecycleOwner(), ended -> told(view, ended));
  }

  /** The screens of a visit have one point. */
  private void showPlace(View view) {
    if (getView() == view) {
      current.find().ifPresent(visit -> place.show(view, openPlace, "visit/" + visit.id()));
    }
  }

  private VisitViewModel model() {
    return new ViewModelProvider(this).get(VisitViewModel.class);
  }

  private FinishViewModel finishing() {
    return new ViewModelProvider(this).get(FinishViewModel.class);
  }

  private void type(Field<String> field, String text) {
    VisitState now = model().state().getValue();
    if (now != null && !now.visit().fields().text(field).equals(text)) {
      model().setFields(fields -> fields.with(field.name(), text.isEmpty() ? null : Json.of(text)));
    }
  }

  private void bind(View view, int id, Field<Boolean> field) {
    MaterialSwitch flag = view.findViewById(id);
    flag.setSaveEnabled(false);
    flag.setOnClickListener(
        button -> {
          boolean on = flag.isChecked();
          model().setFields(fields -> fields.with(field.name(), on ? Json.TRUE : null));
        });
  }

  private void show(View view, VisitState now) {
    TextView text = view.findViewById(R.id.inspection_summary_text);
    text.setText(text(view.getContext(), now));
    showFindings(view, now);
    showHazards(view, now);
    TYPED.forEach(
        (id, field) -> Typing.show(view.findViewById(id), now.visit().fields().text(field)));
    MaterialSwitch issued = view.findViewById(R.id.inspection_record_issued);
    issued.setChecked(now.visit().fields().is(Inspected.RECORD_ISSUED));
    MaterialSwitch refused = view.findViewById(R.id.inspection_refused);
    refused.setChecked(now.visit().fields().is(Inspected.REFUSED_TO_SIGN));
    boolean documents = now.visit().round().isAdministrative();
    Words.showIf(issued, documents);
    Words.showIf(view.findViewById(R.id.inspection_elsewhere), documents);
    Words.showIf(view.findViewById(R.id.inspection_record_no_layout), documents);
    Words.showIf(view.findViewById(R.id.inspection_order_no_layout), documents);
    Choices.show(
        view.findViewById(R.id.inspection_results),
        Choices.of(view, now.reference().offered("inspection-result")),
        List.of(VisitRecords.result(now.visit())),
        result ->
            model().setFields(fields -> fields.with(Inspected.RESULT.name(), Json.of(result))));
  }

  private static String text(Context context, VisitState now) {
    int hazards = now.visit().hazards().size();
    int spot = 0;
    for (HazardDraft hazard : now.visit().hazards()) {
      spot += hazard.isFixedOnTheSpot() ? 1 : 0;
    }
    return now.visit().site().name()
        + '\n'
        + Words.line(context, now.reference(), now.visit().round())
        + '\n'
        + context.getString(
            R.string.inspection_summary_counts,
            now.count(Answer.PASSED),
            now.count(Answer.FAILED),
            now.count(Answer.NOT_APPLICABLE),
            now.unanswered())
        + '\n'
        + (hazards == 0
            ? context.getString(R.string.inspection_summary_no_hazards)
            : context.getString(
                R.string.inspection_summary_hazards, hazards, spot, hazards - spot, now.photos()));
  }

  private void showFindings(View view, VisitState now) {
    LinearLayout list = view.findViewById(R.id.inspection_findings);
    list.removeAllViews();
    for (Found found : VisitCheck.check(now.visit())) {
      TextView warning =
          (TextView)
              LayoutInflater.from(view.getContext())
                  .inflate(R.layout.inspection_finding, list, false);
      String sentence = getString(sentence(found.finding()));
      warning.setText(
          found.hazard() < 0
              ? sentence
              : getString(R.string.inspection_summary_fix, found.hazard() + 1, sentence));
      warning.setOnClickListener(button -> open(now, found));
      list.addView(warning);
    }
  }

  private void open(VisitState now, Found found) {
    Navigator.of(this)
        .open(
            found.hazard() < 0
                ? new Destination.Round()
                : new Destination.VisitHazard(now.visit().hazards().get(found.hazard()).id()));
  }

  @StringRes
  private static int sentence(Finding finding) {
    return switch (finding) {
      case NO_DESCRIPTION -> R.string.inspection_hazard_text_missing;
      case NO_DISPOSITION -> R.string.inspection_summary_disposition;
      case FUNDS_UNREADABLE -> R.string.inspection_hazard_funds_wrong;
      case DEADLINE_PAST -> R.string.inspection_summary_past;
      case NO_CRITERION -> R.string.inspection_hazard_criterion_missing;
      case ONE_OFFICER -> R.string.inspection_round_two;
    };
  }

  private static void showHazards(View view, VisitState now) {
    LinearLayout list = view.findViewById(R.id.inspection_summary_hazards);
    list.removeAllViews();
    for (HazardDraft hazard : now.visit().hazards()) {
      View row =
          LayoutInflater.from(view.getContext())
              .inflate(R.layout.inspection_open_hazard, list, false);
      TextView text = row.findViewById(R.id.inspection_open_text);
      text.setText(Words.name(view.getContext(), hazard));
      TextView line = row.findViewById(R.id.inspection_open_line);
      line.setText(Words.line(view.getContext(), now.reference(), hazard));
      list.addView(row);
    }
  }

  private void save(View view) {
    VisitState now = model().state().getValue();
    if (now == null) {
      return;
    }
    for (Found found : VisitCheck.check(now.visit())) {
      if (found.finding().blocks()) {
        Snackbar.make(
                view,
                getString(
                    R.string.inspection_summary_fix,
                    found.hazard() + 1,
                    getString(sentence(found.finding()))),
                Snackbar.LENGTH_LONG)
            .setTextMaxLines(5)
            .show();
        open(now, found);
        return;
      }
    }
    finishing().save();
  }

  private void told(View view, FinishViewModel.@Nullable Outcome ended) {
    if (ended == null) {
      return;
    }
    finishing().outcomeTold();
    if (ended.problem().isPresent()) {
      Snackbar.make(
              view,
              getString(
                  R.string.inspection_saving_failed,
                  FailureWords.of(requireContext(), ended.problem().get())),
              Snackbar.LENGTH_INDEFINITE)
          .setTextMaxLines(6)
          .setAction(R.string.ui_retry, button -> finishing().save())
          .show();
    } else {
      openPlace.saved();
      Navigator navigator = Navigator.of(this);
      navigator.restart(new Destination.Home());
      navigator.open(new Destination.VisitDone());
    }
  }
}
