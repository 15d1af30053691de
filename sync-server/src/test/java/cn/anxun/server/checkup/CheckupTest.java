package cn.anxun.server.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.InMemoryLedgerStore;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.state.LedgerFold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the check-up finds in a year's records, and what it leaves alone. */
final class CheckupTest {
  private static final String AFTER = "after";
  private static final Instant ACCEPTED = Instant.parse("2027-01-10T00:00:00Z");

  private final InMemoryLedgerStore store = new InMemoryLedgerStore();
  private String device = "qinghe.A";
  private int entries;

  private static Attachment photo(int number, String role) {
    String sha256 = String.format(Locale.ROOT, "%064x", number);
    return new Attachment(
        sha256, 9, role.equals("document") ? "application/pdf" : "image/jpeg", role);
  }

  private String say(
      Kind kind,
      @Nullable String subject,
      String date,
      Instant at,
      Fields fields,
      Attachment... attachments) {
    entries++;
    String id = String.format(Locale.ROOT, "00000000-0000-7000-8000-%012d", entries);
    String about = subject == null ? id : subject;
    Header header =
        new Header(
            id, about, subject, at, LocalDate.parse(date), "li", device, List.of(attachments));
    store.put(
        List.of(
            new LedgerEntry(
                EntryJson.write(kind.entry(header, fields)),
                new Stamp(entries, "li", Role.OFFICE, device, ACCEPTED))));
    return id;
  }

  private String open(Kind kind, String date, Attachment... attachments) {
    return say(kind, null, date, noon(date), Fields.NONE, attachments);
  }

  private void rectify(String hazard, String date, Attachment... attachments) {
    say(Rectified.KIND, hazard, date, noon(date), Fields.NONE, attachments);
  }

  private static Instant noon(String date) {
    return Instant.parse(date + "T04:00:00Z");
  }

  private List<Finding> findings() {
    Cutoff cutoff = new Cutoff(entries, LocalDate.of(2026, 12, 31));
    return new Checkup(
            store,
            new LedgerFold().fold(store, cutoff),
            2026,
            device -> device.startsWith("qinghe."),
            CheckupSettings.STANDARD)
        .findings();
  }

  private <T extends Finding> List<T> findings(Class<T> type) {
    List<T> found = new ArrayList<>();
    for (Finding finding : findings()) {
      if (type.isInstance(finding)) {
        found.add(type.cast(finding));
      }
    }
    return found;
  }

  @Test
  void findings_ofOrdinaryRecords_areNone() {
    String hazard = open(HazardFound.KIND, "2026-03-01", photo(1, "before"));
    rectify(hazard, "2026-03-01", photo(2, AFTER));
    open(DrillHeld.KIND, "2026-03-02", photo(3, "scene"));
    open(HazardFound.KIND, "2026-03-03");
    assertThat(findings()).isEmpty();
  }

