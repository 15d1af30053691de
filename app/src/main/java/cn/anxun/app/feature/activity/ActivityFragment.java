package cn.anxun.app.feature.activity;

import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.form.DayPicker;
import cn.anxun.app.form.FieldView;
import cn.anxun.app.form.FieldViews;
import cn.anxun.app.form.Filled;
import cn.anxun.app.form.FormField;
import cn.anxun.app.form.FormLayout;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.photo.PhotoPicker;
import cn.anxun.app.photo.PhotoWords;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.place.OpenPlace;
import cn.anxun.app.place.PlaceLine;
import cn.anxun.app.record.Records;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.Labels;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.json.Json;
import com.google.android.material.appbar.MaterialToolbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The form of a drill, a training, a publicity activity, or any other kind. */
@AndroidEntryPoint(Fragment.class)
public final class ActivityFragment extends Hilt_ActivityFragment
    implements FormScreen, FieldViews.Answers {
  private static final String KIND = "kind";
  private static final String RECORD_KIND = "record_kind";
  private static final String MORE = "more";

  @Inject Records records;
  @Inject Thumbnails thumbnails;
  @Inject OpenPlace openPlace;

  private final PlaceLine place = new PlaceLine(this);
  private ActivityViewModel model;
  private PhotoPicker picker;
  private DayPicker days;
  private final List<FieldView> fields = new ArrayList<>();
  private boolean more;
  private @Nullable FormLayout drawn;

  public ActivityFragment() {
    super(R.layout.activity);
  }

  public static ActivityFragment of(Destination.Activity destination) {
    Bundle arguments = new Bundle();
    arguments.putString(KIND, destination.kind());
    arguments.putString(RECORD_KIND, destination.recordKind());
    ActivityFragment fragment = new ActivityFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  private Destination.Activity destination() {
    return new Destination.Activity(
        Objects.requireNonNull(requireArguments().getString(KIND)),
        Objects.requireNonNull(requireArguments().getString(RECORD_KIND)));
  }

  @Override
  public void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    model = new ViewModelProvider(this).get(ActivityViewModel.class);
    model.open(destination());
    picker = new PhotoPicker(this, model::add);
    more = state != null && state.getBoolean(MORE);
  }

  @Override
  public void onSaveInstanceState(Bundle state) {
    super.onSaveInstanceState(state);
    state.putBoolean(MORE, more);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    MaterialToolbar bar = ScreenBar.show(this, view, R.string.activity_title);
    bar.setTitle(title(""));
    drawn = null;
    view.findViewById(R.id.activity_save).setOnClickListener(tap -> model.save());
    view.findViewById(R.id.activity_cards_again).setOnClickListener(tap -> model.putAway());
    view.findViewById(R.id.activity_today).setOnClickListener(tap -> model.setDate(model.today()));
    view.findViewById(R.id.activity_yesterday)
        .setOnClickListener(tap -> model.setDate(model.today().minusDays(1)));
    view.findViewById(R.id.activity_date).setOnClickListener(tap -> chooseDay(""));
    view.findViewById(R.id.activity_camera)
        .setOnClickListener(tap -> Navigator.of(this).open(model.capture(barTitle())));
    view.findViewById(R.id.activity_pick).setOnClickListener(tap -> picker.pickSeveral());
    view.findViewById(R.id.activity_more)
        .setOnClickListener(
            tap -> {
              more = !more;
              showMore(view);
            });
    days = new DayPicker(this, this::choose);
    place.show(view, openPlace, "activity/" + destination().kind());
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
        .event()
        .observe(
            getViewLifecycleOwner(),
            event -> {
              if (event != null) {
                say(view, event);
              }
            });
  }

  @Override
  public void onStart() {
    super.onStart();
    model.collect();
  }

  private String barTitle() {
    return String.valueOf(
        ((MaterialToolbar) requireView().findViewById(R.id.ui_toolbar)).getTitle());
  }

  private String title(String own) {
    return own.isEmpty()
        ? Kinds.find(destination().kind())
            .map(kind -> Labels.recordType(requireContext(), kind.recordType()))
            .orElse("")
        : own;
  }

  private void show(View view, ActivityState now) {
    if (!now.title().isEmpty()) {
      ((MaterialToolbar) view.findViewById(R.id.ui_toolbar)).setTitle(now.title());
    }
    ViewGroup cards = view.findViewById(R.id.activity_cards);
    ActivityDraft draft = now.draft().orElse(null);
    showIf(cards, draft == null);
    showIf(view.findViewById(R.id.activity_form), draft != null);
    showIf(view.findViewById(R.id.activity_save), draft != null);
    showProblem(view, now);
    if (draft == null) {
      new PresetCards(cards, model).show(now.presets());
      return;
    }
    draw(view, now);
    for (FieldView field : fields) {
      field.show(new Filled(draft.fields(), draft.site()), now.active());
    }
    showIf(view.findViewById(R.id.activity_restored), now.restored());
    showIf(view.findViewById(R.id.activity_cards_again), !now.presets().isEmpty());
    ((TextView) view.findViewById(R.id.activity_date))
        .setText(getString(R.string.activity_date, Dates.full(requireContext(), draft.date())));
    new PhotoStrip(view.findViewById(R.id.activity_photos), thumbnails, model::remove)
        .show(draft.photos());
    view.findViewById(R.id.activity_save).setEnabled(!now.saving());
  }

  private void draw(View view, ActivityState now) {
    if (now.layout().equals(drawn)) {
      return;
    }
    drawn = now.layout();
    ViewGroup main = view.findViewById(R.id.activity_main_fields);
    ViewGroup others = view.findViewById(R.id.activity_more_fields);
    main.removeAllViews();
    others.removeAllViews();
    fields.clear();
    FieldViews views = new FieldViews(getLayoutInflater(), records, now.names(), this);
    for (FormField field : now.layout().fields()) {
      ViewGroup into = field.isMain() ? main : others;
      FieldView made = views.make(field, into);
      fields.add(made);
      into.addView(made.view());
    }
    showMore(view);
  }

  private void showMore(View view) {
    showIf(view.findViewById(R.id.activity_more_fields), more);
    ((TextView) view.findViewById(R.id.activity_more))
        .setText(more ? R.string.activity_fewer : R.string.activity_more);
  }

  private void showProblem(View view, ActivityState now) {
    TextView problem = view.findViewById(R.id.activity_problem);
    problem.setText(now.problem().map(this::sentence).orElse(""));
    showIf(problem, now.problem().isPresent());
  }

  private String sentence(ActivityState.Problem problem) {
    if (problem instanceof ActivityState.Problem.Rejected rejected) {
      return Labels.problem(requireContext(), rejected.why());
    }
    if (problem instanceof ActivityState.Problem.UnknownNumber unknown) {
      return getString(
          R.string.activity_unknown_number,
          Labels.field(requireContext(), unknown.field()),
          unknown.number());
    }
    if (problem instanceof ActivityState.Problem.UnknownSite unknown) {
      return getString(R.string.activity_unknown_site, unknown.name());
    }
    if (problem instanceof ActivityState.Problem.DiskFull) {
      return getString(R.string.activity_disk_full);
    }
    return problem instanceof ActivityState.Problem.Photo photo
        ? PhotoWords.of(requireContext(), photo.reason())
        : getString(R.string.activity_unreadable);
  }

  private void say(View view, ActivityEvent event) {
    model.said();
    if (event instanceof ActivityEvent.Saved saved) {
      String number = saved.recorded().items().get(0).number();
      UndoBar.show(
          view,
          number.isEmpty()
              ? getString(R.string.activity_saved)
              : getString(R.string.activity_saved_as, number),
          () -> model.undo(saved, getString(R.string.activity_undone)));
    } else if (event instanceof ActivityEvent.PutAway away) {
      UndoBar.show(view, getString(R.string.activity_put_away), () -> model.takeUp(away.draft()));
    }
  }

  private static void showIf(View view, boolean shown) {
    view.setVisibility(shown ? View.VISIBLE : View.GONE);
  }

  @Override
  public void set(String field, @Nullable Json value) {
    model.set(field, value);
  }

  @Override
  public void setSite(String subject, String name) {
    model.setSite(subject, name);
  }

  @Override
  public void activate(String field) {
    model.activate(field);
  }

  /** Opens the calendar for a date field, or for the day of the activity where that is "". */
  @Override
  public void chooseDay(String field) {
    days.ask(field, model.today());
  }

  private void choose(String field, LocalDate day) {
    if (field.isEmpty()) {
      model.setDate(day);
    } else {
      model.set(field, Json.of(day.toString()));
    }
  }
}
