package cn.anxun.app.di;

import android.content.Context;
import cn.anxun.app.device.Background;
import cn.anxun.app.device.DatabaseDriver;
import cn.anxun.app.device.KeyVault;
import cn.anxun.app.device.KeystoreVault;
import cn.anxun.app.device.ProcessRestart;
import cn.anxun.app.device.Restart;
import cn.anxun.app.device.SqlCipherDriver;
import cn.anxun.app.device.SystemUptime;
import cn.anxun.app.device.Uptime;
import cn.anxun.app.paper.AndroidPdf;
import cn.anxun.app.paper.PdfPages;
import cn.anxun.app.photo.capture.CameraPort;
import cn.anxun.app.photo.capture.FrameworkCamera;
import cn.anxun.app.place.PlaceFinder;
import cn.anxun.app.place.SystemPlaceFinder;
import dagger.Module;
import dagger.Provides;
import dagger.hilt.InstallIn;
import dagger.hilt.android.qualifiers.ApplicationContext;
import dagger.hilt.components.SingletonComponent;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.inject.Singleton;

/** What the phone itself gives. Tests replace this module, and this module alone. */
@Module
@InstallIn(SingletonComponent.class)
public final class DeviceModule {
  private DeviceModule() {}

  @Provides
  @Singleton
  static Clock clock() {
    return Clock.systemUTC();
  }

  @Provides
  @Singleton
  @Background
  static Executor background() {
    return Executors.newFixedThreadPool(2);
  }

  @Provides
  @Singleton
  static Random random() {
    return new SecureRandom();
  }

  @Provides
  @Singleton
  static KeyVault keyVault() {
    return new KeystoreVault("anxun");
  }

  @Provides
  static CameraPort camera(@ApplicationContext Context context) {
    return new FrameworkCamera(context);
  }

  @Provides
  static PlaceFinder placeFinder(@ApplicationContext Context context) {
    return new SystemPlaceFinder(context);
  }

  @Provides
  static Uptime uptime(@ApplicationContext Context context) {
    return new SystemUptime(context);
  }

  @Provides
  static Restart restart(@ApplicationContext Context context) {
    return new ProcessRestart(context);
  }

  @Provides
  @Singleton
  static DatabaseDriver databaseDriver(
      @ApplicationContext Context context, KeyVault vault, Random random) {
    return new SqlCipherDriver(context, vault, random);
  }

  @Provides
  static PdfPages pdfPages() {
    return new AndroidPdf();
  }
}
