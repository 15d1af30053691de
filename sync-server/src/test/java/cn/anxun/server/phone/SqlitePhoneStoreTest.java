package cn.anxun.server.phone;

import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.PhoneStoreContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqlitePhoneStoreTest extends PhoneStoreContract {
  @TempDir Path directory;

  private final List<SqlitePhoneStore> opened = new ArrayList<>();
  private final Map<PhoneStore, Path> files = new HashMap<>();

  @Override
  protected PhoneStore open() {
    return open(directory.resolve("phone-" + opened.size() + ".db"));
  }

  @Override
  protected PhoneStore reopen(PhoneStore store) {
    ((SqlitePhoneStore) store).close();
    return open(files.get(store));
  }

  private PhoneStore open(Path file) {
    SqlitePhoneStore store = SqlitePhoneStore.open(file);
    opened.add(store);
    files.put(store, file);
    return store;
  }

  @AfterEach
  void closeAll() {
    opened.forEach(SqlitePhoneStore::close);
  }
}
