package cn.anxun.server.cases;

import cn.anxun.core.entry.Attributed;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Collects the steps of a year as they are thought up, each after those it rests on. */
final class FieldWork {
  private final Random random;
  private final Year year;
  private final Places places;
  private final MadeUp madeUp;
  private final List<Step> steps = new ArrayList<>();
  private int records;

  FieldWork(CaseFile.Bureau bureau, Random random) {
    this.random = random;
    this.year = new Year(bureau.year(), random);
    this.places = new Places(bureau, random);
    this.madeUp = new MadeUp(random);
  }

  Random random() {
    return random;
  }

  Year year() {
    return year;
  }

  Places places() {
    return places;
  }

  MadeUp madeUp() {
    return madeUp;
  }

  List<Step> steps() {
    return steps;
  }

  void add(Step step) {
    steps.add(step);
  }

  /** A new record. */
  Subject open(Kind kind, LocalDate date, Fields fields) {
    Subject subject = Subject.record(records++);
    add(Step.of(subject, kind, date, Step.Worker.FIELD, fields));
    return subject;
  }

  /** A new record at a site. */
  Subject openAt(Subject site, Kind kind, LocalDate date, Fields fields) {
    Subject subject = Subject.record(records++);
    Step.Wording wording = ids -> fields.toBuilder().set(RecordFields.SITE, ids.id(site)).build();
    add(new Step(subject, kind, date, Step.Worker.FIELD, List.of(site), wording));
    return subject;
  }

  /** A later step of a record. */
  void then(Subject subject, Kind kind, LocalDate date, Step.Worker worker, Fields fields) {
    add(Step.of(subject, kind, date, worker, fields));
  }

  /**
   * A site that no record has touched yet. Its industry and kind stay unset, as where a case does
   * not state them.
   */
  Subject site(LocalDate registered) {
    return open(SiteRegistered.KIND, registered, siteNamed(madeUp.site(), places.community()));
  }

  /** What an inspector types of a site. */
  Fields siteNamed(String name, String division) {
    return Fields.builder()
        .set(SiteRegistered.NAME, name)
        .set(SiteRegistered.ADDRESS, madeUp.address())
        .set(RecordFields.DIVISION, division)
        .set(SiteRegistered.CONTACT_NAME, madeUp.person())
        .set(SiteRegistered.CONTACT_PHONE, madeUp.phone())
        .build();
  }

  /** The office attributes the record to the group's budget project, where it states one. */
  void attribute(Subject subject, LocalDate recorded, CaseFile.Group group) {
    group
        .label("project")
        .ifPresent(
            project ->
                then(
                    subject,
                    Attributed.KIND,
                    year.soonAfter(recorded, 20),
                    Step.Worker.OFFICE,
                    Fields.builder().set(Attributed.PROJECT, project).build()));
  }

  /**
   * Copies what the group states of these fields as it stands; what it does not state stays unset.
   */
  static Fields.Builder stated(CaseFile.Group group, String... names) {
    Fields.Builder fields = Fields.builder();
    for (String name : names) {
      Json value = group.fields().get(name);
      if (value != null) {
        fields.raw(name, value);
      }
    }
    return fields;
  }
}
