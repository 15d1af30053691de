package cn.anxun.server.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seeds of the fuzzer, and every input that broke something once. */
final class FuzzSeedsTest {
  @ParameterizedTest
  @EnumSource
  void input_thatBrokeSomethingOnce_doesSoNoMore(FuzzTarget target) throws Exception {
    List<Path> seeds = target.listSeeds();
    assertThat(seeds).isNotEmpty();
    for (Path seed : seeds) {
      target.run(Files.readAllBytes(seed));
    }
  }
}
