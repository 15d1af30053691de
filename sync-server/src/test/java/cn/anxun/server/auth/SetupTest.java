package cn.anxun.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.server.storage.DataDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first administrator, all or nothing. */
final class SetupTest {
  private static final Bureau BUREAU = new Bureau("demo", "示例", "510304");

  @TempDir private Path folder;

  @Test
  void complete_whenTheAccountMayNotBeCalledSo_leavesNoBureauBehind() {
    try (DataDirectory data = DataDirectory.open(folder, "test");
        Directory directory = Directory.open(data, Clock.systemUTC(), new Random(1))) {
      Setup setup = directory.setup();
      String code = setup.code().orElseThrow();
      assertThatThrownBy(() -> setup.complete(code, BUREAU, "张 三", "张三", "Correct-horse-9"))
          .isInstanceOf(AccountException.class);
      assertThat(directory.bureaus().list()).isEmpty();

      setup.complete(code, BUREAU, "zhang", "张三", "Correct-horse-9");
      assertThat(setup.code()).isEmpty();
      assertThatThrownBy(() -> setup.complete(code, BUREAU, "li", "李四", "Correct-horse-9"))
          .as("the code is good once")
          .isInstanceOf(AccountException.class);
    }
  }
}
