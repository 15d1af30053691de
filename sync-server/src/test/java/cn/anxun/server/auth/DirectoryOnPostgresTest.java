package cn.anxun.server.auth;

import cn.anxun.server.storage.Databases;
import cn.anxun.server.storage.PostgresDatabases;
import cn.anxun.server.storage.TestPostgres;
import org.junit.jupiter.api.AfterEach;

/** The schema {@code directory}. */
final class DirectoryOnPostgresTest extends DirectoryContract {
  private PostgresDatabases opened;

  @Override
  Databases databases() {
    if (opened == null) {
      opened = PostgresDatabases.open(TestPostgres.newDatabase(), null);
    }
    return opened;
  }

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
