package cn.anxun.server.simulation;

import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.TrainingHeld;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What people do on their phones, with what they see there. */
final class People {
  static final int YEAR = 2026;

  /** A kind that no version of today knows. */
  static final String FUTURE_KIND = "DroneFlown";

  private static final int TOO_LONG = 2_001;

  private final SimulatedPhone phone;
  private final Random random;
  private final LocalDate day;

  private People(SimulatedPhone phone, Random random) {
    this.phone = phone;
    this.random = random;
    this.day = LocalDate.of(YEAR, 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  /** Something; null where there was nothing to do it to. */
  static @Nullable WrittenEntry act(SimulatedPhone phone, Random random) {
    return new People(phone, random).act();
  }

  /** One more hazard. */
  static WrittenEntry record(SimulatedPhone phone, Random random) {
    People people = new People(phone, random);
    return phone.phone().record(HazardFound.KIND, people.day, people.hazard());
  }

  private @Nullable WrittenEntry act() {
    Optional<LedgerEntry> theirs =
        pick(entry -> isSite(entry) && !isOwn(entry) && !isMerged(entry));
    if (theirs.isPresent() && random.nextBoolean()) {
      return makeTwice(theirs.get());
    }
    return switch (random.nextInt(30)) {
      case 0, 1, 2, 3 -> phone.phone().record(HazardFound.KIND, day, hazard());
      case 4, 5, 6 -> follow(HazardFound.KIND, Rectified.KIND, Fields.NONE);
      case 7, 8, 9 -> follow(HazardFound.KIND, Reviewed.KIND, review());
      case 10, 11 -> phone.phone().record(DrillHeld.KIND, day, drill());
      case 12, 13 -> correct(DrillHeld.KIND, DrillHeld.PARTICIPANTS.name(), Json.of(number()));
      case 14 -> correct(HazardFound.KIND, RecordFields.DIVISION.name(), Json.of(division()));
      case 15 -> annul();
      case 16 -> site("企业" + random.nextInt(3));
      case 17 -> merge();
      case 18 -> training();
      case 19 -> withdraw();
      case 20 -> reopen();
      case 21 -> bad();
      case 22 -> mend();
      case 23, 24 -> training();
      case 25 -> site("企业" + random.nextInt(3));
      case 26 -> merge();
      case 27 -> reopen();
      case 28 -> site("企业" + random.nextInt(3));
      default -> random.nextInt(3) > 0 ? null : future();
    };
  }

  private int number() {
    return random.nextInt(200);
  }

  private String division() {
    return Template.DIVISIONS.get(random.nextInt(Template.DIVISIONS.size()));
  }

  private Fields hazard() {
    Fields.Builder fields =
        Fields.builder()
            .set(HazardFound.LEVEL, "一般")
            .set(HazardFound.FIXED_ON_THE_SPOT, random.nextInt(5) == 0)
            .set(HazardFound.RESPONSIBLE_PERSON, "张某某");
    if (random.nextInt(4) > 0) {
      fields.set(RecordFields.DIVISION, division());
    }
    pick(People::isSite).ifPresent(site -> fields.set(RecordFields.SITE, site.entry().subject()));
    return fields.build();
  }

  private WrittenEntry site(String name) {
    return phone
        .phone()
        .record(SiteRegistered.KIND, day, Fields.builder().set(SiteRegistered.NAME, name).build());
  }

  /** Makes a site that somebody else has made; later finds that, and merges them. */
  private WrittenEntry makeTwice(LedgerEntry theirs) {
    String name = theirs.entry().fields().find(SiteRegistered.NAME).orElseThrow();
    return pick(entry ->
            isOwn(entry)
                && entry
                    .entry()
                    .fields()
                    .find(SiteRegistered.NAME)
                    .filter(name::equals)
                    .isPresent())
        .map(ours -> merge(theirs, ours))
        .orElseGet(() -> site(name));
  }

  private Fields review() {
    return Fields.builder().set(Reviewed.PASSED, random.nextInt(4) > 0).build();
  }

  private Fields drill() {
    return Fields.builder()
        .set(DrillHeld.NAME, "演练" + random.nextInt(100))
        .set(DrillHeld.PARTICIPANTS, (long) number())
        .set(RecordFields.DIVISION, division())
        .build();
  }

  /** Only by an app that knows of trainings. */
  private @Nullable WrittenEntry training() {
    return phone.isOld()
        ? null
        : phone
            .phone()
            .record(TrainingHeld.KIND, day, Fields.builder().set(TrainingHeld.NAME, "培训").build());
  }

  private @Nullable WrittenEntry follow(Kind opened, Kind step, Fields fields) {
    return pick(entry -> entry.entry().kind() == opened)
        .map(found -> phone.phone().follow(step, found.entry().subject(), day, fields))
        .orElse(null);
  }

  private @Nullable WrittenEntry correct(Kind opened, String field, Json by) {
    return pick(entry -> entry.entry().kind() == opened)
        .map(
            target ->
                phone
                    .phone()
                    .follow(
                        Corrected.KIND,
                        target.entry().subject(),
                        day,
                        Fields.builder()
                            .set(Corrected.TARGET, target.id())
                            .set(Corrected.FIELD, field)
                            .set(Corrected.NEW, by)
                            .build()))
        .orElse(null);
  }

  private @Nullable WrittenEntry annul() {
    return pick(entry ->
            entry.entry().kind() == HazardFound.KIND
                || entry.entry().kind() == DrillHeld.KIND
                || entry.entry().kind() == Voided.KIND)
        .map(
            target ->
                phone
                    .phone()
                    .follow(
                        Voided.KIND,
                        target.entry().subject(),
                        day,
                        Fields.builder()
                            .set(Voided.TARGET, target.id())
                            .set(Voided.REASON, "记错了")
                            .build()))
        .orElse(null);
  }

  /** Any two sites. */
  private @Nullable WrittenEntry merge() {
    List<LedgerEntry> sites = list(People::isSite);
    Collections.shuffle(sites, random);
    return sites.size() < 2 ? null : merge(sites.get(0), sites.get(1));
  }

  private WrittenEntry merge(LedgerEntry site, LedgerEntry into) {
    return phone
        .phone()
        .follow(
            SiteMerged.KIND,
            site.entry().subject(),
            day,
            Fields.builder().set(SiteMerged.INTO, into.entry().subject()).build());
  }

  private static boolean isSite(LedgerEntry entry) {
    return entry.entry().kind() == SiteRegistered.KIND;
  }

  private boolean isMerged(LedgerEntry site) {
    return phone.store().listSubject(site.entry().subject(), Stamp.UNSENT).stream()
        .anyMatch(entry -> entry.entry().kind() == SiteMerged.KIND);
  }

  private boolean isOwn(LedgerEntry entry) {
    return entry.stamp().author().equals(phone.enrolment().account());
  }

  /** 撤回. */
  private @Nullable WrittenEntry withdraw() {
    for (OutboxEntry entry : phone.store().list(OutboxState.PENDING)) {
      phone.perhapsWithdrawn().add(entry.id());
      if (phone.store().withdraw(entry.id())) {
        phone.happened().count("entry withdrawn");
        return null;
      }
    }
    return null;
  }

  private @Nullable WrittenEntry reopen() {
    for (OutboxEntry entry : phone.store().list(OutboxState.WITHDRAWN)) {
      WrittenEntry again = dated(entry.written());
      phone.replaces(again);
      if (phone.store().reopen(again)) {
        phone.perhapsWithdrawn().remove(entry.id());
        phone.happened().count("entry reopened");
        return again;
      }
    }
    return null;
  }

  /** The same said of this day. */
  private WrittenEntry dated(WrittenEntry entry) {
    Header header = entry.entry().header();
    return EntryJson.write(
        entry
            .entry()
            .kind()
            .entry(
                new Header(
                    header.id(),
                    header.subject(),
                    header.after(),
                    header.at(),
                    day,
                    header.author(),
                    header.device(),
                    header.attachments()),
                entry.entry().fields()));
  }

  /** What an earlier version of the app let through and no server takes. */
  private WrittenEntry bad() {
    String id = phone.ids().next();
    phone.bad().add(id);
    return save(
        HazardFound.KIND.entry(
            header(id),
            Fields.builder()
                .set(HazardFound.LEVEL, "一般")
                .set(RecordFields.NOTE, "长".repeat(TOO_LONG))
                .build()));
  }

  private WrittenEntry future() {
    return save(new UnknownEntry(FUTURE_KIND, header(phone.ids().next()), Fields.NONE));
  }

  private Header header(String id) {
    return new Header(
        id,
        id,
        null,
        phone.clock().instant(),
        day,
        phone.enrolment().account(),
        phone.enrolment().device(),
        List.of());
  }

  private WrittenEntry save(cn.anxun.core.entry.Entry entry) {
    try {
      WrittenEntry written = EntryJson.readRecorded(EntryJson.write(entry).bytes());
      phone
          .store()
          .save(
              written,
              Stamp.unsent(
                  phone.enrolment().account(),
                  phone.enrolment().role(),
                  phone.enrolment().device(),
                  phone.clock().instant()));
      return written;
    } catch (EntryRejectedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Mends what was put aside first, if anything was. */
  private @Nullable WrittenEntry mend() {
    return phone.store().list(OutboxState.QUARANTINED).stream()
        .findFirst()
        .map(entry -> mend(phone, entry))
        .orElse(null);
  }

  /** Mends this one; what was good all along is sent again as it is. */
  static WrittenEntry mend(SimulatedPhone phone, OutboxEntry entry) {
    WrittenEntry mended = entry.written();
    if (phone.bad().contains(entry.id())) {
      mended =
          EntryJson.write(
              HazardFound.KIND.entry(
                  entry.written().entry().header(),
                  entry.written().entry().fields().toBuilder()
                      .set(RecordFields.NOTE, "短")
                      .build()));
    }
    phone.replaces(mended);
    if (phone.store().mend(mended)) {
      phone.happened().count("entry refused, put aside and mended");
    }
    return mended;
  }

  private Optional<LedgerEntry> pick(Predicate<LedgerEntry> fitting) {
    List<LedgerEntry> fit = list(fitting);
    return fit.isEmpty() ? Optional.empty() : Optional.of(fit.get(random.nextInt(fit.size())));
  }

  private List<LedgerEntry> list(Predicate<LedgerEntry> fitting) {
    List<LedgerEntry> fit = new ArrayList<>();
    phone
        .store()
        .scan(
            0,
            Stamp.UNSENT,
            entry -> {
              if (fitting.test(entry)) {
                fit.add(entry);
              }
            });
    return fit;
  }
}
