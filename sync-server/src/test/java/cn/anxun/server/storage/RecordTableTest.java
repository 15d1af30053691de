package cn.anxun.server.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The projection in an SQLite file. */
class RecordTableTest extends RecordTableContract {
  @TempDir Path folder;

  @Override
  Database openDatabase() {
    return SqliteDatabase.open(folder.resolve("demo.db"), DataDirectory.BUREAU_MIGRATIONS);
  }
}
