package cn.anxun.server.checkup;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.state.LedgerState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks through the records of a year that count, and the entries that made them. What was voided
 * or merged is not looked at. A finding is a question, never a verdict.
 */
public final class Checkup {
  private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");
  private static final String HAZARD = HazardFound.KIND.recordType();
  private static final String SITE = SiteRegistered.KIND.recordType();
  private static final Set<String> PUT_RIGHT = Set.of("rectified", "closed");
  private static final Set<String> NO_EVIDENCE = Set.of("signature", "document");

  private final LedgerState state;
  private final int year;
  private final Predicate<String> phones;
  private final CheckupSettings settings;
  private final Map<String, FoldedRecord> records = new LinkedHashMap<>();
  private final List<LedgerEntry> entries = new ArrayList<>();

  /**
   * @param phones whether the device of this id is a phone: what an office imports or types in
   *     comes in bursts by its nature
   */
  public Checkup(
      LedgerView ledger,
      LedgerState state,
      int year,
      Predicate<String> phones,
      CheckupSettings settings) {
    this.state = state;
    this.year = year;
    this.phones = phones;
    this.settings = settings;
    Set<String> counted = new HashSet<>();
    for (List<FoldedRecord> list : state.records().values()) {
      for (FoldedRecord record : list) {
        records.put(record.subject(), record);
        counted.addAll(record.entryIds());
      }
    }
    ledger.scan(
        0,
        state.cutoff().seq(),
        entry -> {
          if (counted.contains(entry.id())) {
            entries.add(entry);
          }
        });
  }

  /** Every finding, by its type, in the order of the records. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    addReusedPhotos(findings);
    addHazards(findings);
    addBursts(findings);
    addLate(findings);
    return findings;
  }

  private boolean isOfYear(LedgerEntry entry) {
    return entry.entry().header().businessDate().getYear() == year;
  }

  private void addReusedPhotos(List<Finding> findings) {
    Map<String, Set<String>> shown = new LinkedHashMap<>();
    Set<String> ofYear = new HashSet<>();
    for (LedgerEntry entry : entries) {
      for (Attachment photo : entry.entry().header().attachments()) {
        if (photo.type().startsWith("image/") && !NO_EVIDENCE.contains(photo.role())) {
          shown
              .computeIfAbsent(photo.sha256(), key -> new LinkedHashSet<>())
              .add(entry.entry().subject());
          if (isOfYear(entry)) {
            ofYear.add(photo.sha256());
          }
        }
      }
    }
    shown.forEach(
        (sha256, subjects) -> {
          List<String> different = withoutOwnVisit(subjects);
          if (different.size() > 1 && ofYear.contains(sha256)) {
            findings.add(new Finding.ReusedPhoto(sha256, different));
          }
        });
  }

  /** A visit may show what one of its own hazards shows. */
  private List<String> withoutOwnVisit(Set<String> subjects) {
    Set<String> visits = new HashSet<>();
    for (String subject : subjects) {
      Optional.ofNullable(records.get(subject))
          .map(record -> record.fields().text(HazardFound.INSPECTION))
          .ifPresent(visits::add);
    }
    return subjects.stream().filter(subject -> !visits.contains(subject)).toList();
  }

  private void addHazards(List<Finding> findings) {
    Set<String> shown = new HashSet<>();
    for (LedgerEntry entry : entries) {
      boolean after =
          entry.entry().header().attachments().stream()
              .anyMatch(photo -> photo.role().equals("after"));
      if (after) {
        shown.add(entry.entry().subject());
      }
    }
    List<Finding> missing = new ArrayList<>();
    for (FoldedRecord hazard : state.list(HAZARD)) {
      Optional<LocalDate> rectified = day(hazard, "rectified_on");
      boolean ofYear =
          hazard.date().getYear() == year
              || rectified.filter(day -> day.getYear() == year).isPresent();
      if (!ofYear) {
        continue;
      }
      rectified
          .filter(day -> day.isBefore(hazard.date()))
          .ifPresent(
              day ->
                  findings.add(
                      new Finding.RectifiedBeforeFound(hazard.subject(), hazard.date(), day)));
      boolean putRight =
          hazard.value("state") instanceof Json.Text text && PUT_RIGHT.contains(text.value());
      if (putRight && !shown.contains(hazard.subject())) {
        missing.add(new Finding.MissingAfterPhoto(hazard.subject()));
      }
    }
    findings.addAll(missing);
  }

  private static Optional<LocalDate> day(FoldedRecord record, String field) {
    if (!(record.value(field) instanceof Json.Text text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.value()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private void addBursts(List<Finding> findings) {
    Map<String, List<LedgerEntry>> byAuthor = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      Kind kind = entry.entry().kind();
      if (isOfYear(entry)
          && kind.effect() == Kind.Effect.OPENS
          && !kind.recordType().equals(SITE)
          && phones.test(entry.stamp().device())) {
        byAuthor.computeIfAbsent(entry.stamp().author(), author -> new ArrayList<>()).add(entry);
      }
    }
    byAuthor.forEach((author, opened) -> addBursts(author, opened, findings));
  }

  /** Windows that overlap are one burst. */
  private void addBursts(String author, List<LedgerEntry> opened, List<Finding> findings) {
    opened.sort(Comparator.comparing(Checkup::saved));
    int first = 0;
    int from = -1;
    int until = -1;
    for (int last = 0; last < opened.size(); last++) {
      while (saved(opened.get(first))
          .plus(settings.burstWindow())
          .isBefore(saved(opened.get(last)))) {
        first++;
      }
      if (last - first + 1 >= settings.burstRecords()) {
        if (first > until) {
          add(author, opened, from, until, findings);
          from = first;
        }
        until = last;
      }
    }
    add(author, opened, from, until, findings);
  }

  private static void add(
      String author, List<LedgerEntry> opened, int from, int until, List<Finding> findings) {
    if (from >= 0) {
      List<LedgerEntry> burst = opened.subList(from, until + 1);
      findings.add(
          new Finding.Burst(
              author,
              saved(burst.get(0)),
              saved(burst.get(burst.size() - 1)),
              burst.stream().map(entry -> entry.entry().subject()).toList()));
    }
  }

  private void addLate(List<Finding> findings) {
    Map<String, Finding.LateEntry> bySubject = new HashMap<>();
    List<Finding.LateEntry> late = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      Kind.Effect effect = entry.entry().kind().effect();
      LocalDate date = entry.entry().header().businessDate();
      LocalDate entered = saved(entry).atZone(BUSINESS_ZONE).toLocalDate();
      boolean happened = effect == Kind.Effect.OPENS || effect == Kind.Effect.STEP;
      if (happened
          && isOfYear(entry)
          && ChronoUnit.DAYS.between(date, entered) > settings.lateDays()) {
        Finding.LateEntry found = new Finding.LateEntry(entry.entry().subject(), date, entered);
        if (bySubject.putIfAbsent(found.subject(), found) == null) {
          late.add(found);
        }
      }
    }
    findings.addAll(late);
  }

  /** When it was saved on the phone; a clock that runs ahead is not believed. */
  private static Instant saved(LedgerEntry entry) {
    Instant said = entry.entry().header().at();
    Instant accepted = entry.stamp().at();
    return said.isAfter(accepted) ? accepted : said;
  }
}
