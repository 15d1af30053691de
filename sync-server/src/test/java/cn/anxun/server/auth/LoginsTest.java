package cn.anxun.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Logins that meet with what an administrator does. */
final class LoginsTest {
  private static final String PASSWORD = "Correct-horse-9";

  /** The account's sessions are held from being ended until the administrator has ended them. */
  @Test
  void change_whenAnAdministratorGivesOutAnotherRightAfterIt_startsNoSession() throws Exception {
    try (DataDirectory data = DataDirectory.ephemeral("test");
        Database database = data.openDirectory()) {
      Clock clock = Clock.systemUTC();
      Tokens tokens = new Tokens(new Random(1));
      Passwords passwords = new Passwords(tokens);
      LiveSessions live = new LiveSessions();
      Accounts accounts = new Accounts(database, clock, passwords, live);
      Logins logins = new Logins(database, clock, passwords, live);
      Sessions sessions = new Sessions(accounts, clock, tokens, live);
      new Bureaus(database, clock).create(new Bureau("demo", "示例", "510304"), "test");
      accounts.create("li", "李", "test");
      accounts.grant("li", Grant.of("demo", Role.OFFICE), "test");
      QuickPassword.set(accounts, "li", PASSWORD, "test");
      CountDownLatch looked = new CountDownLatch(1);
      CountDownLatch held = new CountDownLatch(1);
      FutureTask<LoginOutcome> change =
          new FutureTask<>(
              () ->
                  logins.change(
                      "li",
                      PASSWORD,
                      "Another-horse-9",
                      Optional.empty(),
                      account -> {
                        looked.countDown();
                        await(held);
                      }));
      new Thread(change).start();
      looked.await();
      synchronized (live) {
        held.countDown();
        while (!isChanged(database)) {
          Thread.onSpinWait();
        }
        assertThat(accounts.resetPassword("li", "test")).isNotEmpty();
      }

      assertThat(change.get())
          .isInstanceOfSatisfying(
              LoginOutcome.Accepted.class, in -> assertThat(sessions.start(in, "demo")).isEmpty());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isChanged(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT count(*) > 0 FROM audit WHERE action = 'password-changed'")
                .mapTo(Boolean.class)
                .one());
  }
}
