package cn.anxun.server.hostile;

import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.TestPostgres;

/** PostgreSQL, which keeps U+0000 in no text. */
final class BroughtZeroOnPostgresTest extends BroughtZeroContract {
  @Override
  DataDirectory data() {
    TestPostgres.require();
    DataDirectory data = DataDirectory.ephemeral("test");
    data.usePostgres(TestPostgres.newDatabase());
    return data;
  }
}
