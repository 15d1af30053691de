package cn.anxun.core.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenNumberTest {

  @Test
  void toString_isYearLettersCounterAndCheck() {
    assertThat(new SpokenNumber(2026, "K3", 172)).hasToString("26-K3-0172-7");
  }

  @Test
  void parse_whenTypedInAnyCase_readsIt() {
    assertThat(SpokenNumber.parse(" 26-k3-0172-7 ")).contains(new SpokenNumber(2026, "K3", 172));
  }

  @Property(tries = 150)
  void parse_whenOneCharacterIsWrongOrTwoNeighboursAreSwapped_isRefused(@ForAll Random random) {
    String alphabet = SpokenNumber.ALPHABET;
    StringBuilder letters = new StringBuilder();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    int year = 2000 + random.nextInt(100);
    int counter = 1 + random.nextInt(random.nextBoolean() ? 9_999 : 9_999_999);
    SpokenNumber number = new SpokenNumber(year, letters.toString(), counter);
    String spoken = number.toString();
    assertThat(SpokenNumber.parse(spoken)).contains(number);

    for (int i = 0; i < spoken.length(); i++) {
      if (spoken.charAt(i) == '-') {
        continue;
      }
      for (int j = 0; j < alphabet.length(); j++) {
        char other = alphabet.charAt(j);
        if (other != spoken.charAt(i)) {
          String wrong = spoken.substring(0, i) + other + spoken.substring(i + 1);
          assertThat(SpokenNumber.parse(wrong)).as("%s for %s", wrong, spoken).isEmpty();
        }
      }
      int next = i + 1 < spoken.length() && spoken.charAt(i + 1) == '-' ? i + 2 : i + 1;
      if (next < spoken.length() && spoken.charAt(next) != spoken.charAt(i)) {
        StringBuilder swapped = new StringBuilder(spoken);
        swapped.setCharAt(i, spoken.charAt(next));
        swapped.setCharAt(next, spoken.charAt(i));
        assertThat(SpokenNumber.parse(swapped.toString()))
            .as("%s for %s", swapped, spoken)
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "26-K3-0172",
        "26-K3-0000-0",
        "26-O3-0172-7",
        "26-K3-172-7",
        "K3-0172-7",
        "74-REV-0495580-W"
      })
  void parse_whenOfAnotherForm_isRefused(String typed) {
    assertThat(SpokenNumber.parse(typed)).isEmpty();
  }

  @Test
  void new_whenOutOfRange_isRefused() {
    for (int year : List.of(1999, 2100)) {
      assertThatIllegalArgumentException().isThrownBy(() -> new SpokenNumber(year, "K3", 1));
    }
    for (int counter : List.of(0, 10_000_000)) {
      assertThatIllegalArgumentException().isThrownBy(() -> new SpokenNumber(2026, "K3", counter));
    }
    for (String letters : List.of("K", "K3K3K", "IO", "k3")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new SpokenNumber(2026, letters, 1));
    }
  }
}
