package cn.anxun.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientAddressTest {
  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "' 203.0.113.7:5678', 203.0.113.7",
    "2001:db8:1:2::1, 20010db800010002/64",
    "2001:DB8:1:2:ffff::9, 20010db800010002/64",
    "[2001:db8:1:2::1]:443, 20010db800010002/64",
    "fe80::1%eth0, fe80000000000000/64",
    "::ffff:203.0.113.7, 203.0.113.7"
  })
  void network_ofAnAddress_isWhatItsOwnerCannotChange(String written, String counted) {
    assertThat(ClientAddress.network(written)).contains(counted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "example.com", "_hidden", "cafe", "1.2.3", "::1::2"})
  void network_ofWhatIsNoAddress_isNone_andNoNameIsLookedUp(String written) {
    assertThat(ClientAddress.network(written)).isEmpty();
  }

  @Test
  void network_ofAVeryLongText_isNone() {
    assertThat(ClientAddress.network("1:".repeat(10_000))).isEmpty();
  }
}
