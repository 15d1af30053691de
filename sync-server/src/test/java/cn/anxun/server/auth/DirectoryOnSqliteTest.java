package cn.anxun.server.auth;

import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Databases;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** {@code directory.db}. */
final class DirectoryOnSqliteTest extends DirectoryContract {
  @TempDir Path folder;
  private DataDirectory data;

  @Override
  Databases databases() {
    if (data == null) {
      data = DataDirectory.open(folder, "test");
    }
    return data;
  }

  @AfterEach
  void close() {
    data.close();
  }
}
