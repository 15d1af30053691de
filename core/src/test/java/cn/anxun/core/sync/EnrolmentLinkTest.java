package cn.anxun.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentLinkTest {
  private static final String FINGERPRINT =
      "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f";

  @Test
  void parse_whenWrittenHere_isTheSame() {
    EnrolmentLink link =
        new EnrolmentLink(
            List.of("https://192.168.1.8:8443", "https://anxun.example/"),
            "7K2M-9QXD",
            Optional.of(FINGERPRINT));

    assertThat(EnrolmentLink.parse(link.toString())).contains(link);
  }

  @Test
  void parse_whenOneServerWithoutFingerprint_readsBoth() {
    assertThat(EnrolmentLink.parse(" anxun:enrol?server=https%3A%2F%2Fa.cn&code=7K2M-9QXD&new=1\n"))
        .contains(new EnrolmentLink(List.of("https://a.cn"), "7K2M-9QXD", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://a.cn",
        "anxun:enrol?",
        "anxun:enrol?server=https://a.cn",
        "anxun:enrol?code=7K2M-9QXD",
        "anxun:enrol?server=%zz&code=7K2M-9QXD",
        "anxun:enrol?server=https://a.cn&code=7K2M-9QXD&sha256=0f"
      })
  void parse_whenSomethingElse_isEmpty(String text) {
    assertThat(EnrolmentLink.parse(text)).isEmpty();
  }
}
