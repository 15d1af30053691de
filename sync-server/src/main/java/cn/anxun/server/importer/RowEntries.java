package cn.anxun.server.importer;

import cn.anxun.core.codelist.CreditCode;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.MajorConfirmed;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.server.storage.Pusher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a row the entries that a phone would have made: the hazard found, rectified, reviewed,
 * each on its own day, each after the other.
 */
final class RowEntries {
  private static final List<String> DONE = List.of("已整改", "整改完成", "已完成", "已销号", "完成", "是", "销号");
  private static final List<String> NOT_DONE = List.of("未整改", "整改中", "正在整改", "未完成", "否", "未销号");
  private static final String MAJOR = "重大";

  /** In the id of a site that is known by its name alone, so that the name alone makes the id. */
  private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

  private final ImportKind kind;
  private final Pusher pusher;
  private final SiteBook sites;
  private final LocalDate today;

  RowEntries(ImportKind kind, Pusher pusher, SiteBook sites, LocalDate today) {
    this.kind = kind;
    this.pusher = pusher;
    this.sites = sites;
    this.today = today;
  }

  /**
   * A row's entries.
   *
   * @param site the site that had to be made first
   * @param opening the record's first entry
   * @param known whether the record is in the ledger already under another id
   */
  record Made(
      Optional<WrittenEntry> site, WrittenEntry opening, List<WrittenEntry> steps, boolean known) {

    List<WrittenEntry> all() {
      List<WrittenEntry> all = new ArrayList<>();
      site.ifPresent(all::add);
      all.add(opening);
      all.addAll(steps);
      return all;
    }
  }

  /** The entries; empty where the row is bad, which its problems then say. */
  Optional<Made> of(RowValues row) {
    Optional<LocalDate> date = row.date("date");
    if (row.isBad() || date.isEmpty()) {
      return Optional.empty();
    }
    if (date.get().isAfter(today)) {
      row.warn("date", "import.future", date.get().toString());
    }
    String id = ImportIds.of(date.get(), row.identity());
    Made made =
        switch (kind.key()) {
          case "hazards" -> hazard(row, id, date.get());
          case "sites" -> site(row, id, date.get());
          default -> record(row, id, date.get());
        };
    made.all().forEach(entry -> check(row, entry));
    return row.isBad() ? Optional.empty() : Optional.of(made);
  }

  private static void check(RowValues row, WrittenEntry entry) {
    try {
      EntryJson.read(entry.bytes());
    } catch (EntryRejectedException e) {
      row.error(row.columnOf(e.problem().field()), "import.refused", e.problem());
    }
  }

  private WrittenEntry opening(RowValues row, String id, LocalDate date) {
    return written(kind.entry(), id, id, null, date, row.fields().build());
  }

  private WrittenEntry written(
      Kind of, String id, String subject, @Nullable String after, LocalDate date, Fields fields) {
    Header header =
        new Header(
            id,
            subject,
            after,
            ImportIds.at(date),
            date,
            pusher.account(),
            pusher.device(),
            List.of());
    Entry entry = of.entry(header, fields);
    return EntryJson.write(entry);
  }

  private Made site(RowValues row, String id, LocalDate date) {
    String code = SiteBook.code(row.text("credit_code"));
    if (!code.isEmpty() && CreditCode.check(code) != CreditCode.Verdict.VALID) {
      row.warn("credit_code", "import.credit-code", code);
    }
    Optional<SiteBook.Site> same = sites.findByCode(code);
    if (same.isEmpty()) {
      same =
          sites.list(row.text("name"), code, row.text("division")).stream()
              .filter(site -> sameAddress(site.address(), row.text("address")))
              .findFirst();
    }
    boolean known = same.filter(site -> !site.subject().equals(id)).isPresent();
    if (known) {
      row.warn("name", "import.site-known", row.text("name"));
    } else {
      sites.add(
          row.text("name"), new SiteBook.Site(id, code, row.text("division"), row.text("address")));
    }
    return new Made(Optional.empty(), opening(row, id, date), List.of(), known);
  }

  private static boolean sameAddress(String one, String other) {
    return one.isEmpty() || other.isEmpty() || Heading.normal(one).equals(Heading.normal(other));
  }

  private Made hazard(RowValues row, String id, LocalDate date) {
    Made found = record(row, id, date);
    checkOrder(row, date);
    return new Made(found.site(), found.opening(), steps(row, id), false);
  }

  /** A record at the site that the row names, where it names one. */
  private Made record(RowValues row, String id, LocalDate date) {
    Optional<WrittenEntry> newSite = Optional.empty();
    Fields.Builder fields = row.fields();
    if (!row.text("site").isEmpty()) {
      Optional<SiteBook.Site> site = site(row);
      if (site.isEmpty()) {
        newSite = Optional.of(newSite(row, SiteBook.code(row.text("credit_code")), date));
        site = site(row);
      }
      site.ifPresent(found -> fields.set(RecordFields.SITE, found.subject()));
    }
    return new Made(
        newSite, written(kind.entry(), id, id, null, date, fields.build()), List.of(), false);
  }

