package cn.anxun.app;

import cn.anxun.app.account.Door;
import cn.anxun.app.di.DoorModule;
import dagger.Module;
import dagger.Provides;
import dagger.hilt.components.SingletonComponent;
import dagger.hilt.testing.TestInstallIn;

/** In tests the door stands open; the tests of the door itself replace this module. */
@Module
@TestInstallIn(components = SingletonComponent.class, replaces = DoorModule.class)
public final class TestDoorModule {
  private TestDoorModule() {}

  @Provides
  static Door door() {
    return () -> Door.Way.OPEN;
  }
}
