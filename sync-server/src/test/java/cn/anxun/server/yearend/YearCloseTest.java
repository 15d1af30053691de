package cn.anxun.server.yearend;

import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.OFFICE;
import static cn.anxun.server.storage.SampleEntries.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.storage.SampleEntries;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StoredBureauLedger;
import cn.anxun.server.verify.Finding;
import cn.anxun.server.verify.LedgerVerifier;
import cn.anxun.server.yearend.YearClose.Request;
import cn.anxun.server.yearend.YearCloseException.Reason;
import cn.anxun.server.yearend.YearGate.SeenDevice;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YearCloseTest {
  private static final int YEAR = 2026;
  private static final LocalDate AUTUMN = LocalDate.of(YEAR, 10, 9);
  private static final Clock JANUARY =
      Clock.fixed(Instant.parse("2027-01-20T01:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final SampleEntries samples = new SampleEntries();
  private SqliteDatabase database;
  private StoredBureauLedger ledger;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder.resolve("demo.db"), DataDirectory.BUREAU_MIGRATIONS);
    ledger = StoredBureauLedger.open(database, JANUARY, new Random(7), new LedgerFold());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void accept(Entry... entries) {
    ledger.accept(INSPECTOR, bytes(List.of(entries)));
  }

  private YearClose years(YearGate gate) {
    return new YearClose(ledger, gate, new EntryIds(JANUARY, new Random(11)), JANUARY);
  }

  private YearClose years() {
    return years(YearGate.ofLedgerAlone());
  }

  private static String value(ClosedYear closed, String key) {
    return closed.find(key).orElseThrow().value();
  }

  private List<Finding> verify() {
    return new LedgerVerifier(new LedgerFold())
        .verify(database, List.of(), walked -> {})
        .findings();
  }

  @Test
  void close_whenNothingStandsInTheWay_signsEveryFigureWithItsRecords() {
    HazardFound open = samples.hazard(AUTUMN);
    HazardFound fixed = samples.hazard(AUTUMN);
    Rectified rectified = samples.rectified(fixed, AUTUMN);
    accept(open, fixed, rectified, samples.reviewed(rectified, AUTUMN));

    ClosedYear closed = years().close(Request.of(YEAR), OFFICE);

    assertThat(closed.edition()).isEqualTo(1);
    assertThat(closed.cutoff().seq()).isEqualTo(4);
    assertThat(closed.cutoff().date()).isEqualTo(LocalDate.of(YEAR, 12, 31));
    assertThat(closed.head()).isEqualTo(ledger.headAt(4).hash());
    assertThat(closed.signedBy()).isEqualTo("office");
    ClosedFigure rate = closed.find("hazard.rate").orElseThrow();
    assertThat(rate.value()).isEqualTo("50.00");
    assertThat(rate.partIds()).containsExactly(fixed.subject());
    assertThat(rate.wholeIds()).containsExactlyInAnyOrder(open.subject(), fixed.subject());
    assertThat(verify()).isEmpty();
  }

  @Test
  void close_whenAThousandEntriesCameLater_answersTheSameAndListsThem() {
    accept(samples.drill(AUTUMN, 30));
    YearClose years = years();
    ClosedYear signed = years.close(Request.of(YEAR), OFFICE);
    List<DrillHeld> late = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      late.add(samples.drill(i < 10 ? AUTUMN : LocalDate.of(YEAR + 1, 1, 5), 10));
    }
    ledger.accept(INSPECTOR, bytes(late));

    assertThat(years.close(Request.of(YEAR), OFFICE)).isEqualTo(signed);
    assertThat(years.find(YEAR)).contains(signed);

    LateEntries changed = years.late(YEAR);
    assertThat(changed.figures())
        .filteredOn(figure -> figure.signed().key().equals("drill.times"))
        .singleElement()
        .satisfies(
            figure -> {
              assertThat(figure.signed().value()).isEqualTo("1");
              assertThat(figure.now().value()).isEqualTo("11");
            });
    assertThat(changed.entries())
        .extracting(LedgerEntry::id)
        .containsExactlyElementsOf(late.subList(0, 10).stream().map(Entry::id).toList());
    assertThat(verify()).isEmpty();
  }

  @Test
  void late_whenAnEntryChangesNoFigureOfTheYear_doesNotNameIt() {
    HazardFound hazard = samples.hazard(AUTUMN);
    accept(hazard);
    YearClose years = years();
    years.close(Request.of(YEAR), OFFICE);
    accept(samples.drill(LocalDate.of(YEAR + 1, 1, 5), 10));
    accept(samples.rectified(hazard, LocalDate.of(YEAR + 1, 1, 6)));

    assertThat(years.late(YEAR).figures()).isEmpty();
    assertThat(years.late(YEAR).entries()).isEmpty();
  }

  @Test
  void late_whenACorrectionChangesASum_namesTheCorrection() {
    DrillHeld drill = samples.drill(AUTUMN, 30);
    accept(drill, samples.drill(AUTUMN, 5));
    YearClose years = years();
    years.close(Request.of(YEAR), OFFICE);
    Entry correction = samples.corrected(drill, "participants", Json.of(300));
    ledger.accept(OFFICE, List.of(bytes(correction)));

    LateEntries late = years.late(YEAR);

    assertThat(late.entries()).extracting(LedgerEntry::id).containsExactly(correction.id());
    assertThat(late.figures())
        .filteredOn(figure -> figure.signed().key().equals("drill.participants"))
        .singleElement()
        .satisfies(figure -> assertThat(figure.now().value()).isEqualTo("305"));
  }

  @Test
  void late_whenSitesAreMerged_namesTheMerger() {
    Entry one = samples.site("甲厂");
    Entry other = samples.site("乙厂");
    accept(one, other, samples.inspection(one, AUTUMN), samples.inspection(other, AUTUMN));
    YearClose years = years();
    ClosedYear closed = years.close(Request.of(YEAR), OFFICE);
    assertThat(value(closed, "inspection.sites")).isEqualTo("2");
    Entry merger = samples.merged(other, one);
    ledger.accept(OFFICE, List.of(bytes(merger)));

    LateEntries late = years.late(YEAR);

    assertThat(late.entries()).extracting(LedgerEntry::id).containsExactly(merger.id());
    assertThat(late.figures())
        .filteredOn(figure -> figure.signed().key().equals("inspection.sites"))
        .singleElement()
        .satisfies(figure -> assertThat(figure.now().value()).isEqualTo("1"));
  }

  @Test
  void close_whenANewEditionIsAskedFor_keepsBothWithTheReason() {
    accept(samples.drill(AUTUMN, 30));
    YearClose years = years();
    ClosedYear first = years.close(Request.of(YEAR), OFFICE);
    accept(samples.drill(AUTUMN, 30));

    ClosedYear second = years.close(Request.of(YEAR).asNewEdition("补报 1 场演练"), OFFICE);

    assertThat(second.edition()).isEqualTo(2);
    assertThat(second.reason()).isEqualTo("补报 1 场演练");
    assertThat(years.list(YEAR)).containsExactly(first, second);
    assertThat(value(years.list(YEAR).get(0), "drill.times")).isEqualTo("1");
    assertThat(value(years.list(YEAR).get(1), "drill.times")).isEqualTo("2");
    assertThat(years.late(YEAR).figures()).isEmpty();
    assertThat(verify()).isEmpty();
  }

  @Test
  void close_whenTheGateFindsSomething_refusesUntilAReasonIsGiven() {
    HazardFound hazard = samples.hazard(AUTUMN);
    accept(hazard);
    ledger.accept(
        new Pusher("other", INSPECTOR.role(), "demo.C"),
        List.of(bytes(samples.corrected(hazard, "level", Json.of("重大")))));
    YearGate gate =
        new YearGate(
            List.of(
                new SeenDevice("demo.A", Instant.parse("2027-01-02T00:00:00Z")),
                new SeenDevice("demo.K3", Instant.parse("2026-12-31T15:59:59Z"))),
            sha256 -> false);
    YearClose years = years(gate);

    assertThat(years.gate(YEAR))
        .containsExactly(
            new GateFinding(GateFinding.Type.DEVICE_UNSEEN, List.of("demo.K3")),
            new GateFinding(GateFinding.Type.PROPOSAL, List.of(hazard.subject())));
    assertThatThrownBy(() -> years.close(Request.of(YEAR), OFFICE))
        .isInstanceOfSatisfying(
            YearCloseException.class, e -> assertThat(e.reason()).isEqualTo(Reason.GATE))
        .hasMessageContaining("demo.K3");
    assertThat(years.find(YEAR)).isEmpty();

    ClosedYear closed = years.close(Request.of(YEAR).overriding("K3 已报废"), OFFICE);

    assertThat(closed.override()).isEqualTo("K3 已报废");
    assertThat(closed.overridden()).hasSize(2).first().asString().contains("demo.K3");
  }

  @Test
  void gate_whenTheYearIsRunningAndAPhotoIsMissing_saysSo() {
    accept(samples.drillWithPhoto(AUTUMN, "ab".repeat(32)));
    Clock december = Clock.fixed(Instant.parse("2026-12-31T15:59:59Z"), ZoneOffset.UTC);
    YearClose years =
        new YearClose(
            ledger,
            new YearGate(List.of(), sha256 -> false),
            new EntryIds(december, new Random(11)),
            december);

    assertThat(years.gate(YEAR))
        .extracting(GateFinding::type)
        .containsExactly(GateFinding.Type.YEAR_RUNNING, GateFinding.Type.ATTACHMENT_MISSING);
  }

  @Test
  void close_whenOneMayNot_refuses() {
    assertThatThrownBy(() -> years().close(Request.of(YEAR), INSPECTOR))
        .isInstanceOfSatisfying(
            YearCloseException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_ALLOWED));
  }

  @Test
  void close_whenThereIsNoFirstEdition_makesNoSecond() {
    assertThatThrownBy(() -> years().close(Request.of(YEAR).asNewEdition("why not"), OFFICE))
        .isInstanceOfSatisfying(
            YearCloseException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_CLOSED));
  }

  /** The first edition's entry again, as another edition that says something else. */
  private byte[] forged(String what, String by) {
    LedgerEntry signed = ledger.listSubject("doc/year/2026", Long.MAX_VALUE - 1).get(0);
    return new String(signed.written().bytes(), UTF_8)
        .replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"" + samples.hazard().id() + "\"")
        .replace("\"edition\":1", "\"edition\":7")
        .replace(what, by)
        .getBytes(UTF_8);
  }

  @Test
  void list_whenAnInspectorWroteAClose_ignoresIt() {
    accept(samples.drill(AUTUMN, 30));
    years().close(Request.of(YEAR), OFFICE);

    ledger.accept(INSPECTOR, List.of(forged("", "")));

    assertThat(years().list(YEAR)).extracting(ClosedYear::edition).containsExactly(1);
  }

  @Test
  void verify_whenASignedFigureIsNotTheLedgers_namesIt() {
    accept(samples.drill(AUTUMN, 30));
    years().close(Request.of(YEAR), OFFICE);

    ledger.accept(OFFICE, List.of(forged("\"value\":\"30\"", "\"value\":\"3000\"")));

    assertThat(verify())
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.type()).isEqualTo(Finding.Type.CLOSED_FIGURE_DIFFERS);
              assertThat(finding.isFault()).isTrue();
              assertThat(finding.text()).contains("3000人次").contains("30人次");
            });
  }

  @Test
  void verify_whenAnotherEngineSignedAnotherValue_tellsAndPasses() {
    accept(samples.drill(AUTUMN, 30));
    years().close(Request.of(YEAR), OFFICE);
    String engine = "\"engine\":" + FigureEngine.VERSION + ",";
    String other =
        new String(forged("\"value\":\"30\"", "\"value\":\"3000\""), UTF_8)
            .replace(engine, "\"engine\":999,");

    ledger.accept(OFFICE, List.of(other.getBytes(UTF_8)));

    assertThat(verify())
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.type()).isEqualTo(Finding.Type.CLOSED_UNDER_OTHER_ENGINE);
              assertThat(finding.isFault()).isFalse();
            });
  }
}
