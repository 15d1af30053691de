package cn.anxun.app.data.local;

import android.database.Cursor;
import androidx.sqlite.db.SupportSQLiteDatabase;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;

/**
 * Empties the phone's database, for a remote wipe alone. What is unsent must have been sealed
 * before, in the same transaction ({@link RoomPhoneStore#inTransaction}).
 */
public final class Erasure {
  private static final String OWN = "own";

  private static final String TABLES =
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name"
          + " NOT LIKE 'android_%' AND name NOT LIKE 'room_%' AND name NOT IN ('setting',"
          + " 'counter')";

  private final AnxunDatabase database;

  @Inject
  public Erasure(AnxunDatabase database) {
    this.database = database;
  }

  /**
   * Every row of every table goes, but counters, so that no spoken number is given twice, and the
   * settings that are named.
   *
   * @param settings names that stay
   * @param prefix of further names that stay
   */
  public void eraseAll(List<String> settings, String prefix) {
    SupportSQLiteDatabase db = database.getOpenHelper().getWritableDatabase();
    AnxunDatabase.letGoOfOwn(db);
    for (String table : tables(db)) {
      db.execSQL("DELETE FROM `" + table + "`");
    }
    AnxunDatabase.holdOwn(db);
    eraseSettings(db, settings, prefix);
  }

  /**
   * As {@link #eraseAll}, but what is unsent stays, with the photos and drafts of it: for a phone
   * that cannot seal it.
   */
  public void eraseSynced(List<String> settings, String prefix) {
    SupportSQLiteDatabase db = database.getOpenHelper().getWritableDatabase();
    AnxunDatabase.letGoOfOwn(db);
    db.execSQL("DELETE FROM own WHERE state IN ('ACCEPTED', 'HELD')");
    AnxunDatabase.holdOwn(db);
    db.execSQL("DELETE FROM photo WHERE" + PhotoTable.AT_SERVER);
    eraseSettings(db, settings, prefix);
  }

  private static void eraseSettings(
      SupportSQLiteDatabase db, List<String> settings, String prefix) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < settings.size(); i++) {
      kept.append("?, ");
    }
    List<Object> values = new ArrayList<>(settings);
    values.add(prefix.length());
    values.add(prefix);
    db.execSQL(
        "DELETE FROM setting WHERE name NOT IN (" + kept + "'') AND substr(name, 1, ?) <> ?",
        values.toArray());
  }

  private static List<String> tables(SupportSQLiteDatabase db) {
    List<String> names = new ArrayList<>();
    try (Cursor rows = db.query(TABLES)) {
      while (rows.moveToNext()) {
        names.add(rows.getString(0));
      }
    }
    if (!names.contains(OWN)) {
      throw new IllegalStateException("the database has no table " + OWN);
    }
    return names;
  }

  /** Leaves no deleted row in the file either. Outside of any transaction. */
  public void compact() {
    SupportSQLiteDatabase db = database.getOpenHelper().getWritableDatabase();
    db.execSQL("VACUUM");
    db.query("PRAGMA wal_checkpoint(TRUNCATE)").close();
  }
}
