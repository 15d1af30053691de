package cn.anxun.server.storage;

import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.OFFICE;
import static cn.anxun.server.storage.SampleEntries.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.sync.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bureau's ledger keeps to, whatever database it is in. */
abstract class BureauLedgerContract {
  final SampleEntries samples = new SampleEntries();
  Database database;
  StoredBureauLedger ledger;

  /** The database of a bureau that has no entry; of one test always the same. */
  abstract Database openDatabase();

  @BeforeEach
  void open() {
    database = openDatabase();
    ledger = StoredBureauLedger.open(database, CLOCK, new Random(7), new LedgerFold());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  Receipt.Accepted accepted(Pusher pusher, byte[] bytes) {
    return (Receipt.Accepted) ledger.accept(pusher, List.of(bytes)).get(0);
  }

  @Test
  void accept_whenEntriesAreNew_givesThemTheNextSeqs() {
    List<Receipt> receipts =
        ledger.accept(INSPECTOR, List.of(bytes(samples.hazard()), bytes(samples.hazard())));

    assertThat(receipts).extracting("seq").containsExactly(1L, 2L);
    assertThat(((Receipt.Accepted) receipts.get(1)).head()).isEqualTo(ledger.head().hash());
    assertThat(ledger.headAt(1).hash()).isEqualTo(((Receipt.Accepted) receipts.get(0)).head());
    assertThat(ledger.headAt(0)).isEqualTo(Head.EMPTY);
  }

  @Test
  void find_whenAccepted_givesTheVeryBytesAndTheStamp() {
    HazardFound hazard = samples.hazard();
    byte[] spaced =
        new String(bytes(hazard), UTF_8)
            .replace("\"personal\":{", "\"x\":[1.50,null], \"personal\" : {\n ")
            .getBytes(UTF_8);
    accepted(INSPECTOR, spaced);

    LedgerEntry found = ledger.find(hazard.id()).orElseThrow();

    assertThat(found.written().bytes()).isEqualTo(spaced);
    assertThat(found.stamp())
        .isEqualTo(new Stamp(1, "zhang", INSPECTOR.role(), INSPECTOR.device(), CLOCK.instant()));
    assertThat(ledger.listSubject(hazard.subject(), 1)).containsExactly(found);
    assertThat(ledger.listSubject(hazard.subject(), 0)).isEmpty();
    assertThat(ledger.find("nobody")).isEmpty();
  }

  @Test
  void scanStored_readsNoFurtherThanIsWanted_andTheLedgerGoesOn() {
    for (int i = 0; i < 5; i++) {
      accepted(INSPECTOR, bytes(samples.drill(SampleEntries.DAY, 30)));
    }
    List<Long> seen = new ArrayList<>();

    ledger.scanStored(
        1,
        5,
        row -> {
          seen.add(row.seq());
          return row.seq() < 3;
        });
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ledger.scanStored(
                    0,
                    5,
                    row -> {
                      throw new IllegalStateException("unreadable");
                    }));
    ledger.scanStored(4, 5, row -> seen.add(row.seq()));

    assertThat(seen).containsExactly(2L, 3L, 5L);
    assertThat(accepted(INSPECTOR, bytes(samples.hazard())).seq()).isEqualTo(6);
  }

  @Test
  void personalNames_areThoseOfThePersonalParts_untilTheyAreErased() {
    HazardFound hazard = samples.hazard();
    HazardFound other = samples.hazard();
    DrillHeld drill = samples.drill(SampleEntries.DAY, 30);
    byte[] more =
        new String(bytes(other), UTF_8)
            .replace("\"personal\":{", "\"personal\":{\"身份\":\"某\", \"nick\\u006eame\":{\"a\":1},")
            .getBytes(UTF_8);
    accepted(INSPECTOR, bytes(hazard));
    accepted(INSPECTOR, more);
    accepted(INSPECTOR, bytes(drill));
    List<String> ids = List.of(other.id(), hazard.id(), drill.id(), "nobody");

    assertThat(ledger.personalNames(ids))
        .isEqualTo(
            Map.of(
                hazard.id(),
                Set.of("responsible_person"),
                other.id(),
                Set.of("身份", "nickname", "responsible_person")));
    assertThat(ledger.personalNames(List.of())).isEmpty();

    accepted(OFFICE, bytes(samples.redacted(hazard)));

    assertThat(ledger.personalNames(ids)).containsOnlyKeys(other.id());
  }

