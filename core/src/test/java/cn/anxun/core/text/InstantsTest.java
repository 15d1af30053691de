package cn.anxun.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2026-03-01",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "0000-12-31T00:00:00Z",
        "+99999999999-01-01T00:00:00Z"
      })
  void find_ofWhatNoCalendarShows_isEmpty(String text) {
    assertThat(Instants.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T01:02:03Z",
        "2026-03-02T01:02:03.045Z",
        "2026-03-02T01:02:03.0450Z",
        "2026-03-02T01:02Z",
        "2024-02-29T23:59:59.999Z",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-03-02T24:00:00Z",
        "2026-03-02T25:00:00Z",
        "2026-03-02T23:60:00Z",
        "2026-03-02T23:59:60Z",
        "2026-06-30T23:59:60.000Z",
        "2026-03-02T01:02:03+0",
        "2026-03-02t01:02:03z",
        "2026-03-02 01:02:03Z",
        "２026-03-02T01:02:03Z"
      })
  void find_isWhatThePlatformReads(String text) {
    Optional<Instant> read;
    try {
      read = Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      read = Optional.empty();
    }
    assertThat(Instants.find(text)).isEqualTo(read);
  }

  @Test
  void find_ofAPhoneWhoseClockWasReset_isThere() {
    assertThat(Instants.find("1970-01-01T00:00:00Z")).contains(Instant.EPOCH);
  }

  @Property(tries = 500)
  void find_ofAnyInstant_isEmptyOrShownEverywhere(@ForAll long seconds) {
    long most = Instant.MAX.getEpochSecond();
    Instant instant = Instant.ofEpochSecond(Math.max(-most, Math.min(most, seconds)));
    Instants.find(instant.toString())
        .ifPresent(
            found -> {
              assertThat(found).isEqualTo(instant);
              assertThat(found.atZone(ZoneOffset.MAX).getYear()).isBetween(1, 9999);
              assertThat(found.atZone(ZoneOffset.MIN).getYear()).isBetween(1, 9999);
            });
  }
}