  /** The site that the row names, by its credit code or its name. */
  private Optional<SiteBook.Site> site(RowValues row) {
    String code = SiteBook.code(row.text("credit_code"));
    Optional<SiteBook.Site> known = sites.findByCode(code);
    if (known.isPresent()) {
      return known;
    }
    List<SiteBook.Site> named = sites.list(row.text("site"), code, row.text("division"));
    if (named.size() > 1) {
      row.error("site", "import.which-site", row.text("site"), String.valueOf(named.size()));
    }
    return named.stream().findFirst();
  }

  private WrittenEntry newSite(RowValues row, String code, LocalDate date) {
    String division = row.text("division");
    String name = row.text("site");
    String identity =
        code.isEmpty() ? "site\nname=" + Heading.normal(name) + "\n" + division : "site\n" + code;
    String id = ImportIds.of(ANY_DAY, identity);
    sites.add(name, new SiteBook.Site(id, code, division, ""));
    Fields.Builder fields = Fields.builder().set(SiteRegistered.NAME, name);
    if (!code.isEmpty()) {
      fields.set(SiteRegistered.CREDIT_CODE, code);
    }
    if (!division.isEmpty()) {
      fields.set(RecordFields.DIVISION, division);
    }
    return written(SiteRegistered.KIND, id, id, null, date, fields.build());
  }

  private static void checkOrder(RowValues row, LocalDate found) {
    row.date("deadline")
        .filter(deadline -> deadline.isBefore(found))
        .ifPresent(deadline -> row.warn("deadline", "import.deadline-before", deadline.toString()));
    Optional<LocalDate> rectified = row.date("rectified_on");
    if (rectified.isPresent() && rectified.get().isBefore(found)) {
      row.error("rectified_on", "import.rectified-before", rectified.get().toString());
    }
    Optional<LocalDate> reviewed = row.date("reviewed_on");
    if (reviewed.isPresent() && reviewed.get().isBefore(rectified.orElse(found))) {
      row.error("reviewed_on", "import.reviewed-before", reviewed.get().toString());
    }
    boolean fixed = row.flag("fixed_on_the_spot").orElse(false);
    boolean dated = fixed || rectified.isPresent() || reviewed.isPresent();
    String status = row.text("status");
    if (DONE.contains(status) && !dated) {
      row.error("status", "import.done-without-date", status);
    }
    if (NOT_DONE.contains(status) && dated && row.flag("passed").orElse(true)) {
      row.error("status", "import.date-though-open", status);
    }
  }

  private List<WrittenEntry> steps(RowValues row, String id) {
    List<WrittenEntry> steps = new ArrayList<>();
    String last = id;
    if (row.text("level").equals(MAJOR)) {
      Optional<LocalDate> confirmed = row.date("confirmed_on");
      if (confirmed.isPresent()) {
        Fields fields =
            Fields.builder()
                .set(MajorConfirmed.CONFIRMED, true)
                .set(HazardFound.CRITERION, blankToNull(row.text("criterion")))
                .build();
        last = step(steps, MajorConfirmed.KIND, id, last, confirmed.get(), fields);
      } else {
        row.warn("level", "import.not-confirmed");
      }
    }
    if (row.flag("fixed_on_the_spot").orElse(false)) {
      return steps;
    }
    Optional<LocalDate> rectified = row.date("rectified_on");
    if (rectified.isPresent()) {
      Fields.Builder fields =
          Fields.builder().set(Rectified.MEASURES_TAKEN, blankToNull(measuresTaken(row)));
      row.number("cost_yuan").ifPresent(cost -> fields.set(Rectified.COST_YUAN, cost));
      last = step(steps, Rectified.KIND, id, last, rectified.get(), fields.build());
    }
    Optional<LocalDate> reviewed = row.date("reviewed_on");
    if (reviewed.isPresent()) {
      Fields.Builder fields =
          Fields.builder().set(Reviewed.PASSED, row.flag("passed").orElse(true));
      row.date("new_deadline").ifPresent(deadline -> fields.set(Reviewed.DEADLINE, deadline));
      step(steps, Reviewed.KIND, id, last, reviewed.get(), fields.build());
    }
    return steps;
  }

  /** What the column 整改情况 tells, where it is more than a state. */
  private static String measuresTaken(RowValues row) {
    String status = row.text("status");
    boolean state = DONE.contains(status) || NOT_DONE.contains(status);
    return row.text("measures_taken").isEmpty() && !state ? status : row.text("measures_taken");
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private String step(
      List<WrittenEntry> steps,
      Kind of,
      String subject,
      String after,
      LocalDate date,
      Fields fields) {
    String id = ImportIds.of(date, subject + "\n" + of.name() + "\n" + date);
    steps.add(written(of, id, subject, after, date, fields));
    return id;
  }
}
