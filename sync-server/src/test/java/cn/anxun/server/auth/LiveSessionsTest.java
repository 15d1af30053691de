package cn.anxun.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.auth.LiveSessions.Session;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Which sessions end, whatever goes on meanwhile. */
final class LiveSessionsTest {
  /** As many as it takes: with a removal by value, one in a hundred thousand went on. */
  private static final int ROUNDS = 500_000;

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final LiveSessions live = new LiveSessions();

  private static Session session(String account) {
    return new Session(account, "demo", false, NOON, NOON);
  }

  @Test
  void end_whenTheSessionIsUsedAllTheWhile_endsIt() throws Exception {
    AtomicBoolean asks = new AtomicBoolean(true);
    Thread busy =
        new Thread(
            () -> {
              for (long second = 0; asks.get(); second++) {
                Instant now = NOON.plusSeconds(second);
                live.change("key", present -> Optional.of(present.usedAt(now)));
              }
            });
    busy.start();
    int survived = 0;
    try {
      for (int round = 0; round < ROUNDS; round++) {
        live.put("key", session("li"), NOON);
        live.end("LI");
        survived += live.find("key").isPresent() ? 1 : 0;
      }
    } finally {
      asks.set(false);
      busy.join();
    }
    assertThat(survived).isZero();
  }

  @Test
  void put_whenTheAccountsSessionsWereEndedSince_putsNothing() {
    long since = live.ends("li");
    live.end("wang");
    assertThat(live.put("first", session("li"), NOON, since)).isTrue();
    live.end("Li");
    assertThat(live.put("second", session("li"), NOON, since)).isFalse();
    assertThat(live.find("second")).isEmpty();
  }

  @Test
  void replace_whenTheOldOneHasEnded_putsNothing() {
    live.put("old", session("li"), NOON);
    assertThat(live.replace("old", "new", session("li"), NOON)).isTrue();
    live.end("li", "demo");
    assertThat(live.replace("new", "newer", session("li"), NOON)).isFalse();
    assertThat(live.find("newer")).isEmpty();
  }
}
