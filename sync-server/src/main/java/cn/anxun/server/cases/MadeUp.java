package cn.anxun.server.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Random;

/**
 * Names and texts that no real bureau has, drawn from word lists by a seed. Site names never
 * repeat.
 */
final class MadeUp {
  private static final Properties WORDS = words();

  private final Random random;
  private final List<String> first = list("first");
  private final List<String> second = list("second");
  private final List<String> trades = list("trades");
  private final int offset;
  private int sites;

  MadeUp(Random random) {
    this.random = random;
    this.offset = random.nextInt(1 << 20);
  }

  /** The words of this name. */
  static List<String> list(String name) {
    return List.of(WORDS.getProperty(name).split(" "));
  }

  /** One of the words of this name. */
  String any(String name) {
    List<String> words = list(name);
    return words.get(random.nextInt(words.size()));
  }

  /** A name that no other site of this run has. */
  String site() {
    int combinations = first.size() * second.size() * trades.size();
    int lap = sites / combinations;
    // The stride has no factor in common with the 36,000 combinations, so a lap meets each once.
    int at = (int) ((offset + 7_919L * sites) % combinations);
    sites++;
    String firm =
        first.get(at % first.size())
            + second.get(at / first.size() % second.size())
            + trades.get(at / first.size() / second.size());
    return lap == 0 ? firm : firm + (lap + 1) + "分店";
  }

  String address() {
    return any("roads") + (1 + random.nextInt(399)) + "号";
  }

  String person() {
    return any("surnames") + any("titles");
  }

  /** A number of a block that is not given to anybody. */
  String phone() {
    return String.format("1900000%04d", random.nextInt(10_000));
  }

  private static Properties words() {
    Properties words = new Properties();
    try (InputStream in = MadeUp.class.getResourceAsStream("made-up.properties")) {
      if (in == null) {
        throw new IllegalStateException("made-up.properties is missing from the build");
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
