package cn.anxun.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "[1 2]",
        "[1;2]",
        "{\"a\"=1}",
        "nul",
        "True",
        "NaN",
        "-Infinity",
        "01",
        "+1",
        ".5",
        "1.",
        "1e",
        "0x10",
        "\"\u0001\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"open",
        "{} {}",
        "1 2",
        "// 1\n1",
        "/* */1",
        "#1\n1",
        ")]}'\n1",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}"
      })
  void read_whenNotStrictJson_isRefused(String text) {
    assertThatExceptionOfType(JsonSyntaxException.class)
        .as(text)
        .isThrownBy(() -> JsonText.read(text));
  }

  @Test
  void read_whenNested_goesToTheLimitAndNoFurther() {
    int max = JsonText.MAX_DEPTH;
    assertThat(JsonText.read("[".repeat(max) + "1" + "]".repeat(max))).isNotNull();
    for (String open : List.of("[", "{\"a\":")) {
      String deep = open.repeat(200_000);
      assertThatExceptionOfType(JsonSyntaxException.class).isThrownBy(() -> JsonText.read(deep));
    }
    String oneMore = "[".repeat(max + 1) + "1" + "]".repeat(max + 1);
    assertThatExceptionOfType(JsonSyntaxException.class).isThrownBy(() -> JsonText.read(oneMore));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "1E41", "1e99999999999999999999", "1e-41"})
  void read_whenANumberIsOutOfRange_isRefused(String number) {
    assertThatExceptionOfType(JsonSyntaxException.class)
        .as(number)
        .isThrownBy(() -> JsonText.read(number));
  }

  @Test
  void read_whenANumberIsTooLong_isRefused() {
    assertThat(JsonText.read("9".repeat(40))).isEqualTo(Json.of(new BigDecimal("9".repeat(40))));
    assertThatExceptionOfType(JsonSyntaxException.class)
        .isThrownBy(() -> JsonText.read("9".repeat(41)));
    assertThatExceptionOfType(JsonSyntaxException.class)
        .isThrownBy(() -> JsonText.read("9".repeat(1_000_000)));
  }

  @Test
  void read_whenNotUtf8_isRefused() {
    byte[] latin = "\"é\"".getBytes(StandardCharsets.ISO_8859_1);
    assertThatExceptionOfType(JsonSyntaxException.class).isThrownBy(() -> JsonText.read(latin));
    byte[] overlong = {'"', (byte) 0xC0, (byte) 0x80, '"'};
    assertThatExceptionOfType(JsonSyntaxException.class).isThrownBy(() -> JsonText.read(overlong));
    byte[] half = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    assertThatExceptionOfType(JsonSyntaxException.class).isThrownBy(() -> JsonText.read(half));
  }

  @Test
  void read_whenTheReplacementCharacterWasWritten_readsIt() {
    Json replacement = Json.of("安\uFFFD");
    assertThat(JsonText.read(JsonText.bytes(replacement))).isEqualTo(replacement);
    byte[] both = "\"\uFFFD?\"".getBytes(UTF_8);
    both[4] = (byte) 0xFF;
    assertThatExceptionOfType(JsonSyntaxException.class).isThrownBy(() -> JsonText.read(both));
  }

  @Test
  void read_keepsNumbersExactAndEqualWhateverTheirScale() {
    assertThat(JsonText.read("0.1")).isEqualTo(Json.of(new BigDecimal("0.10")));
    assertThat(JsonText.read("1E2")).isEqualTo(Json.of(100)).hasSameHashCodeAs(Json.of(100));
    assertThat(JsonText.read("-0")).isEqualTo(Json.of(0));
    assertThat(JsonText.write(JsonText.read("12345678901234567890.0123456789")))
        .isEqualTo("12345678901234567890.0123456789");
  }

  @Test
  void write_leavesHtmlAndChineseAsTheyAre() {
    assertThat(JsonText.write(Json.of("<安全>&'\"\\\n"))).isEqualTo("\"<安全>&'\\\"\\\\\\n\"");
  }

  @Property(tries = 300)
  void write_whenReadAgain_isTheSame(@ForAll Random random) {
    Json value = value(random, 0);

    assertThat(JsonText.read(JsonText.bytes(value))).isEqualTo(value);
  }

  @Property(tries = 300)
  void read_whenBytesAreRandom_refusesOrReads(@ForAll byte[] bytes) {
    try {
      assertThat(JsonText.read(bytes)).isNotNull();
    } catch (JsonSyntaxException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  static Json value(Random random, int depth) {
    return switch (random.nextInt(depth > 4 ? 4 : 6)) {
      case 0 -> Json.of(text(random));
      case 1 -> Json.of(BigDecimal.valueOf(random.nextLong(), random.nextInt(9) - 3));
      case 2 -> Json.of(random.nextBoolean());
      case 3 -> Json.NULL;
      case 4 -> {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(random, depth + 1));
        }
        yield Json.items(items);
      }
      default -> {
        Json.MembersBuilder members = Json.members();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.put(text(random), value(random, depth + 1));
        }
        yield members.build();
      }
    };
  }

  private static String text(Random random) {
    String characters = "ab\"\\/{}[]:, \n\t\u0000\u001f\u2028安𠀀é";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(characters.codePointCount(0, characters.length()));
      text.appendCodePoint(characters.codePointAt(characters.offsetByCodePoints(0, at)));
    }
    return text.toString();
  }

  @Test
  void bytes_areUtf8() {
    assertThat(JsonText.bytes(Json.of("安"))).isEqualTo("\"安\"".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-12.50", "1E+40", "1E-40", "1234567890123456789012345678901234567890"})
  void isInRange_ofWhatReadTakes_isTrue(String number) {
    assertThat(JsonText.isInRange(new BigDecimal(number))).isTrue();
    assertThat(JsonText.read(JsonText.write(Json.of(new BigDecimal(number))))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1E999999999",
        "1E-999999999",
        "1E+41",
        "1E-41",
        "12345678901234567890123456789012345678901",
        "-1234567890123456789012345678901234567890"
      })
  void isInRange_ofWhatReadRefuses_isFalse(String number) {
    Json written = Json.of(new BigDecimal(number));
    assertThat(JsonText.isInRange(new BigDecimal(number))).isFalse();
    assertThatExceptionOfType(JsonSyntaxException.class)
        .isThrownBy(() -> JsonText.read(JsonText.write(written)));
  }
}
