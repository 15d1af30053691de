package cn.anxun.app.di;

import android.content.Context;
import androidx.work.WorkManager;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.account.TrustedClock;
import cn.anxun.app.data.remote.TusRemoteFiles;
import cn.anxun.app.device.Background;
import cn.anxun.app.photo.ElsewherePhotos;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.setting.Settings;
import cn.anxun.app.upload.RemoteElsewherePhotos;
import cn.anxun.app.upload.RemotePhotos;
import cn.anxun.app.upload.UploadSchedule;
import cn.anxun.app.upload.WorkUploadSchedule;
import cn.anxun.core.sync.AppVersion;
import dagger.Module;
import dagger.Provides;
import dagger.hilt.InstallIn;
import dagger.hilt.android.qualifiers.ApplicationContext;
import dagger.hilt.components.SingletonComponent;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.inject.Singleton;

/** Photos between the phone and its server. */
@Module
@InstallIn(SingletonComponent.class)
public final class UploadModule {
  private UploadModule() {}

  @Provides
  static RemotePhotos remotePhotos(Clock clock, TrustedClock trusted, AppVersion app) {
    return enrolled ->
        new TusRemoteFiles(enrolled.server(), enrolled.enrolment().token(), clock, trusted, app);
  }

  @Provides
  @Singleton
  static UploadSchedule uploadSchedule(
      @ApplicationContext Context context, Settings settings, @Background Executor background) {
    return new WorkUploadSchedule(() -> WorkManager.getInstance(context), settings, background);
  }

  @Provides
  @Singleton
  static ElsewherePhotos elsewherePhotos(
      Enrolments enrolments, RemotePhotos remotes, PhotoStore photos) {
    return new RemoteElsewherePhotos(
        enrolments, remotes, photos, Executors.newSingleThreadExecutor());
  }
}
