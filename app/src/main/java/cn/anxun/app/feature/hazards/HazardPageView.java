package cn.anxun.app.feature.hazards;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import cn.anxun.app.R;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.place.PointView;
import cn.anxun.app.record.Names;
import cn.anxun.app.record.Timeline;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.Labels;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.place.FieldPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fills a hazard's page. */
final class HazardPageView {
  /** What the fold adds, in the order of a life. */
  private static final List<String> DERIVED =
      Collections.unmodifiableList(
          Arrays.asList(
              "found_on",
              "current_deadline",
              "extensions",
              "rectified_on",
              "reviewed_on",
              "closed_on",
              "listed_level",
              "transferred_to",
              "assigned_to"));

  private final View root;
  private final Context context;
  private final Thumbnails thumbnails;
  private final Consumer<String> enlarge;
  private final BiConsumer<String, Boolean> amend;

  /**
   * For this page.
   *
   * @param enlarge is given the SHA-256 of a photo
   * @param amend is given the id of an entry and whether it can still be taken back
   */
  HazardPageView(
      View root,
      Thumbnails thumbnails,
      Consumer<String> enlarge,
      BiConsumer<String, Boolean> amend) {
    this.root = root;
    this.context = root.getContext();
    this.thumbnails = thumbnails;
    this.enlarge = enlarge;
    this.amend = amend;
  }

  void show(HazardPageState state) {
    boolean ready = state.status() == HazardPageState.Status.READY;
    root.findViewById(R.id.hazards_page_known).setVisibility(ready ? View.VISIBLE : View.GONE);
    show(R.id.hazards_page_note, note(state));
    if (!ready) {
      return;
    }
    Fields fields = fields(state.timeline());
    show(R.id.hazards_page_description, fields.text(HazardFound.DESCRIPTION));
    showStanding(state);
    facts(fields, state.names());
    PointView.show(root, fields.find(RecordFields.POINT).flatMap(FieldPoint::read));
    PhotoStrip.fill(
        root.findViewById(R.id.hazards_page_photos),
        state.photosOf(state.timeline().subject()),
        thumbnails,
        enlarge);
    ViewGroup steps = root.findViewById(R.id.hazards_page_steps);
    steps.removeAllViews();
    for (Timeline.Step step : state.timeline().steps()) {
      steps.addView(step(steps, state, step));
    }
  }

  private String note(HazardPageState state) {
    List<String> notes = new ArrayList<>();
    if (state.status() == HazardPageState.Status.UNKNOWN) {
      notes.add(context.getString(R.string.hazards_unknown));
    } else if (state.status() == HazardPageState.Status.FAILED) {
      notes.add(context.getString(R.string.hazards_error));
    } else if (!state.timeline().record().isPresent()) {
      notes.add(
          context.getString(
              state.timeline().steps().isEmpty()
                  ? R.string.hazards_withdrawn_note
                  : R.string.hazards_void_note));
    } else if (state.timeline().record().get().marks().contains(Mark.CONFLICT)) {
      notes.add(context.getString(R.string.hazards_conflict));
    }
    return String.join("\n", notes);
  }

  private void showStanding(HazardPageState state) {
    Optional<RecordItem> row = state.row();
    TextView standing = root.findViewById(R.id.hazards_page_standing);
    standing.setVisibility(row.isPresent() ? View.VISIBLE : View.GONE);
    HazardWords words = new HazardWords(context, state.today());
    row.ifPresent(
        item -> {
          standing.setText(words.standing(item.record()));
          standing.setTextColor(
              ContextCompat.getColor(
                  context, words.isOverdue(item.record()) ? R.color.danger : R.color.on_surface));
        });
    show(R.id.hazards_page_site, row.map(RecordItem::siteName).orElse(""));
  }

  /** As corrected where the hazard stands; else as it was said. */
  private static Fields fields(Timeline timeline) {
    if (timeline.record().isPresent()) {
      return timeline.record().get().fields();
    }
    for (Timeline.Step step : timeline.steps()) {
      if (step.source().entry() instanceof HazardFound) {
        return step.fields();
      }
    }
    return timeline.withdrawn().isEmpty()
        ? Fields.NONE
        : timeline.withdrawn().get(0).written().entry().fields();
  }

  private void facts(Fields fields, Names names) {
    ViewGroup facts = root.findViewById(R.id.hazards_page_facts);
    facts.removeAllViews();
    for (Field<?> field : HazardFound.KIND.fields().values()) {
      boolean shown =
          field.type() != Field.Type.REFERENCE
              && field.type() != Field.Type.DOCUMENT
              && field != HazardFound.DESCRIPTION;
      if (shown) {
        fact(facts, field.name(), fields.raw(field.name()), names);
      }
    }
    for (String name : DERIVED) {
      Json value = fields.raw(name);
      boolean zero = value instanceof Json.Num number && number.value().signum() == 0;
      if (!zero) {
        fact(facts, name, value, names);
      }
    }
  }

  private void fact(ViewGroup facts, String name, @Nullable Json value, Names names) {
    if (value == null || Json.FALSE.equals(value)) {
      return;
    }
    View fact = LayoutInflater.from(context).inflate(R.layout.hazards_fact, facts, false);
    TextView label = fact.findViewById(R.id.hazards_fact_label);
    TextView said = fact.findViewById(R.id.hazards_fact_value);
    label.setText(Labels.field(context, name));
    said.setText(new FieldWords(context, names).of(name, value));
    facts.addView(fact);
  }

  private View step(ViewGroup steps, HazardPageState state, Timeline.Step step) {
    View view = LayoutInflater.from(context).inflate(R.layout.hazards_step, steps, false);
    StepWords words = new StepWords(context, state.names());
    Entry entry = step.source().entry();
    show(view, R.id.hazards_step_title, words.title(step));
    show(
        view,
        R.id.hazards_step_by,
        context.getString(
            R.string.hazards_by_whom,
            Dates.full(context, step.date()),
            state.names().person(step.source().stamp().author())));
    show(view, R.id.hazards_step_standing, words.standing(step));
    show(view, R.id.hazards_step_details, String.join("\n", words.details(step)));
    ViewGroup photos = view.findViewById(R.id.hazards_step_photos);
    boolean opens = entry.kind().effect() == Kind.Effect.OPENS;
    PhotoStrip.fill(photos, opens ? List.of() : state.photosOf(entry.id()), thumbnails, enlarge);
    View button = view.findViewById(R.id.hazards_step_amend);
    boolean amendable =
        entry.kind().effect() == Kind.Effect.STEP && step.effect() != Timeline.Effect.VOIDED;
    button.setVisibility(amendable ? View.VISIBLE : View.GONE);
    boolean mayWithdraw = step.own().filter(HazardSteps::mayRewrite).isPresent();
    button.setContentDescription(
        context.getString(R.string.hazards_amend) + "，" + words.title(step));
    button.setOnClickListener(tapped -> amend.accept(entry.id(), mayWithdraw));
    return view;
  }

  private void show(int id, String text) {
    show(root, id, text);
  }

  private static void show(View within, int id, String text) {
    TextView view = within.findViewById(id);
    view.setText(text);
    view.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
  }
}
