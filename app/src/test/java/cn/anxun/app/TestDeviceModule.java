package cn.anxun.app;

import android.content.Context;
import androidx.sqlite.db.framework.FrameworkSQLiteOpenHelperFactory;
import cn.anxun.app.device.Background;
import cn.anxun.app.device.DatabaseDriver;
import cn.anxun.app.device.KeyVault;
import cn.anxun.app.device.Restart;
import cn.anxun.app.device.SystemUptime;
import cn.anxun.app.device.Uptime;
import cn.anxun.app.di.DeviceModule;
import cn.anxun.app.paper.PdfPages;
import cn.anxun.app.photo.capture.CameraPort;
import cn.anxun.app.place.PlaceFinder;
import cn.anxun.app.place.SystemPlaceFinder;
import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.hilt.android.qualifiers.ApplicationContext;
import dagger.hilt.components.SingletonComponent;
import dagger.hilt.testing.TestInstallIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.inject.Singleton;

/**
 * What the phone gives, in tests: a clock that is set ({@link SettableClock}, injected as itself or
 * as {@link Clock}), the framework's SQLite, which a JVM can load, and the same random numbers in
 * every run.
 */
@Module
@TestInstallIn(components = SingletonComponent.class, replaces = DeviceModule.class)
public abstract class TestDeviceModule {
  private TestDeviceModule() {}

  @Provides
  @Singleton
  static SettableClock settableClock() {
    return new SettableClock();
  }

  @Binds
  abstract Clock clock(SettableClock clock);

  @Provides
  @Singleton
  @Background
  static Executor background() {
    return Executors.newSingleThreadExecutor();
  }

  @Provides
  @Singleton
  static Random random() {
    return new Random(7);
  }

  @Provides
  @Singleton
  static KeyVault keyVault() {
    return new PlainVault();
  }

  /** The phone's own, which Robolectric's shadow tells where it is. */
  @Provides
  static PlaceFinder placeFinder(@ApplicationContext Context context) {
    return new SystemPlaceFinder(context);
  }

  @Provides
  static Uptime uptime(@ApplicationContext Context context) {
    return new SystemUptime(context);
  }

  /** A test ends the process itself, where it wants one to end. */
  @Provides
  static Restart restart() {
    return () -> {};
  }

  @Provides
  @Singleton
  static FakeCamera fakeCamera() {
    return new FakeCamera();
  }

  @Binds
  abstract CameraPort camera(FakeCamera camera);

  @Provides
  static DatabaseDriver databaseDriver() {
    return FrameworkSQLiteOpenHelperFactory::new;
  }

  /** Android's PDF does not run on a JVM: the number of pages stands for them. */
  @Provides
  static PdfPages pdfPages() {
    return (painter, pages, out) ->
        out.write(("%PDF of " + pages.size() + " pages").getBytes(StandardCharsets.UTF_8));
  }
}
