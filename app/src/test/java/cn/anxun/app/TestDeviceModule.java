package cn.anxun.app;

import androidx.sqlite.db.framework.FrameworkSQLiteOpenHelperFactory;
import cn.anxun.app.device.Background;
import cn.anxun.app.device.DatabaseDriver;
import cn.anxun.app.device.KeyVault;
import cn.anxun.app.di.DeviceModule;
import cn.anxun.app.paper.PdfPages;
import cn.anxun.app.photo.capture.CameraPort;
import dagger.Binds;
import dagger.Module;
import dagger.Provides;
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
