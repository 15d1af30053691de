package cn.anxun.app.data.local;

import static org.assertj.core.api.Assertions.assertThat;

import android.database.Cursor;
import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteQuery;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/**
 * How long the hazards' list takes over 10,000 hazards at 1,000 sites: the first page and the count
 * of all, as the screen asks for them, beside the same statements by a bare cursor. Runs only when
 * asked: {@code -Danxun.bench=true}.
 */
@RunWith(RobolectricTestRunner.class)
public final class SearchHazardsBench {
  private static final int SITES = 1_000;
  private static final int HAZARDS = 10_000;
  private static final int PAGE = 50;
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 21;
  private static final double MOST_MILLIS = 100;

  private final EntryIds ids = new EntryIds(Records.CLOCK, new Random(3));
  private final List<LedgerEntry> entries = new ArrayList<>();

  @Before
  public void onlyWhenAsked() {
    Assume.assumeTrue(Boolean.getBoolean("anxun.bench"));
  }

  @Test
  public void list_whenFilteredAndSearched_answersBeforeAnybodyNotices() {
    AnxunDatabase database = TestDatabase.open("search.db");
    fill();
    RoomPhoneStore store = new RoomPhoneStore(database);
    for (int from = 0; from < entries.size(); from += 500) {
      store.put(entries.subList(from, Math.min(entries.size(), from + 500)));
    }
    Map<String, RecordQuery> asked = new LinkedHashMap<>();
    asked.put("all, latest first", hazards());
    asked.put(
        "open ones of a unit, by deadline",
        hazards()
            .is(RecordQuery.Column.STATE, "open")
            .is(RecordQuery.Column.UNIT, "洛王街道")
            .orderBy(RecordQuery.Order.DEADLINE));
    asked.put("all, by site", hazards().orderBy(RecordQuery.Order.SITE));
    asked.put("a word in every tenth", hazards().search("配电箱"));
    asked.put("a site's name", hazards().search("第777分店"));
    asked.put("two words", hazards().search("配电箱 第77"));
    asked.put("a word in none", hazards().search("没有这个词"));

    for (Map.Entry<String, RecordQuery> one : asked.entrySet()) {
      RecordQuery query = one.getValue();
      Rounds rounds =
          Rounds.measure(
              WARM_UP,
              ROUNDS,
              () -> Rounds.millis(() -> ask(database, query)),
              () -> Rounds.millis(() -> askRaw(database, query)));
      System.err.printf(
          "BENCH %s: %d hazards, %s%n",
          one.getKey(), database.records().queryCount(query.count()), rounds);
      assertThat(rounds.ours().median())
          .as("ms of %s", one.getKey())
          .isLessThanOrEqualTo(MOST_MILLIS);
    }
    database.close();
  }

  private static RecordQuery hazards() {
    return RecordQuery.of(HazardFound.KIND.recordType());
  }

  private static void ask(AnxunDatabase database, RecordQuery query) {
    database.records().query(query.page(0, PAGE));
    database.records().queryCount(query.count());
  }

  private static void askRaw(AnxunDatabase database, RecordQuery query) {
    SupportSQLiteDatabase raw = database.getOpenHelper().getReadableDatabase();
    read(raw, query.page(0, PAGE));
    read(raw, query.count());
  }

  private static void read(SupportSQLiteDatabase raw, SupportSQLiteQuery query) {
    try (Cursor cursor = raw.query(query)) {
      while (cursor.moveToNext()) {
        for (int i = 0; i < cursor.getColumnCount(); i++) {
          cursor.getString(i);
        }
      }
    }
  }

  private void fill() {
    Random random = new Random(9);
    List<String> sites = new ArrayList<>();
    LocalDate first = LocalDate.of(2026, 1, 1);
    for (int i = 0; i < SITES; i++) {
      Header header = header(first);
      sites.add(header.subject());
      add(
          new SiteRegistered(
              header,
              Fields.builder()
                  .set(SiteRegistered.NAME, "兴隆超市第" + i + "分店")
                  .set(SiteRegistered.ADDRESS, "云梦路" + i + "号")
                  .set(RecordFields.NUMBER, "26-K3-" + i)
                  .build()));
    }
    for (int i = 0; i < HAZARDS; i++) {
      LocalDate date = first.plusDays(i / 40);
      add(
          new HazardFound(
              header(date),
              Fields.builder()
                  .set(RecordFields.SITE, sites.get(random.nextInt(SITES)))
                  .set(RecordFields.DIVISION, "430602003")
                  .set(RecordFields.UNIT, i % 5 == 0 ? "洛王街道" : "吕仙亭街道")
                  .set(
                      HazardFound.DESCRIPTION,
                      i % 10 == 0 ? "配电箱未上锁，线路私拉乱接" : "灭火器压力不足，未及时更换；安全出口被货物堵塞")
                  .set(HazardFound.CATEGORY, "消防")
                  .set(HazardFound.LEVEL, "一般")
                  .set(HazardFound.DEADLINE, date.plusDays(7))
                  .build()));
    }
  }

  private Header header(LocalDate date) {
    String id = ids.next();
    return new Header(id, id, null, Records.NOW, date, "li", "phone-1", List.of());
  }

  private void add(Entry entry) {
    entries.add(
        new LedgerEntry(
            EntryJson.write(entry),
            new Stamp(entries.size() + 1L, "li", Role.INSPECTOR, "phone-1", Records.NOW)));
  }
}
