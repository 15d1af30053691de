package cn.anxun.apk.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Aapt2Test {

  @ParameterizedTest
  @CsvSource({
    "Linux, /prebuilt/linux/aapt2",
    "Mac OS X, /prebuilt/macosx/aapt2",
    "Windows 11, /prebuilt/windows/aapt2.exe"
  })
  void resourceOf_isCarriedForEachSystem(String system, String resource) {
    assertThat(Aapt2.resourceOf(system)).isEqualTo(resource);
    assertThat(Aapt2.class.getResource(resource)).isNotNull();
  }
}
