package cn.anxun.core.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One entry of each kind, every field set, as phones have written it. The files never change once
 * released: phones and ledgers out there hold such bytes. A new kind gets a new file; a new field
 * of an old kind does not.
 */
class GoldenEntriesTest {
  private static final String DIRECTORY = "/golden/entries/";

  static List<Kind> kinds() {
    return Kinds.ALL;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void read_whenGolden_isOfItsKindAndWritesTheSameBytes(Kind kind) throws Exception {
    byte[] golden = golden(kind.name());

    WrittenEntry read = EntryJson.read(golden);

    assertThat(read.entry().kind().name()).isEqualTo(kind.name());
    assertThat(read.entry()).isNotInstanceOf(UnknownEntry.class);
    assertThat(new String(EntryJson.write(read.entry()).bytes(), UTF_8))
        .isEqualTo(new String(golden, UTF_8));
    assertThat(kind.fields().keySet()).containsAll(read.entry().fields().values().keySet());
  }

  @Test
  void golden_whenListed_areExactlyTheKinds() throws Exception {
    Path directory = Path.of(GoldenEntriesTest.class.getResource(DIRECTORY).toURI());
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(directory)) {
      files.forEach(file -> names.add(file.getFileName().toString().replace(".json", "")));
    }

    assertThat(names).isEqualTo(Kinds.ALL.stream().map(Kind::name).collect(Collectors.toSet()));
  }

  private static byte[] golden(String kind) throws IOException {
    try (InputStream in = GoldenEntriesTest.class.getResourceAsStream(DIRECTORY + kind + ".json")) {
      assertThat(in)
          .as(
              "the kind %s has no golden entry: write one to core/src/test/resources%s%s.json",
              kind, DIRECTORY, kind)
          .isNotNull();
      return in.readAllBytes();
    }
  }
}
