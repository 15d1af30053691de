package cn.anxun.app.di;

import android.content.Context;
import androidx.room.Room;
import androidx.room.RoomDatabase;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.DraftTable;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.data.local.SettingTable;
import cn.anxun.app.device.DatabaseDriver;
import cn.anxun.app.device.KeyVault;
import cn.anxun.app.photo.PhotoFiles;
import cn.anxun.app.photo.TinkPhotoFiles;
import cn.anxun.core.entry.EntryIds;
import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.hilt.InstallIn;
import dagger.hilt.android.qualifiers.ApplicationContext;
import dagger.hilt.components.SingletonComponent;
import java.io.File;
import java.time.Clock;
import java.util.Random;
import javax.inject.Singleton;

/** What the phone keeps. */
@Module
@InstallIn(SingletonComponent.class)
public abstract class DataModule {
  private DataModule() {}

  @Provides
  @Singleton
  static AnxunDatabase database(@ApplicationContext Context context, DatabaseDriver driver) {
    return Room.databaseBuilder(context, AnxunDatabase.class, AnxunDatabase.FILE)
        .openHelperFactory(driver.factory())
        .setJournalMode(RoomDatabase.JournalMode.WRITE_AHEAD_LOGGING)
        .addMigrations(AnxunDatabase.migrations())
        .addCallback(AnxunDatabase.RULES)
        .build();
  }

  @Provides
  static DraftTable drafts(AnxunDatabase database) {
    return database.drafts();
  }

  @Provides
  static SettingTable settings(AnxunDatabase database) {
    return database.settings();
  }

  @Provides
  static PhotoTable photos(AnxunDatabase database) {
    return database.photos();
  }

  @Provides
  @Singleton
  static TinkPhotoFiles sealedPhotoFiles(
      @ApplicationContext Context context, KeyVault vault, Random random) {
    return new TinkPhotoFiles(
        new File(context.getFilesDir(), "photos"),
        new File(context.getNoBackupFilesDir(), "photos.key"),
        vault,
        random);
  }

  @Binds
  abstract PhotoFiles photoFiles(TinkPhotoFiles files);

  @Provides
  @Singleton
  static EntryIds entryIds(Clock clock, Random random) {
    return new EntryIds(clock, random);
  }
}
