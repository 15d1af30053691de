package cn.anxun.server.upgrade;

import cn.anxun.server.storage.DataDirectory;
import java.nio.file.Path;

/** Opens a bureau's database, which brings its tables up to date; to be killed while it does. */
final class OpenForKill {
  private OpenForKill() {}

  public static void main(String[] arguments) {
    try (DataDirectory data = DataDirectory.open(Path.of(arguments[0]), "test")) {
      data.openBureau(FirstRelease.BUREAU).close();
    }
  }
}
