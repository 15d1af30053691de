package cn.anxun.app;

import cn.anxun.app.account.Door;
import cn.anxun.app.di.DoorModule;
import dagger.Binds;
import dagger.Module;
import dagger.hilt.components.SingletonComponent;
import dagger.hilt.testing.TestInstallIn;

/** In tests the door stands open until it is {@link TestDoor#hang hung}. */
@Module
@TestInstallIn(components = SingletonComponent.class, replaces = DoorModule.class)
public abstract class TestDoorModule {
  private TestDoorModule() {}

  @Binds
  abstract Door door(TestDoor door);
}
