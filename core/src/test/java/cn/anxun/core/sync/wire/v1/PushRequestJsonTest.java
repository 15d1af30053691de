package cn.anxun.core.sync.wire.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.sync.wire.v1.MalformedMessageException.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushRequestJsonTest {

  @Test
  void read_whenSpacedAndStrange_cutsEachEntryVerbatim() throws MalformedMessageException {
    String body =
        "{ \"other\":[1], \"entries\" : [ {\"a\" : 1.0,  \"b\":\"}]\\\"\"} ,7,null, [ ] ,\"x\"\n"
            + "] }";

    assertThat(texts(PushRequestJson.read(body.getBytes(UTF_8), 500)))
        .containsExactly("{\"a\" : 1.0,  \"b\":\"}]\\\"\"}", "7", "null", "[ ]", "\"x\"");
  }

  @Test
  void read_whenOneEntryBreaksTheLimitsOfAnEntry_returnsItForItsOwnVerdict()
      throws MalformedMessageException {
    String deep = "[".repeat(100) + "]".repeat(100);
    String twice = "{\"id\":1,\"id\":2}";
    String body = "{\"entries\":[" + deep + "," + twice + ",1e999]}";

    assertThat(texts(PushRequestJson.read(body.getBytes(UTF_8), 3)))
        .containsExactly(deep, twice, "1e999");
  }

  @Test
  void read_whenMoreThanTheLimit_saysTooMany() {
    assertThatThrownBy(() -> PushRequestJson.read("{\"entries\":[1,2,3]}".getBytes(UTF_8), 2))
        .isInstanceOfSatisfying(
            MalformedMessageException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.TOO_MANY);
              assertThat(e.field()).isEqualTo("entries");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|NOT_JSON",
        "' '|NOT_JSON",
        "'[1]'|NOT_JSON",
        "'{\"entries\":[1,]}'|NOT_JSON",
        "'{\"entries\":[1]'|NOT_JSON",
        "'{\"entries\":[1]} x'|NOT_JSON",
        "'{entries:[1]}'|NOT_JSON",
        "'<html>'|NOT_JSON",
        "'{}'|MISSING",
        "'{\"entries\":null}'|WRONG_TYPE",
        "'{\"entries\":{}}'|WRONG_TYPE",
        "'{\"entries\":\"[1]\"}'|WRONG_TYPE"
      })
  void read_whenMalformed_saysWhat(String body, Fault fault) {
    assertThatThrownBy(() -> PushRequestJson.read(body.getBytes(UTF_8), 500))
        .isInstanceOfSatisfying(
            MalformedMessageException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  @Test
  void read_whenNotUtf8_saysNotJson() {
    byte[] body = "{\"entries\":[\"?\"]}".getBytes(UTF_8);
    body[13] = (byte) 0xC3;

    assertThatThrownBy(() -> PushRequestJson.read(body, 500))
        .isInstanceOf(MalformedMessageException.class);
  }

  private static List<String> texts(List<byte[]> cut) {
    return cut.stream().map(bytes -> new String(bytes, UTF_8)).toList();
  }
}
