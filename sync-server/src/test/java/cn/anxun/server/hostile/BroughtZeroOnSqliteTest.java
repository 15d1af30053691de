package cn.anxun.server.hostile;

import cn.anxun.server.storage.DataDirectory;

/** A file for each database. */
final class BroughtZeroOnSqliteTest extends BroughtZeroContract {
  @Override
  DataDirectory data() {
    return DataDirectory.ephemeral("test");
  }
}
