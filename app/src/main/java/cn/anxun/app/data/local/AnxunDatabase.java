package cn.anxun.app.data.local;

import androidx.room.Database;
import androidx.room.RoomDatabase;

/**
 * The phone's database. A change of the schema is a new version, a migration, an exported schema
 * and a test that carries old data over; it is never thrown away and made anew.
 */
@Database(
    entities = {DraftRow.class},
    version = 1,
    exportSchema = true)
public abstract class AnxunDatabase extends RoomDatabase {
  public static final String FILE = "anxun.db";

  public abstract DraftTable drafts();
}
