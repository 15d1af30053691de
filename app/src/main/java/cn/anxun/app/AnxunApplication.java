package cn.anxun.app;

import android.app.Application;
import androidx.work.Configuration;
import cn.anxun.app.setting.Appearance;
import cn.anxun.app.sync.SyncStart;
import cn.anxun.app.sync.SyncWorkerFactory;
import dagger.hilt.android.HiltAndroidApp;
import javax.inject.Inject;

/** The process. What it is made of is in {@code di}. */
@HiltAndroidApp(Application.class)
public final class AnxunApplication extends Hilt_AnxunApplication
    implements Configuration.Provider {
  @Inject SyncWorkerFactory workers;
  @Inject SyncStart sync;
  @Inject Appearance appearance;

  @Override
  public void onCreate() {
    super.onCreate();
    appearance.apply();
    sync.begin();
  }

  @Override
  public Configuration getWorkManagerConfiguration() {
    return new Configuration.Builder().setWorkerFactory(workers).build();
  }
}
