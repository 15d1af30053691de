package cn.anxun.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.storage.DataDirectory;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Logins that meet with what an administrator does. */
final class LoginsTest {
  private static final String PASSWORD = "Correct-horse-9";

  /** He gives it out between the change and the start of the session that comes with it. */
  @Test
  void change_whenAnAdministratorGivesOutAnotherRightAfterIt_startsNoSession() {
    try (DataDirectory data = DataDirectory.ephemeral("test");
        Directory directory = Directory.open(data, Clock.systemUTC(), new Random(1))) {
      directory.bureaus().create(new Bureau("demo", "示例", "510304"), "test");
      directory.accounts().create("li", "李", "test");
      directory.accounts().grant("li", Grant.of("demo", Role.OFFICE), "test");
      QuickPassword.set(directory.accounts(), "li", PASSWORD, "test");

      LoginOutcome changed =
          directory
              .logins()
              .change("li", PASSWORD, "Another-horse-9", Optional.empty(), account -> {});
      assertThat(directory.accounts().resetPassword("li", "test")).isNotEmpty();

      assertThat(changed)
          .isInstanceOfSatisfying(
              LoginOutcome.Accepted.class,
              in -> assertThat(directory.sessions().start(in, "demo")).isEmpty());
    }
  }
}