  @Test
  void accept_whenTheIdIsRepeated_givesTheFirstReceiptAgain() {
    HazardFound hazard = samples.hazard();
    Receipt.Accepted first = accepted(INSPECTOR, bytes(hazard));
    accepted(INSPECTOR, bytes(samples.hazard()));

    Receipt.Accepted again = accepted(OFFICE, bytes(hazard));

    assertThat(again).isEqualTo(first);
    assertThat(ledger.lastSeq()).isEqualTo(2);
  }

  @Test
  void accept_whenTheIdIsRepeatedWithOtherBytes_keepsTheFirstAndSaysSo() {
    HazardFound hazard = samples.hazard();
    byte[] other = new String(bytes(hazard), UTF_8).replace("李某", "王某").getBytes(UTF_8);

    List<Receipt> receipts = ledger.accept(INSPECTOR, List.of(bytes(hazard), other));

    assertThat(receipts).extracting("seq").containsExactly(1L, 1L);
    assertThat(receipts).extracting("differs").containsExactly(false, true);
    assertThat(accepted(INSPECTOR, other).differs()).isTrue();
    assertThat(ledger.find(hazard.id()).orElseThrow().written().bytes()).isEqualTo(bytes(hazard));
  }

  @Test
  void accept_whenOneIsBad_keepsTheOthers() {
    HazardFound bad = samples.hazard();
    byte[] badBytes = new String(bytes(bad), UTF_8).replace("2026-03-20", "soon").getBytes(UTF_8);
    byte[] unknown =
        new String(bytes(samples.hazard()), UTF_8)
            .replace("HazardFound", "MeteoriteFell")
            .getBytes(UTF_8);

    List<Receipt> receipts =
        ledger.accept(
            INSPECTOR, List.of("{".getBytes(UTF_8), badBytes, unknown, bytes(samples.hazard())));

    assertThat(receipts.get(0)).isInstanceOf(Receipt.Rejected.class);
    assertThat(receipts.get(0).id()).isEmpty();
    assertThat(receipts.get(1))
        .isInstanceOfSatisfying(
            Receipt.Rejected.class,
            rejected -> {
              assertThat(rejected.id()).isEqualTo(bad.id());
              assertThat(rejected.problem().code()).isEqualTo(EntryProblem.Code.BAD_DATE);
            });
    assertThat(receipts.get(2)).isInstanceOf(Receipt.Deferred.class);
    assertThat(receipts.get(3)).extracting("seq").isEqualTo(1L);
    assertThat(ledger.lastSeq()).isEqualTo(1);
  }

  @Test
  void accept_whenTheOfficeRedacts_erasesThePersonalPartAlone() {
    HazardFound hazard = samples.hazard();
    Receipt.Accepted first = accepted(INSPECTOR, bytes(hazard));

    accepted(OFFICE, bytes(samples.redacted(hazard)));

    LedgerEntry found = ledger.find(hazard.id()).orElseThrow();
    assertThat(new String(found.written().bytes(), UTF_8))
        .endsWith("\"personal\":null}")
        .doesNotContain("李某");
    assertThat(found.entry().fields().text(HazardFound.DESCRIPTION)).isEqualTo("疏散通道堆放杂物");
    assertThat(ledger.headAt(1).hash()).isEqualTo(first.head());
    assertThat(accepted(INSPECTOR, bytes(hazard)).differs()).isFalse();
  }

