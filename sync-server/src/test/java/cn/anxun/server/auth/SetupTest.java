package cn.anxun.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.TransactionWatch;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first administrator, all or nothing. */
final class SetupTest {
  private static final Bureau BUREAU = new Bureau("demo", "示例", "510304");

  @TempDir private Path folder;

  /** Ends whoever commits for the so-manieth time from now on. */
  private static TransactionWatch killedAtCommit(int[] left) {
    return new TransactionWatch() {
      @Override
      public void committing(Database database, Handle handle) {
        if (--left[0] == 0) {
          throw new IllegalStateException("killed");
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void complete_whenTheServerIsKilledAtACommit_isDoneOrCanBeDoneAgain(int commit) {
    int[] left = {0};
    try (DataDirectory data = DataDirectory.open(folder, "test", killedAtCommit(left));
        Directory directory = Directory.open(data, Clock.systemUTC(), new Random(1))) {
      left[0] = commit;
      String code = directory.setup().code().orElseThrow();
      try {
        directory.setup().complete(code, BUREAU, "zhang", "张三", "Correct-horse-9");
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("killed");
      }
      assertThat(left[0]).as("commits begun").isLessThan(commit);
    }
    left[0] = 0;
    try (DataDirectory data = DataDirectory.open(folder, "test");
        Directory directory = Directory.open(data, Clock.systemUTC(), new Random(1))) {
      directory
          .setup()
          .code()
          .ifPresent(
              code -> directory.setup().complete(code, BUREAU, "zhang", "张三", "Correct-horse-9"));
      assertThat(directory.logins().login("zhang", "Correct-horse-9"))
          .isInstanceOf(LoginOutcome.Accepted.class);
      assertThat(directory.accounts().listGrants("zhang")).hasSize(1);
    }
  }

  @Test
  void found_whenTheServerIsKilledAtTheCommit_leavesWhoIsOverAllAsItWas() {
    int[] left = {0};
    Bureau another = new Bureau("other", "另一个", "510304");
    try (DataDirectory data = DataDirectory.open(folder, "test", killedAtCommit(left));
        Directory directory = Directory.open(data, Clock.systemUTC(), new Random(1))) {
      String code = directory.setup().code().orElseThrow();
      directory.setup().complete(code, BUREAU, "zhang", "张三", "Correct-horse-9");
      left[0] = 1;
      assertThatThrownBy(() -> directory.bureaus().found(another, directory.accounts(), "zhang"))
          .hasMessage("killed");
    }
    try (DataDirectory data = DataDirectory.open(folder, "test");
        Directory directory = Directory.open(data, Clock.systemUTC(), new Random(1))) {
      assertThat(directory.bureaus().isOverAll("zhang")).isTrue();
      assertThat(directory.bureaus().list()).containsExactly(BUREAU);
      directory.bureaus().found(another, directory.accounts(), "zhang");
      assertThat(directory.bureaus().isOverAll("zhang")).isTrue();
    }
  }

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
