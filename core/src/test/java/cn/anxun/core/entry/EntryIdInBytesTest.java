package cn.anxun.core.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryIdInBytesTest {

  @Test
  void findId_whenTheEntryIsNotAcceptable_stillNamesIt() {
    String tooDeep = "[".repeat(60) + "]".repeat(60);

    assertThat(findId("{\"id\":\"a\",\"public\":" + tooDeep + "}")).contains("a");
    assertThat(findId("{\"public\":{\"n\":1,\"n\":1e999},\"id\" : \"b\"}")).contains("b");
  }

  @Test
  void findId_whenThereIsNone_isEmpty() {
    assertThat(findId("{\"id\":7}")).isEmpty();
    assertThat(findId("{\"subject\":\"a\"}")).isEmpty();
    assertThat(findId("[\"id\"]")).isEmpty();
    assertThat(findId("{\"id\":\"a\"")).isEmpty();
    assertThat(findId("")).isEmpty();
  }

  private static Optional<String> findId(String text) {
    return EntryJson.findId(text.getBytes(UTF_8));
  }
}
