package cn.anxun.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.database.sqlite.SQLiteFullException;
import cn.anxun.app.SettableClock;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.RecordQuery;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.data.local.TestDatabase;
import cn.anxun.app.data.local.WatchedDriver;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.ledger.Stamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** How much a save costs, and that nothing is half kept or lost where the disk gives up. */
@RunWith(RobolectricTestRunner.class)
public final class StorageFaultsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Attachment PHOTO =
      new Attachment("ab".repeat(32), 250_000, "image/jpeg", "before");

  /** Six to read, five to write, and the two ends of the transaction. */
  private static final int STATEMENTS = 14;

  private final WatchedDriver driver = new WatchedDriver();
  private final SettableClock clock = new SettableClock();
  private final EntryIds ids = new EntryIds(clock, new Random(5));
  private AnxunDatabase database;
  private RoomPhoneStore store;
  private Recorder recorder;

  @Before
  public void open() {
    openDatabase();
  }

  private void openDatabase() {
    database = TestDatabase.open("faults.db", driver);
    store = new RoomPhoneStore(database);
    recorder = new Recorder(store, TestAuthor.inspector(), clock, ids);
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void record_whenOneHazard_takesABoundedNumberOfStatements() throws Exception {
    hazards(1);

    List<String> one = statementsOf(1);
    assertThat(one).hasSize(STATEMENTS);
    assertThat(one).filteredOn("BEGIN"::equals).hasSize(1);
    assertThat(one.get(one.size() - 1)).isEqualTo("COMMIT");
  }

  @Test
  public void record_whenThereAreThousandsAlready_takesNoMore() throws Exception {
    List<String> few = statementsOf(1);
    hazards(2_000);

    assertThat(statementsOf(1)).hasSameSizeAs(few);
  }

  @Test
  public void record_whenTheDiskIsFullAtAnyStatement_saysSoAndKeepsNothing() throws Exception {
    hazards(1);
    int statements = statementsOf(1).indexOf("COMMIT") + 1;
    int before = records();

    for (int failing = 1; failing <= statements; failing++) {
      int[] left = {failing};
      driver.before(
          sql -> {
            if (!sql.equals("ROLLBACK") && --left[0] == 0) {
              throw new SQLiteFullException("database or disk is full (code 13 SQLITE_FULL)");
            }
          });
      assertThatThrownBy(() -> hazards(1), "statement " + failing)
          .isInstanceOfSatisfying(
              StoreException.class,
              e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.FULL));
      driver.before(sql -> {});
      assertThat(records()).isEqualTo(before);
      assertThat(store.counts().pending()).isEqualTo(before);
      assertThat(entries()).isEqualTo(before);
    }

    hazards(1);
    assertThat(records()).as("with room again").isEqualTo(before + 1);
  }

  @Test
  public void record_whenTheProcessDiesMidway_keepsWhatWasThereAndNoMore() throws Exception {
    hazards(3);
    int[] writes = {0};
    driver.before(
        sql -> {
          if (sql.startsWith("INSERT") && ++writes[0] == 3) {
            throw new Killed();
          }
        });

    assertThatThrownBy(() -> hazards(2)).isInstanceOf(Killed.class);
    driver.before(sql -> {});
    database.close();
    openDatabase();

    assertThat(records()).isEqualTo(3);
    assertThat(store.counts().pending()).isEqualTo(3);
    assertThat(entries()).isEqualTo(3);
    Recorded next = hazards(1);
    assertThat(next.items().get(0).number()).as("no number is skipped").startsWith("26-K3-0004-");
  }

  private List<String> statementsOf(int hazards) throws RecordRejectedException {
    driver.clear();
    hazards(hazards);
    return driver.statementsHere();
  }

  private Recorded hazards(int count) throws RecordRejectedException {
    return recorder.record(
        recording -> {
          for (int i = 0; i < count; i++) {
            recording.open(
                HazardFound.KIND,
                TODAY,
                Fields.builder()
                    .set(RecordFields.SITE, "019cac0f-2680-75d8-ad35-cb5816981a44")
                    .set(HazardFound.DESCRIPTION, "灭火器过期")
                    .set(HazardFound.DEADLINE, TODAY.plusDays(7))
                    .build(),
                List.of(PHOTO));
          }
        });
  }

  private int records() {
    return new Records(database).count(RecordQuery.of("hazard"));
  }

  private int entries() {
    List<String> ids = new ArrayList<>();
    store.scan(0, Stamp.UNSENT, entry -> ids.add(entry.id()));
    return ids.size();
  }

  /** As abrupt as it gets without taking the test along. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
