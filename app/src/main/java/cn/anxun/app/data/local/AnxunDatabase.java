package cn.anxun.app.data.local;

import androidx.room.Database;
import androidx.room.RoomDatabase;
import androidx.room.TypeConverters;
import androidx.room.migration.Migration;
import androidx.sqlite.db.SupportSQLiteDatabase;

/**
 * The phone's database. A change of the schema is a new version, a migration, an exported schema
 * and a test that carries old data over; it is never thrown away and made anew.
 */
@Database(
    entities = {
      AttachmentRow.class,
      BundledRow.class,
      CounterRow.class,
      DocumentRow.class,
      DraftRow.class,
      EntryRow.class,
      IssuedPaperRow.class,
      MergedRow.class,
      NumberBlockRow.class,
      OwnRow.class,
      PhotoRow.class,
      RecordRow.class,
      SettingRow.class,
      SyncStateRow.class
    },
    version = AnxunDatabase.VERSION,
    exportSchema = true)
@TypeConverters(LocalDates.class)
public abstract class AnxunDatabase extends RoomDatabase {
  public static final String FILE = "anxun.db";

  /** Of the schema. */
  static final int VERSION = 3;

  /** What went into a bundle is remembered. */
  private static final Migration FROM_1_TO_2 =
      new Migration(1, 2) {
        @Override
        public void migrate(SupportSQLiteDatabase db) {
          db.execSQL(
              "CREATE TABLE IF NOT EXISTS `bundled` (`bundle` TEXT NOT NULL, `id` TEXT NOT NULL,"
                  + " `made_at` TEXT NOT NULL, PRIMARY KEY(`bundle`, `id`))");
          db.execSQL("CREATE INDEX IF NOT EXISTS `bundled_by_id` ON `bundled` (`id`)");
        }
      };

  /** Papers are issued, with numbers from blocks; how far each photo has come to the server. */
  private static final Migration FROM_2_TO_3 =
      new Migration(2, 3) {
        @Override
        public void migrate(SupportSQLiteDatabase db) {
          db.execSQL(
              "CREATE TABLE IF NOT EXISTS `number_block` (`block` TEXT NOT NULL, `device` TEXT NOT"
                  + " NULL, `paper` TEXT NOT NULL, `year` INTEGER NOT NULL, `first_serial` INTEGER"
                  + " NOT NULL, `last_serial` INTEGER NOT NULL, `next_serial` INTEGER NOT NULL,"
                  + " `given_back` INTEGER NOT NULL, PRIMARY KEY(`block`))");
          db.execSQL(
              "CREATE TABLE IF NOT EXISTS `issued_paper` (`subject` TEXT NOT NULL, `paper` TEXT NOT"
                  + " NULL, `about` TEXT NOT NULL, PRIMARY KEY(`subject`))");
          db.execSQL("CREATE INDEX IF NOT EXISTS `issued_paper_about` ON `issued_paper` (`about`)");
          db.execSQL("ALTER TABLE `photo` ADD COLUMN `original` TEXT");
          db.execSQL("ALTER TABLE `photo` ADD COLUMN `sent` INTEGER NOT NULL DEFAULT 0");
          db.execSQL("ALTER TABLE `photo` ADD COLUMN `failures` INTEGER NOT NULL DEFAULT 0");
          db.execSQL("ALTER TABLE `photo` ADD COLUMN `next_attempt` INTEGER NOT NULL DEFAULT 0");
          db.execSQL("ALTER TABLE `photo` ADD COLUMN `problem` TEXT");
          db.execSQL("ALTER TABLE `photo` ADD COLUMN `problem_detail` TEXT");
          db.execSQL("ALTER TABLE `photo` ADD COLUMN `stored_at` INTEGER");
          db.execSQL("CREATE INDEX IF NOT EXISTS `photo_by_original` ON `photo` (`original`)");
        }
      };

  /** Every step from the first version to this one. */
  public static Migration[] migrations() {
    return new Migration[] {FROM_1_TO_2, FROM_2_TO_3};
  }

  /** What holds on every connection that writes. */
  public static final RoomDatabase.Callback RULES =
      new RoomDatabase.Callback() {
        @Override
        public void onOpen(SupportSQLiteDatabase db) {
          db.execSQL("PRAGMA synchronous = FULL");
          holdOwn(db);
        }
      };

  static void holdOwn(SupportSQLiteDatabase db) {
    db.execSQL(
        "CREATE TRIGGER IF NOT EXISTS own_is_never_deleted BEFORE DELETE ON own BEGIN SELECT"
            + " RAISE(ABORT, 'what was recorded here is never deleted'); END");
  }

  /** For a remote wipe, within its transaction. */
  static void letGoOfOwn(SupportSQLiteDatabase db) {
    db.execSQL("DROP TRIGGER IF EXISTS own_is_never_deleted");
  }

  abstract EntryTable entries();

  abstract OwnTable own();

  abstract BundledTable bundled();

  abstract ProjectionTable projection();

  abstract SyncStateTable syncState();

  abstract CounterTable counters();

  abstract NumberBlockTable numberBlocks();

  public abstract RecordTable records();

  public abstract PhotoTable photos();

  public abstract SettingTable settings();

  public abstract DraftTable drafts();
}
