package cn.anxun.app.feature.hazards;

import androidx.annotation.WorkerThread;
import cn.anxun.app.data.local.PhotoItem;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.place.OpenPlace;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.NameBook;
import cn.anxun.app.record.Names;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorded;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.app.record.Timeline;
import cn.anxun.app.record.Timelines;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Voided;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Begins the form of a step, and records what was filled in. Never on the main thread. */
final class StepRecords {
  private static final String UNDONE = "误录，撤销";

  private final Recorder recorder;
  private final Records records;
  private final Timelines timelines;
  private final RoomPhoneStore store;
  private final Author author;
  private final NameBook book;
  private final OpenPlace place;

  @Inject
  StepRecords(
      Recorder recorder,
      Records records,
      Timelines timelines,
      RoomPhoneStore store,
      Author author,
      NameBook book,
      OpenPlace place) {
    this.recorder = recorder;
    this.records = records;
    this.timelines = timelines;
    this.store = store;
    this.author = author;
    this.book = book;
    this.place = place;
  }

  /**
   * What is being filled in.
   *
   * @param description of the hazard
   * @param choice whether it is open, and whether it will be a proposal
   * @param currentDeadline null for none
   */
  record Begun(
      StepForm form, String description, StepChoice choice, @Nullable LocalDate currentDeadline) {}

  /**
   * The form as it begins.
   *
   * @param entry the one that is corrected or voided; "" for the opening one
   * @return empty where the phone does not hold what it is about
   */
  @WorkerThread
  Optional<Begun> begin(String subject, HazardStep step, String entry, LocalDate today) {
    String id = entry.isEmpty() ? subject : entry;
    Optional<Entry> target =
        step == HazardStep.REWRITE
            ? store.findOwn(id).map(own -> own.written().entry())
            : store.find(id).map(held -> held.entry());
    Timeline timeline = timelines.timeline(subject, today);
    Optional<RecordItem> row = records.find(subject);
    return target.map(
        said ->
            new Begun(
                form(step, effective(timeline, said), today),
                row.map(item -> item.record().title()).orElse(""),
                new HazardSteps(timeline, author.account(), author.role()).choice(step, id),
                row.map(item -> item.record().deadline()).orElse(null)));
  }

  /** The entry as it counts, so that a correction names what holds now as the old value. */
  private static Entry effective(Timeline timeline, Entry said) {
    for (Timeline.Step step : timeline.steps()) {
      if (step.source().id().equals(said.id())) {
        return said.kind().entry(said.header(), step.fields());
      }
    }
    return said;
  }

  private StepForm form(HazardStep step, Entry target, LocalDate today) {
    Names names = book.names(today);
    StepForm form = new StepForm(step, target, names, Map.of(), target.header().attachments());
    if (step == HazardStep.REWRITE) {
      Map<String, String> values = new LinkedHashMap<>();
      for (FormField field : form.fields()) {
        values.put(field.name(), StepForm.typed(form.old(field.name())));
      }
      return new StepForm(step, target, names, values, form.photos());
    }
    return new StepForm(step, target, names, Map.of(StepForm.DATE, today.toString()), List.of());
  }

  /** SHA-256 of the last photo on this phone that shows it as it was found; "" for none. */
  @WorkerThread
  String findBefore(String subject) {
    String found = "";
    for (PhotoItem photo : records.listPhotos(subject)) {
      found = photo.file() != null && photo.role().equals(Purpose.BEFORE) ? photo.sha256() : found;
    }
    return found;
  }

  /** The subject of the hazard with this number. */
  @WorkerThread
  Optional<String> findByNumber(String number) {
    return records
        .findByNumber(number.trim().toUpperCase(Locale.ROOT))
        .map(item -> item.record().subject());
  }

  /**
   * Records it.
   *
   * @param duplicateOf the subject that stands for a double; "" for none
   */
  @WorkerThread
  Recorded record(
      StepForm form, StepCheck check, String subject, LocalDate today, String duplicateOf)
      throws RecordRejectedException {
    String target = form.target().id();
    return switch (form.step()) {
      case CORRECT -> {
        String field = form.value(Corrected.FIELD.name());
        String reason = form.value(Corrected.REASON.name()).trim();
        yield recorder.record(
            recording ->
                recording.correct(
                    subject, target, today, field, form.old(field), check.corrected(), reason));
      }
      case VOID -> {
        Fields.Builder fields = check.fields().toBuilder().set(Voided.TARGET, target);
        if (!duplicateOf.isEmpty()) {
          fields.set(Voided.DUPLICATE_OF, duplicateOf);
        }
        yield recorder.record(
            recording -> recording.step(Voided.KIND, subject, today, fields.build()));
      }
      default ->
          recorder.record(
              recording ->
                  recording.step(
                      form.step().kind(),
                      subject,
                      check.date(today),
                      placed(form.step(), check.fields()),
                      form.photos()));
    };
  }

  /** What is done at the site says where. */
  private Fields placed(HazardStep step, Fields fields) {
    return step == HazardStep.RECTIFY || step == HazardStep.REVIEW
        ? fields.with(RecordFields.POINT.name(), place.point().orElse(null))
        : fields;
  }

  /** Says the entry anew under its own id; false where it is being sent already. */
  @WorkerThread
  boolean rewrite(StepForm form, StepCheck check, LocalDate today) throws RecordRejectedException {
    return recorder.rewrite(form.target().id(), check.date(today), check.fields(), form.photos());
  }

  /** Takes back what was recorded; what was sent already is voided. */
  @WorkerThread
  void undo(Recorded recorded) throws RecordRejectedException {
    recorder.undo(recorded, UNDONE);
  }
}
