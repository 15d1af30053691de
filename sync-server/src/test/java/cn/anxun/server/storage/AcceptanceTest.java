package cn.anxun.server.storage;

import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;

/** Several pushes in one transaction of an SQLite file. */
class AcceptanceTest extends AcceptanceContract {
  @TempDir Path folder;

  @Override
  Database openDatabase() {
    return SqliteDatabase.open(folder.resolve("demo.db"), DataDirectory.BUREAU_MIGRATIONS);
  }

  @Override
  void refuse(Handle handle, String id) {
    handle.execute(
        "CREATE TEMP TRIGGER fault BEFORE INSERT ON main.entry WHEN NEW.id = '"
            + id
            + "' BEGIN SELECT RAISE(ABORT, 'a fault'); END");
  }
}
