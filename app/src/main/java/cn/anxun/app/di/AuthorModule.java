package cn.anxun.app.di;

import cn.anxun.app.record.Author;
import cn.anxun.app.record.NotEnrolled;
import dagger.Module;
import dagger.Provides;
import dagger.hilt.InstallIn;
import dagger.hilt.components.SingletonComponent;

/** Who records. */
@Module
@InstallIn(SingletonComponent.class)
public final class AuthorModule {
  private AuthorModule() {}

  @Provides
  static Author author() {
    return new NotEnrolled();
  }
}