  @Test
  void accept_whenTheRedactionComesBeforeItsTarget_keepsTheTargetWithoutItsPersonalPart() {
    HazardFound hazard = samples.hazard();
    accepted(OFFICE, bytes(samples.redacted(hazard)));

    accepted(INSPECTOR, bytes(hazard));

    assertThat(new String(ledger.find(hazard.id()).orElseThrow().written().bytes(), UTF_8))
        .doesNotContain("李某");
  }

  @Test
  void accept_whenAnInspectorRedacts_erasesNothing() {
    HazardFound hazard = samples.hazard();
    accepted(INSPECTOR, bytes(hazard));

    accepted(INSPECTOR, bytes(samples.redacted(hazard)));

    assertThat(ledger.find(hazard.id()).orElseThrow().written().bytes()).isEqualTo(bytes(hazard));
  }

  @Test
  void accept_whenManyThreadsPush_givesEachSeqOnceInCommitOrder() throws Exception {
    int threads = 8;
    ExecutorService phones = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(1);
    List<Callable<List<Receipt>>> pushes = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      List<DrillHeld> drills = new SampleEntries(i + 100).drills(20);
      pushes.add(
          () -> {
            start.await();
            List<Receipt> receipts = new ArrayList<>();
            for (DrillHeld drill : drills) {
              receipts.addAll(ledger.accept(INSPECTOR, List.of(bytes(drill))));
            }
            return receipts;
          });
    }
    List<Future<List<Receipt>>> running = pushes.stream().map(phones::submit).toList();
    start.countDown();
    List<Receipt.Accepted> all = new ArrayList<>();
    for (Future<List<Receipt>> future : running) {
      future.get().forEach(receipt -> all.add((Receipt.Accepted) receipt));
    }
    phones.shutdown();

