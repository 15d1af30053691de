package cn.anxun.server.storage;

import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static cn.anxun.server.storage.SampleEntries.DAY;
import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.OFFICE;
import static cn.anxun.server.storage.SampleEntries.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.LedgerFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the projection keeps to, whatever database it is in. */
abstract class RecordTableContract {
  /** The database of a bureau that has no entry. */
  abstract Database openDatabase();

  private final SampleEntries samples = new SampleEntries();
  private final HazardFound hazard = samples.hazard();
  private Database database;
  private StoredBureauLedger ledger;

  @BeforeEach
  void open() {
    database = openDatabase();
    ledger = StoredBureauLedger.open(database, CLOCK, new Random(7), new LedgerFold());
    accept(INSPECTOR, hazard);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void accept(Pusher pusher, Entry... entries) {
    ledger.accept(pusher, bytes(List.of(entries)));
  }

  private List<RecordRow> rows() {
    return database.read(
        handle -> {
          List<RecordRow> rows = new ArrayList<>();
          new RecordTable(handle, new LedgerFold())
              .scan((subject, row) -> row.ifPresent(rows::add), rows::add);
          return rows;
        });
  }

  @Test
  void accept_whenStepsCome_keepsTheRowInStep() {
    assertThat(rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.subject()).isEqualTo(hazard.id());
              assertThat(row.get("type")).isEqualTo("hazard");
              assertThat(row.get("date")).isEqualTo(DAY.toString());
              assertThat(row.get("state")).isEqualTo("open");
              assertThat(row.get("day")).isEqualTo(DAY.toString());
            });

    Rectified rectified = samples.rectified(hazard, DAY.plusDays(40));
    Reviewed reviewed = samples.reviewed(rectified, DAY.plusDays(41));
    accept(INSPECTOR, reviewed);
    accept(INSPECTOR, rectified);

    assertThat(rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("state")).isEqualTo("closed");
              assertThat(row.get("seq")).isEqualTo("3");
              assertThat(row.get("day")).isEqualTo(DAY.plusDays(41).toString());
            });
  }

  @Test
  void accept_whenTheRecordIsVoided_dropsTheRow() {
    accept(OFFICE, samples.voided(hazard));

    assertThat(rows()).isEmpty();
  }

  @Test
  void accept_whenCorrected_showsTheNewValue() {
    accept(OFFICE, samples.corrected(hazard, "level", Json.of("重大")));

    assertThat(rows().get(0).get("fields")).contains("重大");
  }

  @Test
  void accept_whenRedacted_holdsNothingPersonal() {
    assertThat(rows().get(0).get("fields")).contains("李某");

    accept(OFFICE, samples.redacted(hazard));

    assertThat(rows().get(0).get("fields")).doesNotContain("李某");
  }
}