  @Test
  void photo_onTwoRecords_isFound() {
    String one = open(HazardFound.KIND, "2026-03-01", photo(1, "before"));
    open(HazardFound.KIND, "2026-03-01", photo(2, "before"));
    String other = open(HazardFound.KIND, "2026-03-02", photo(1, "before"));
    assertThat(findings(Finding.ReusedPhoto.class))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.subjects()).containsExactly(one, other);
              assertThat(found.sha256()).endsWith("01").hasSize(64);
            });
  }

  @Test
  void photo_reusedFromAnEarlierYear_isFound_andOneOfEarlierYearsAloneIsNot() {
    String before = open(HazardFound.KIND, "2025-03-01", photo(1, "before"));
    open(HazardFound.KIND, "2025-03-01", photo(2, "before"));
    open(HazardFound.KIND, "2025-03-02", photo(2, "before"));
    String now = open(HazardFound.KIND, "2026-03-02", photo(1, "before"));
    assertThat(findings(Finding.ReusedPhoto.class))
        .singleElement()
        .satisfies(found -> assertThat(found.subjects()).containsExactly(before, now));
  }

  @Test
  void photo_ofOneRecordTwice_ofAVisitAndItsHazard_orOfADocument_isNotFound() {
    String visit = open(Inspected.KIND, "2026-03-01", photo(1, "scene"));
    say(
        HazardFound.KIND,
        null,
        "2026-03-01",
        noon("2026-03-01"),
        Fields.builder().set(HazardFound.INSPECTION, visit).build(),
        photo(1, "before"),
        photo(7, "document"));
    String twice = open(HazardFound.KIND, "2026-03-02", photo(2, "before"), photo(7, "document"));
    rectify(twice, "2026-03-03", photo(2, AFTER));
    assertThat(findings(Finding.ReusedPhoto.class)).isEmpty();
  }

  @Test
  void photo_ofAVoidedRecord_isNotFound() {
    String one = open(HazardFound.KIND, "2026-03-01", photo(1, "before"));
    open(HazardFound.KIND, "2026-03-02", photo(1, "before"));
    say(
        Voided.KIND,
        one,
        "2026-03-03",
        noon("2026-03-03"),
        Fields.builder().set(Voided.TARGET, one).set(Voided.REASON, "误录").build());
    assertThat(findings(Finding.ReusedPhoto.class)).isEmpty();
  }

  @Test
  void hazard_rectifiedBeforeItWasFound_isFound() {
    String hazard = open(HazardFound.KIND, "2026-03-05");
    rectify(hazard, "2026-03-04", photo(1, AFTER));
    assertThat(findings())
        .containsExactly(
            new Finding.RectifiedBeforeFound(
                hazard, LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 4)));
  }

  @Test
  void hazard_putRightWithoutAPhoto_isFound_thatOfAnotherYearIsNot() {
    String hazard = open(HazardFound.KIND, "2026-03-05", photo(1, "before"));
    rectify(hazard, "2026-03-06", photo(2, "document"));
    String earlier = open(HazardFound.KIND, "2025-03-05");
    rectify(earlier, "2025-03-06");
    assertThat(findings()).containsExactly(new Finding.MissingAfterPhoto(hazard));
  }

  private List<String> burst(int count, int secondsApart) {
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant at = noon("2026-06-01").plusSeconds((long) i * secondsApart);
      opened.add(say(HazardFound.KIND, null, "2026-06-01", at, Fields.NONE));
    }
    return opened;
  }

  @Test
  void records_manyWithinMinutesByOne_areOneBurst() {
    List<String> opened = burst(14, 30);
    assertThat(findings(Finding.Burst.class))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.author()).isEqualTo("li");
              assertThat(found.subjects()).containsExactlyElementsOf(opened);
              assertThat(found.from()).isEqualTo(noon("2026-06-01"));
              assertThat(found.until()).isEqualTo(noon("2026-06-01").plusSeconds(13 * 30));
            });
  }

  @Test
  void records_oneFewerWithinMinutes_areNoBurst() {
    burst(9, 1);
    assertThat(findings(Finding.Burst.class)).isEmpty();
  }

  @Test
  void records_manyAtALeisurelyPace_areNoBurst() {
    burst(30, 3600);
    assertThat(findings(Finding.Burst.class)).isEmpty();
  }

  @Test
  void records_typedInAtTheOffice_areNoBurst() {
    device = "command-line";
    burst(20, 0);
    assertThat(findings(Finding.Burst.class)).isEmpty();
  }

  @Test
  void record_enteredLongAfterItsDay_isFoundOnce() {
    String late = say(DrillHeld.KIND, null, "2026-03-01", noon("2026-04-01"), Fields.NONE);
    say(DrillHeld.KIND, null, "2026-03-01", noon("2026-03-31"), Fields.NONE);
    assertThat(findings())
        .containsExactly(
            new Finding.LateEntry(late, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1)));
  }

  @Test
  void record_byAPhoneWhoseClockRunsAhead_isHeldAgainstItsArrival() {
    say(DrillHeld.KIND, null, "2026-12-31", Instant.parse("2031-01-01T00:00:00Z"), Fields.NONE);
    assertThat(findings()).isEmpty();
  }
}