    assertThat(all)
        .extracting(Receipt.Accepted::seq)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, threads * 20L).boxed().toList());
    assertThat(all)
        .allSatisfy(
            receipt -> assertThat(ledger.headAt(receipt.seq()).hash()).isEqualTo(receipt.head()));
  }

  @Test
  void accept_whenOpenedAgain_goesOnWhereItEnded() {
    accepted(INSPECTOR, bytes(samples.hazard()));
    Head end = ledger.head();
    String epoch = ledger.epoch();
    ledger.close();
    open();

    assertThat(ledger.head()).isEqualTo(end);
    assertThat(ledger.epoch()).isEqualTo(epoch).hasSize(32);
    assertThat(accepted(INSPECTOR, bytes(samples.hazard())).seq()).isEqualTo(2);
  }

  @Test
  void state_whenAskedAgain_isFoldedOnce() {
    accepted(INSPECTOR, bytes(samples.hazard()));

    LedgerState first = ledger.state(Cutoff.latest(SampleEntries.DAY));

    assertThat(first.cutoff().seq()).isEqualTo(1);
    assertThat(ledger.state(new Cutoff(1, SampleEntries.DAY))).isSameAs(first);

    accepted(INSPECTOR, bytes(samples.hazard()));
    assertThat(ledger.state(Cutoff.latest(SampleEntries.DAY)).cutoff().seq()).isEqualTo(2);
    assertThat(ledger.state(new Cutoff(1, SampleEntries.DAY))).isSameAs(first);
  }

  @Test
  void state_whenSomethingWasErased_isFoldedAnew() {
    HazardFound hazard = samples.hazard();
    accepted(INSPECTOR, bytes(hazard));
    LedgerState first = ledger.state(new Cutoff(1, SampleEntries.DAY));

    accepted(OFFICE, bytes(samples.redacted(hazard)));

    assertThat(ledger.state(new Cutoff(1, SampleEntries.DAY))).isNotSameAs(first);
  }

  /** What a statement says that the triggers refuse. */
  abstract String refusal();

  @Test
  void entry_whenChangedByStatement_isRefused() {
    accepted(INSPECTOR, bytes(samples.hazard()));

    for (String sql :
        List.of(
            "DELETE FROM entry",
            "UPDATE entry SET stamp = '{}'",
            "UPDATE entry SET personal = open",
            "INSERT INTO entry SELECT * FROM entry WHERE true ON CONFLICT (seq) DO UPDATE SET id ="
                + " 'x'",
            "INSERT INTO entry SELECT 2, id, subject, kind, open, personal, personal_at, salt,"
                + " open_hash, personal_hash, stamp, head FROM entry",
            "INSERT INTO entry SELECT 3, 'x', subject, kind, open, personal, personal_at, salt,"
                + " open_hash, personal_hash, stamp, head FROM entry")) {
      assertThatThrownBy(() -> database.change(handle -> handle.execute(sql)), sql)
          .hasStackTraceContaining(refusal());
    }
  }

  @Test
  void files_whenEntriesNameThem_areNamedOnceForEach() {
    String photo = "ab".repeat(32);
    byte[] twice = withFiles(samples.hazard(), photo, photo);
    byte[] again = withFiles(samples.hazard(), photo);
    ledger.accept(INSPECTOR, List.of(twice, again));
    ledger.files().remember(photo, "device " + INSPECTOR.device(), 7);
    ledger.files().remember(photo, "device " + INSPECTOR.device(), 7);

    assertThat(ledger.files().listNamings(photo))
        .hasSize(2)
        .allSatisfy(
            naming -> {
              assertThat(naming.role()).isEqualTo("before");
              assertThat(naming.pusher()).isEqualTo(INSPECTOR.role());
              assertThat(naming.isSentByPusher()).isTrue();
              assertThat(naming.isErased()).isFalse();
            });
    assertThat(ledger.files().listUnnamed(List.of(photo, "cd".repeat(32))))
        .containsExactly("cd".repeat(32));
    assertThat(ledger.files().unnamedBytes("device " + INSPECTOR.device())).isZero();
  }

  private static byte[] withFiles(HazardFound hazard, String... hashes) {
    List<String> files = new ArrayList<>();
    for (String hash : hashes) {
      files.add(
          "{\"sha256\":\"" + hash + "\",\"bytes\":7,\"type\":\"image/jpeg\",\"role\":\"before\"}");
    }
    return new String(bytes(hazard), UTF_8)
        .replace("\"personal\":", "\"attachments\":[" + String.join(",", files) + "],\"personal\":")
        .getBytes(UTF_8);
  }

  @Test
  void importHeadings_whenSaidAgain_areTheLastOnes() {
    ledger.rememberImportHeadings("hazards", Map.of("隐患内容", "description", "地点", ""));
    ledger.rememberImportHeadings("hazards", Map.of("地点", "site"));

    assertThat(ledger.importHeadings("hazards"))
        .isEqualTo(Map.of("隐患内容", "description", "地点", "site"));
    assertThat(ledger.importHeadings("sites")).isEmpty();
  }

  @Test
  void accept_whenATextHoldsTheCharacterZero_keepsTheVeryBytes() {
    HazardFound hazard = samples.hazard();
    byte[] zero =
        new String(bytes(hazard), UTF_8)
            .replace("\"public\":{", "\"public\":{\"number\":\"a\\u0000b\",")
            .getBytes(UTF_8);

    Receipt receipt = ledger.accept(INSPECTOR, List.of(zero)).get(0);

    assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
    assertThat(ledger.find(hazard.id()).orElseThrow().written().bytes()).isEqualTo(zero);
  }

  @Test
  void beginEpoch_whenRestored_isAnotherAndSaysHowFar() {
    accepted(INSPECTOR, bytes(samples.hazard()));
    String epoch = ledger.epoch();
    assertThat(ledger.restoredAt()).isEmpty();

    StoredBureauLedger.beginEpoch(database, new Random(8), new LedgerFold());

    assertThat(database.<Optional<String>>read(Meta::findEpoch))
        .isPresent()
        .get()
        .isNotEqualTo(epoch);
    assertThat(ledger.restoredAt()).hasValue(1);
  }
}
