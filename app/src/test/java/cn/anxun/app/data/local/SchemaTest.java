package cn.anxun.app.data.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.content.Context;
import android.database.Cursor;
import android.database.sqlite.SQLiteConstraintException;
import android.database.sqlite.SQLiteDatabase;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.Records;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** Every schema that ever was opens with all it holds. */
@RunWith(RobolectricTestRunner.class)
public final class SchemaTest {
  private static final int VERSION = AnxunDatabase.VERSION;

  @Test
  public void open_whenMadeByAnEarlierVersion_keepsWhatWasUnsent() throws IOException {
    for (int version = 1; version <= VERSION; version++) {
      String name = "version-" + version + ".db";
      WrittenEntry entry = new Records("li", "phone-1").hazard("升级前记的");
      EarlierVersion.create(name, version, List.of(entry));

      AnxunDatabase database = TestDatabase.open(name);
      RoomPhoneStore store = new RoomPhoneStore(database);

      assertThat(store.list(OutboxState.PENDING)).hasSize(1);
      assertThat(store.list(OutboxState.PENDING).get(0).written()).isEqualTo(entry);
      assertThat(store.find(entry.entry().id()).map(LedgerEntry::written)).contains(entry);
      assertThat(database.drafts().find("inspection")).isNotNull();
      database.close();
    }
  }

  @Test
  public void open_whenOfALaterVersion_refusesAndKeepsTheFile() throws IOException {
    EarlierVersion.create("later.db", VERSION, List.of(new Records("li", "phone-1").hazard("a")));
    Context context = ApplicationProvider.getApplicationContext();
    File file = context.getDatabasePath("later.db");
    try (SQLiteDatabase raw = SQLiteDatabase.openOrCreateDatabase(file, null)) {
      raw.setVersion(VERSION + 1);
    }

    AnxunDatabase database = TestDatabase.open("later.db");
    assertThatThrownBy(() -> database.entries().count()).isInstanceOf(IllegalStateException.class);
    database.close();

    try (SQLiteDatabase raw = SQLiteDatabase.openOrCreateDatabase(file, null);
        Cursor own = raw.rawQuery("SELECT count(*) FROM own", null)) {
      own.moveToFirst();
      assertThat(own.getInt(0)).isEqualTo(1);
    }
  }

  @Test
  public void own_whenAnybodyDeletesFromIt_refuses() {
    AnxunDatabase database = TestDatabase.open("never.db");
    RoomPhoneStore store = new RoomPhoneStore(database);
    Records li = new Records("li", "phone-1");
    store.save(li.hazard("a"), li.unsent());

    assertThatThrownBy(
            () ->
                database
                    .getOpenHelper()
                    .getWritableDatabase()
                    .execSQL("DELETE FROM own WHERE position = 1"))
        .isInstanceOf(SQLiteConstraintException.class)
        .hasMessageContaining("never deleted");
    database.close();
  }

  @Test
  public void open_whenForWriting_waitsForTheDisk() {
    AnxunDatabase database = TestDatabase.open("durable.db");
    database.runInTransaction(
        () -> {
          assertThat(pragma(database, "synchronous")).as("FULL").isEqualTo("2");
          assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
        });
    database.close();
  }

  private static String pragma(AnxunDatabase database, String name) {
    try (Cursor row = database.getOpenHelper().getWritableDatabase().query("PRAGMA " + name)) {
      row.moveToFirst();
      return row.getString(0);
    }
  }
}
