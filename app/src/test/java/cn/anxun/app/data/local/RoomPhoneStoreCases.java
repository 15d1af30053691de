package cn.anxun.app.data.local;

import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.PhoneStoreContract;
import java.util.ArrayList;
import java.util.List;

/** The contract on Room. Run by {@link RoomPhoneStoreTest}, since Robolectric is JUnit 4. */
public final class RoomPhoneStoreCases extends PhoneStoreContract {
  private final List<AnxunDatabase> opened = new ArrayList<>();
  private String name = "";

  @Override
  protected PhoneStore open() {
    name = "contract-" + opened.size() + ".db";
    return reopened();
  }

  @Override
  protected PhoneStore reopen(PhoneStore store) {
    close();
    return reopened();
  }

  void close() {
    opened.forEach(AnxunDatabase::close);
  }

  private PhoneStore reopened() {
    AnxunDatabase database = TestDatabase.open(name);
    opened.add(database);
    return new RoomPhoneStore(database);
  }
}
