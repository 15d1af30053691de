package cn.anxun.app.di;

import cn.anxun.app.account.Door;
import cn.anxun.app.account.PhoneDoor;
import dagger.Binds;
import dagger.Module;
import dagger.hilt.InstallIn;
import dagger.hilt.components.SingletonComponent;

/** Who may come in. */
@Module
@InstallIn(SingletonComponent.class)
public abstract class DoorModule {
  private DoorModule() {}

  @Binds
  abstract Door door(PhoneDoor door);
}
