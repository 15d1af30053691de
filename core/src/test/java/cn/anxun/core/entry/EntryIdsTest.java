package cn.anxun.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EntryIdsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  /** A clock that tests move. */
  private static final class Hands extends Clock {
    private Instant now = NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Hands clock = new Hands();
  private final EntryIds ids = new EntryIds(clock, new Random(1));

  @Test
  void next_isAVersion7UuidOfTheClocksMillisecond() {
    UUID id = UUID.fromString(ids.next());

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    assertThat(EntryIds.isValid(id.toString())).isTrue();
  }

  @Test
  void next_whenTheClockStandsStillOrGoesBack_keepsRising() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(ids.next());
      if (i == 5_000) {
        clock.now = NOW.minusSeconds(3600);
      }
    }
    clock.now = NOW.plusSeconds(60);
    made.add(ids.next());

    assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(EntryIds::isValid);
  }

  @Test
  void next_whenCalledByThreads_neverRepeats() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<List<String>>> runs = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      runs.add(
          threads.submit(
              () -> {
                List<String> made = new ArrayList<>();
                for (int i = 0; i < 2_000; i++) {
                  made.add(ids.next());
                }
                return made;
              }));
    }
    Set<String> all = new HashSet<>();
    for (Future<List<String>> run : runs) {
      all.addAll(run.get());
    }
    threads.shutdown();

    assertThat(all).hasSize(8_000);
  }

  @Test
  void isValid_whenOfAnotherVersionOrForm_isFalse() {
    String id = ids.next();

    assertThat(EntryIds.isValid(id.toUpperCase(java.util.Locale.ROOT))).isFalse();
    assertThat(EntryIds.isValid(id + "0")).isFalse();
    assertThat(EntryIds.isValid(id.replace("-", ""))).isFalse();
    assertThat(EntryIds.isValid(UUID.randomUUID().toString())).isFalse();
    assertThat(EntryIds.isValid("")).isFalse();
  }
}
