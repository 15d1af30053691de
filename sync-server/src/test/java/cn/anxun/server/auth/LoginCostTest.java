package cn.anxun.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is wrong with a login, it costs one slow check with the same parameters, so that time
 * tells nothing. Counted, not timed.
 */
final class LoginCostTest {
  private static final String PASSWORD = "Correct-horse-9";

  private static final class Counted implements PasswordHash {
    final List<String> checked = new ArrayList<>();

    @Override
    public String of(String password, byte[] salt) {
      return "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$" + password;
    }

    @Override
    public boolean matches(String password, String hash) {
      checked.add(hash.substring(0, hash.indexOf('$', 20)));
      return hash.equals(of(password, new byte[0]));
    }
  }

  @TempDir private Path folder;
  private final Counted hash = new Counted();
  private DataDirectory data;
  private Database database;
  private Logins logins;

  @BeforeEach
  void open() {
    data = DataDirectory.open(folder, "test");
    try (Directory directory = Directory.open(data, Clock.systemUTC(), new Random(1))) {
      directory.bureaus().create(new Bureau("demo", "示例", "510304"), "test");
    }
    database = data.openDirectory();
    Passwords passwords = new Passwords(new Tokens(new Random(2)), hash);
    Accounts accounts = new Accounts(database, Clock.systemUTC(), passwords);
    for (String name : List.of("li", "disabled", "without")) {
      accounts.create(name, name, "test");
      accounts.grant(name, Grant.of("demo", Role.OFFICE), "test");
    }
    accounts.setPassword("li", PASSWORD, "test");
    accounts.setPassword("disabled", PASSWORD, "test");
    accounts.setDisabled("disabled", true, "test");
    logins = new Logins(database, Clock.systemUTC(), passwords);
  }

  @AfterEach
  void close() {
    database.close();
    data.close();
  }

  private List<String> cost(String name, String password) {
    hash.checked.clear();
    logins.login(name, password);
    return List.copyOf(hash.checked);
  }

  @Test
  void login_costsOneCheckOfTheSameKind_whateverIsWrongWithIt() {
    List<String> right = cost("li", PASSWORD);
    assertThat(right).containsExactly("$argon2id$v=19$m=19456,t=2,p=1");
    assertThat(cost("nobody", PASSWORD)).as("the first name that does not exist").isEqualTo(right);
    assertThat(cost("nobody", PASSWORD)).as("the next one").isEqualTo(right);
    assertThat(cost("li", "wrong")).isEqualTo(right);
    assertThat(cost("disabled", PASSWORD)).isEqualTo(right);
    assertThat(cost("without", PASSWORD)).isEqualTo(right);
  }

  @Test
  void login_ofALockedName_costsNothing_whetherThereIsOneOrNot() {
    for (int i = 0; i < Logins.FAILURES; i++) {
      logins.login("li", "wrong");
      logins.login("nobody", "wrong");
    }
    assertThat(cost("li", PASSWORD)).isEmpty();
    assertThat(cost("nobody", PASSWORD)).isEmpty();
  }

  @Test
  void hashOfNothing_isOneOfTheRealKind() {
    Passwords real = new Passwords(new Tokens(new Random(3)));
    String hashed = real.hash("x");
    real.pretend("x");
    assertThat(hashed).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(real.matches("x", hashed)).isTrue();
  }
}
