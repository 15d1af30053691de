package cn.anxun.server.demo;

import cn.anxun.core.entry.ConflictResolved;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.server.cases.CaseReplay;
import cn.anxun.server.phone.Phone;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What goes wrong, and right again, after the demo's year has been replayed; each chapter says what
 * came of it.
 */
final class DemoStory {
  private static final int MAX_SYNCS = 100;
  private static final int TALLIED_DRILLS = 180;

  private final CaseReplay replay;
  private final int year;
  private final Clock clock;

  DemoStory(CaseReplay replay, int year, Clock clock) {
    this.replay = replay;
    this.year = year;
    this.clock = clock;
  }

  /**
   * A record with an impossible date among good ones.
   *
   * @param reason what the phone was told
   * @param others how many good entries went through beside it
   * @param seq its place in the ledger after it was mended
   */
  record Mended(String phone, String reason, int others, long seq) {}

  /**
   * Sites that two inspectors registered.
   *
   * @param merged how many
   * @param sites the different sites inspected, as counted
   * @param unmerged what it would have been without merging
   */
  record Merged(int merged, String sites, int unmerged) {}

  /**
   * Two corrections of one number that did not know of each other.
   *
   * @param marked whether the figure was marked as in conflict
   */
  record Settled(
      String first, String second, String before, boolean marked, String after, boolean cleared) {}

  /** What a unit reported as a total. */
  record Tallied(int quantity, Figure drills) {}

  /** A phone whose calendar is wrong: the entry is put aside with the reason, the others go on. */
  Mended mend() {
    Phone phone = phone(2);
    LocalDate held = LocalDate.of(year, 12, 18);
    Fields fields =
        Fields.builder()
            .set(DrillHeld.NAME, "液化气站泄漏应急演练")
            .set(DrillHeld.LEVEL, "企业")
            .set(DrillHeld.HAZARD, "燃气")
            .set(DrillHeld.PARTICIPANTS, 36)
            .build();
    String id = new EntryIds(clock, new Random(year)).next();
    WrittenEntry wrong = EntryJson.write(entry(phone, id, LocalDate.EPOCH, fields));
    phone
        .store()
        .save(
            wrong,
            Stamp.unsent(
                phone.enrolment().account(),
                phone.enrolment().role(),
                phone.enrolment().device(),
                clock.instant()));
    int others = 6;
    for (int i = 0; i < others; i++) {
      var unused =
          phone.record(
              Inspected.KIND,
              held,
              Fields.builder()
                  .set(Inspected.CHECK, "日常")
                  .set(RecordFields.SITE, site(i))
                  .set(Inspected.INSPECTORS, 2)
                  .build());
    }
    sync(phone);
    List<OutboxEntry> aside = phone.store().list(OutboxState.QUARANTINED);
    String reason = aside.get(0).problem().map(problem -> problem.message()).orElse("");
    WrittenEntry right = EntryJson.write(entry(phone, id, held, fields));
    if (!phone.store().mend(right)) {
      throw new IllegalStateException("the entry " + id + " was not put aside");
    }
    sync(phone);
    long seq = replay.ledger().find(id).orElseThrow().seq();
    return new Mended(phone.enrolment().name(), reason, others, seq);
  }

  private Entry entry(Phone phone, String id, LocalDate date, Fields fields) {
    Header header =
        new Header(
            id,
            id,
            null,
            clock.instant(),
            date,
            phone.enrolment().account(),
            phone.enrolment().device(),
            List.of());
    return DrillHeld.KIND.entry(header, fields);
  }

  /** The sites that were registered twice in the replayed year, and merged. */
  Merged merged() {
    Set<String> unmerged = new HashSet<>();
    replay
        .ledger()
        .scan(
            0,
            replay.ledger().lastSeq(),
            one -> {
              if (one.entry() instanceof Inspected visit) {
                unmerged.add(visit.fields().text(RecordFields.SITE));
              }
            });
    Measure sites =
        new Measure.Count(
            "inspection", new Measure.Distinct("site"), Measure.Where.ALL, Measure.Basis.RECORDED);
    return new Merged(replay.state().sites().size(), figure(sites, "家").printed(), unmerged.size());
  }

