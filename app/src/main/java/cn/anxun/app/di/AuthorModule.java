package cn.anxun.app.di;

import cn.anxun.app.account.EnrolledAuthor;
import cn.anxun.app.record.Author;
import dagger.Binds;
import dagger.Module;
import dagger.hilt.InstallIn;
import dagger.hilt.components.SingletonComponent;

/** Who records. */
@Module
@InstallIn(SingletonComponent.class)
public abstract class AuthorModule {
  private AuthorModule() {}

  @Binds
  abstract Author author(EnrolledAuthor author);
}
