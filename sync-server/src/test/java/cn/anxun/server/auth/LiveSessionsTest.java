package cn.anxun.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.LiveSessions.Session;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which sessions end, whatever goes on meanwhile. */
final class LiveSessionsTest {
  private static final int ROUNDS = 500;
  private static final byte[] KEY = {1};
  private static final byte[] OTHER = {2};
  private static final byte[] ANOTHER = {3};

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private DataDirectory data;
  private Directory directory;
  private Database database;
  private LiveSessions live;

  @BeforeEach
  void open() {
    data = DataDirectory.ephemeral("test");
    directory = Directory.open(data, Clock.systemUTC(), new Random(1));
    directory.bureaus().create(new Bureau("demo", "示例", "510304"), "test");
    for (String account : new String[] {"li", "wang"}) {
      directory.accounts().create(account, account, "test");
      directory.accounts().grant(account, Grant.of("demo", Role.OFFICE), "test");
    }
    database = data.openDirectory();
    live = new LiveSessions(database);
  }

  @AfterEach
  void close() {
    database.close();
    directory.close();
    data.close();
  }

  private static Session session(String account) {
    return new Session(account, "demo", false, NOON, NOON);
  }

  private void end(String account) {
    database.change(handle -> LiveSessions.end(handle, account));
  }

  @Test
  void end_whenTheSessionIsUsedAllTheWhile_endsIt() throws Exception {
    AtomicBoolean asks = new AtomicBoolean(true);
    CountDownLatch busy = new CountDownLatch(1);
    Thread user =
        new Thread(
            () -> {
              for (long second = 0; asks.get(); second++) {
                live.use(KEY, NOON.plusSeconds(second));
                busy.countDown();
              }
            });
    user.start();
    busy.await();
    int survived = 0;
    try {
      for (int round = 0; round < ROUNDS; round++) {
        live.put(KEY, session("li"));
        end("LI");
        survived += live.find(KEY).isPresent() ? 1 : 0;
      }
    } finally {
      asks.set(false);
      user.join();
    }
    assertThat(survived).isZero();
  }

  @Test
  void put_whenTheAccountsSessionsWereEndedSince_putsNothing() {
    long since = 0;
    end("wang");
    assertThat(live.put(KEY, session("li"), since)).isTrue();
    end("Li");
    assertThat(live.put(OTHER, session("li"), since)).isFalse();
    assertThat(live.find(OTHER)).isEmpty();
  }

  @Test
  void replace_whenTheOldOneHasEnded_putsNothing() {
    live.put(KEY, session("li"));
    assertThat(live.replace(KEY, OTHER, session("li"))).isTrue();
    database.change(handle -> LiveSessions.end(handle, "li", "demo"));
    assertThat(live.replace(OTHER, ANOTHER, session("li"))).isFalse();
    assertThat(live.find(ANOTHER)).isEmpty();
  }

  @Test
  void put_takesThoseAwayThatAreOver() {
    live.put(KEY, session("li"));
    Instant later = NOON.plus(Sessions.IDLE);
    live.put(OTHER, new Session("wang", "demo", false, later, later));
    assertThat(live.find(KEY)).isEmpty();
    assertThat(live.find(OTHER)).isPresent();
  }
}