  /** The author and the supervisor correct one number, each offline; the supervisor settles it. */
  Settled settle() {
    Phone author = phone(0);
    Phone supervisor = phone(replay.devices().size() - 2);
    WrittenEntry drill =
        author.record(
            DrillHeld.KIND,
            LocalDate.of(year, 12, 22),
            Fields.builder()
                .set(DrillHeld.NAME, "商场消防疏散演练")
                .set(DrillHeld.LEVEL, "企业")
                .set(DrillHeld.PARTICIPANTS, 120)
                .build());
    sync(author);
    sync(supervisor);
    correct(author, drill, 150);
    correct(supervisor, drill, 130);
    sync(author);
    sync(supervisor);
    Measure participants =
        new Measure.Sum(
            "drill", DrillHeld.PARTICIPANTS.name(), Measure.Where.ALL, Measure.Basis.RECORDED);
    Figure before = figure(participants, "人次");
    follow(
        supervisor,
        ConflictResolved.KIND,
        drill,
        Fields.builder()
            .set(ConflictResolved.TARGET, drill.entry().id())
            .set(ConflictResolved.FIELD, DrillHeld.PARTICIPANTS.name())
            .set(ConflictResolved.VALUE, Json.of(130))
            .set(ConflictResolved.REASON, "以签到册为准")
            .build());
    sync(supervisor);
    Figure after = figure(participants, "人次");
    return new Settled(
        "150",
        "130",
        before.printed(),
        before.marks().contains(Mark.CONFLICT),
        after.printed(),
        !after.marks().contains(Mark.CONFLICT));
  }

  private void correct(Phone phone, WrittenEntry drill, long participants) {
    follow(
        phone,
        Corrected.KIND,
        drill,
        Fields.builder()
            .set(Corrected.TARGET, drill.entry().id())
            .set(Corrected.FIELD, DrillHeld.PARTICIPANTS.name())
            .set(Corrected.OLD, Json.of(120))
            .set(Corrected.NEW, Json.of(participants))
            .build());
  }

  private void follow(Phone phone, Kind kind, WrittenEntry about, Fields fields) {
    var unused = phone.follow(kind, about.entry().subject(), LocalDate.of(year, 12, 23), fields);
  }

  /** A street reports the drills of its enterprises as a total. */
  Tallied tally() {
    Phone office = phone(replay.devices().size() - 3);
    var unused =
        office.record(
            TallyReported.KIND,
            LocalDate.of(year, 12, 25),
            Fields.builder()
                .set(RecordFields.UNIT, "望江街道")
                .set(TallyReported.MEASURED, "drill")
                .set(TallyReported.QUANTITY, BigDecimal.valueOf(TALLIED_DRILLS))
                .set(TallyReported.FROM, LocalDate.of(year, 1, 1))
                .set(TallyReported.UNTIL, LocalDate.of(year, 12, 31))
                .set(TallyReported.WHERE, Json.members().put(DrillHeld.LEVEL.name(), "企业").build())
                .set(TallyReported.EVIDENCE, "街道汇总表及各企业演练记录")
                .build());
    sync(office);
    Measure drills =
        new Measure.Count(
            "drill", Measure.Distinct.RECORDS, Measure.Where.ALL, Measure.Basis.RECORDED);
    return new Tallied(TALLIED_DRILLS, figure(drills, "次"));
  }

  private Figure figure(Measure measure, String unit) {
    return FigureEngine.figure(replay.state(), measure, unit, Period.year(year));
  }

  private Phone phone(int index) {
    return replay.devices().get(index).phone();
  }

  private String site(int index) {
    return replay.state().list("site").get(index).subject();
  }

  private static void sync(Phone phone) {
    var unused = phone.syncUntilDone(MAX_SYNCS, DemoStory::noWait);
  }

  private static void noWait(Duration wait) {
    // A demo does not wait for a network that is made up.
  }
}
