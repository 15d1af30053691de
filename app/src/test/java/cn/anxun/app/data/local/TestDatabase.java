package cn.anxun.app.data.local;

import android.content.Context;
import androidx.room.Room;
import androidx.room.RoomDatabase;
import androidx.sqlite.db.SupportSQLiteOpenHelper;
import androidx.sqlite.db.framework.FrameworkSQLiteOpenHelperFactory;
import androidx.test.core.app.ApplicationProvider;

/** The app's database on the framework's SQLite, in files that the test names. */
public final class TestDatabase {
  private TestDatabase() {}

  /** Opens the file, which is made where there is none. */
  public static AnxunDatabase open(String name) {
    return open(name, new FrameworkSQLiteOpenHelperFactory());
  }

  /** As {@link #open(String)}, by another driver. */
  public static AnxunDatabase open(String name, SupportSQLiteOpenHelper.Factory driver) {
    Context context = ApplicationProvider.getApplicationContext();
    return Room.databaseBuilder(context, AnxunDatabase.class, name)
        .openHelperFactory(driver)
        .setJournalMode(RoomDatabase.JournalMode.WRITE_AHEAD_LOGGING)
        .addMigrations(AnxunDatabase.migrations())
        .addCallback(AnxunDatabase.RULES)
        .allowMainThreadQueries()
        .build();
  }
}
