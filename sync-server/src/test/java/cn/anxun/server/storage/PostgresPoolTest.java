package cn.anxun.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Whoever finds all connections taken is told so, and does not wait for ever. */
final class PostgresPoolTest {
  private static final PostgresDatabases.Pool ONE =
      new PostgresDatabases.Pool(1, Duration.ofMillis(250));

  private static int one(Handle handle) {
    return handle.createQuery("SELECT 1").mapTo(Integer.class).one();
  }

  @Test
  void connection_thatNobodyGivesBack_isRefusedToOthers_untilItIsGivenBack() {
    try (PostgresDatabases databases =
        PostgresDatabases.open(TestPostgres.address(), null, true, TransactionWatch.NONE, ONE)) {
      PostgresDatabase taken = databases.openBureau(TestPostgres.newBureau());
      PostgresDatabase other = databases.openBureau(TestPostgres.newBureau());
      taken.change(
          handle -> {
            assertRefused(() -> other.read(PostgresPoolTest::one));
            assertRefused(() -> other.write(PostgresPoolTest::one));
            assertRefused(databases::bureaus);
            assertThat(one(handle)).isEqualTo(1);
          });
      assertThat(other.<Integer>read(PostgresPoolTest::one)).isEqualTo(1);
      assertThat(other.<Integer>write(PostgresPoolTest::one)).isEqualTo(1);
    }
  }

  private static void assertRefused(Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("Connection is not available")
        .hasMessageContaining("正被占用")
        .hasMessageContaining("本次内容没有保存，请稍后重试")
        .hasMessageContaining("Nothing of this was kept");
  }
}
