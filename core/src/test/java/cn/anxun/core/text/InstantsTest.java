package cn.anxun.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
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
