package cn.anxun.app.di;

import cn.anxun.app.device.Background;
import dagger.Module;
import dagger.Provides;
import dagger.hilt.InstallIn;
import dagger.hilt.components.SingletonComponent;
import java.time.Clock;
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
}
