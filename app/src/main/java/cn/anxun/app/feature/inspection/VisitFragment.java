package cn.anxun.app.feature.inspection;

import android.content.Context;
import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.feature.inspection.SiteDirectory.OpenHazard;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.place.OpenPlace;
import cn.anxun.app.place.PlaceLine;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import cn.anxun.core.checklist.Checklist;
import cn.anxun.core.checklist.ChecklistAnswers.Answer;
import cn.anxun.core.codelist.CreditCode;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A visit: the site's open hazards, its checklist, the hazards found. */
@AndroidEntryPoint(Fragment.class)
public final class VisitFragment extends Hilt_VisitFragment
    implements FormScreen, ChecklistRows.Actions, HazardCards.Actions {
  @Inject Thumbnails thumbnails;
  @Inject CurrentVisit current;
  @Inject OpenPlace openPlace;
  private final PlaceLine place = new PlaceLine(this);

  private final PhotoAsking photos = new PhotoAsking(this, () -> model().photos());
  private @Nullable ChecklistRows rows;
  private @Nullable HazardCards besides;
  private boolean collected;

  public VisitFragment() {
    super(R.layout.inspection_visit);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.inspection_visit);
    rows = new ChecklistRows(view.findViewById(R.id.inspection_checklist), this, this, thumbnails);
    besides = new HazardCards(view.findViewById(R.id.inspection_found_hazards), this, thumbnails);
    view.findViewById(R.id.inspection_add)
        .setOnClickListener(button -> Navigator.of(this).open(new Destination.HazardLibrary("")));
    view.findViewById(R.id.inspection_rest).setOnClickListener(button -> passRest(this::showUndo));
    view.findViewById(R.id.inspection_skip).setOnClickListener(button -> finish());
    view.findViewById(R.id.inspection_finish)
        .setOnClickListener(
            button -> {
              passRest(done -> model().offerUndo(done.done(), done.undo()));
              finish();
            });
    model().showUndo(view.findViewById(R.id.inspection_finish));
    photos.observe();
    collected = false;
    model()
        .state()
        .observe(
            getViewLifecycleOwner(),
            now -> {
              show(view, now);
              collectNew();
            });
    current.whenRead(() -> showPlace(view));
    model()
        .gone()
        .observe(
            getViewLifecycleOwner(),
            gone -> {
              if (gone) {
                Navigator.of(this).replace(new Destination.Inspection());
              }
            });
  }

  /** What was shot in passing and is to be a hazard of this visit, asked for once. */
  private void collectNew() {
    if (!collected) {
      collected = true;
      model()
          .photos()
          .collectNew(
              this::addHazard,
              hazard -> Navigator.of(this).open(new Destination.VisitHazard(hazard)));
    }
  }

  /** Empty where this screen is not shown any more, or no visit is under way. */
  private Optional<String> addHazard() {
    return isResumed() && model().state().getValue() != null
        ? Optional.of(model().add(Optional.empty(), ""))
        : Optional.empty();
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

  private void show(View view, VisitState now) {
    Context context = view.getContext();
    VisitSite site = now.visit().site();
    text(view, R.id.inspection_visit_site).setText(site.name());
    text(view, R.id.inspection_visit_detail).setText(detail(context, now));
    TextView warning = text(view, R.id.inspection_visit_warning);
    Words.showIf(
        warning, CreditCode.check(site.creditCode()) == CreditCode.Verdict.WRONG_CHECK_DIGIT);
    warning.setText(getString(R.string.inspection_visit_code_wrong, site.creditCode()));
    showOpen(view, now);
    text(view, R.id.inspection_checklist_name).setText(Words.of(context, now.checklist()));
    if (rows != null && besides != null) {
      rows.show(now);
      besides.show(now.reference(), now.listBesides());
    }
    int found = now.listBesides().size();
    TextView foundView = text(view, R.id.inspection_found);
    foundView.setText(getString(R.string.inspection_visit_found, found));
    Words.showIf(foundView, found > 0);
    int open = now.unanswered();
    text(view, R.id.inspection_rest).setText(getString(R.string.inspection_visit_rest, open));
    Words.showIf(view.findViewById(R.id.inspection_rest), open > 0);
    Words.showIf(view.findViewById(R.id.inspection_skip), open > 0);
    text(view, R.id.inspection_finish)
        .setText(
            open > 0
                ? getString(R.string.inspection_visit_rest_finish, open)
                : getString(R.string.inspection_visit_finish));
  }

  private static String detail(Context context, VisitState now) {
    VisitSite site = now.visit().site();
    List<String> parts = new ArrayList<>();
    parts.add(Words.of(context, now.reference().codes().get("site-kind"), site.kind()));
    for (String part : new String[] {site.number(), site.creditCode(), site.address()}) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    parts.add(Words.line(context, now.reference(), now.visit().round()));
    return String.join(" · ", parts);
  }

  private static void showOpen(View view, VisitState now) {
    Context context = view.getContext();
    boolean none = now.open().isEmpty();
    TextView head = text(view, R.id.inspection_visit_open);
    head.setText(
        none
            ? context.getString(R.string.inspection_visit_open_none)
            : context.getString(R.string.inspection_visit_open, now.open().size()));
    LinearLayout list = view.findViewById(R.id.inspection_open_hazards);
    if (now.open().equals(list.getTag())) {
      return;
    }
    list.setTag(now.open());
    list.removeAllViews();
    for (OpenHazard hazard : now.open()) {
      View row = LayoutInflater.from(context).inflate(R.layout.inspection_open_hazard, list, false);
      text(row, R.id.inspection_open_text).setText(hazard.description());
      TextView line = text(row, R.id.inspection_open_line);
      line.setText(level(context, now, hazard) + " · " + due(context, hazard));
      line.setTextColor(
          context.getColor(hazard.overdue() ? R.color.danger : R.color.on_surface_muted));
      list.addView(row);
    }
  }

  private static String level(Context context, VisitState now, OpenHazard hazard) {
    return Words.of(context, now.reference().codes().get("hazard-level"), hazard.level());
  }

  private static String due(Context context, OpenHazard hazard) {
    if (hazard.rectified()) {
      return context.getString(R.string.inspection_open_rectified);
    }
    return hazard
        .deadline()
        .map(
            day ->
                context.getString(
                    hazard.overdue()
                        ? R.string.inspection_open_overdue
                        : R.string.inspection_open_due,
                    Dates.brief(context, day)))
        .orElseGet(() -> context.getString(R.string.inspection_open_none));
  }

  private static TextView text(View view, int id) {
    return view.findViewById(id);
  }

  private void passRest(Consumer<CurrentVisit.Undoable> offer) {
    List<String> passed = model().passRest();
    if (!passed.isEmpty()) {
      VisitViewModel model = model();
      offer.accept(
          new CurrentVisit.Undoable(
              getString(R.string.inspection_rest_passed, passed.size()),
              () -> model.unanswer(passed)));
    }
  }

  private void showUndo(CurrentVisit.Undoable done) {
    UndoBar.showAbove(requireView().findViewById(R.id.inspection_finish), done.done(), done.undo());
  }

  private void finish() {
    Navigator.of(this).open(new Destination.VisitSummary());
  }

  @Override
  public void answer(Checklist.Item item, Answer answer) {
    VisitState now = model().state().getValue();
    if (now == null) {
      return;
    }
    boolean again = now.visit().answers().get(item.key()) == answer;
    if (answer == Answer.FAILED && !again) {
      model().fail(item);
      return;
    }
    List<HazardDraft> gone = model().answer(item.key(), answer);
    if (again) {
      model().open(item.key());
    }
    if (!gone.isEmpty()) {
      VisitViewModel model = model();
      showUndo(
          new CurrentVisit.Undoable(
              getString(R.string.inspection_hazard_removed), () -> model.restore(gone)));
    }
  }

  @Override
  public void edit(HazardDraft hazard) {
    Navigator.of(this).open(new Destination.VisitHazard(hazard.id()));
  }

  @Override
  public void take(HazardDraft hazard) {
    photos.take(hazard.id(), Words.name(requireContext(), hazard));
  }

  @Override
  public void pick(HazardDraft hazard) {
    photos.pick(hazard.id());
  }
}
