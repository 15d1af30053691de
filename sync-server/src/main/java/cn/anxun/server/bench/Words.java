package cn.anxun.server.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;

/** Words and sentences that inspectors write, drawn by a seed from {@code words.properties}. */
final class Words {
  private static final Map<String, List<String>> LISTS = read();

  private final Random random;

  Words(Random random) {
    this.random = random;
  }

  /** One of the list of this name. */
  String any(String name) {
    List<String> words = LISTS.getOrDefault(name, List.of());
    return words.get(random.nextInt(words.size()));
  }

  /** The whole list of this name. */
  static List<String> all(String name) {
    return LISTS.getOrDefault(name, List.of());
  }

  String site() {
    return any("first") + any("second") + any("trades");
  }

  String address() {
    return any("roads") + (1 + random.nextInt(399)) + "号";
  }

  String person() {
    return any("surnames") + any("given");
  }

  /** A number of a block that is not given to anybody. */
  String phone() {
    return String.format("1900000%04d", random.nextInt(10_000));
  }

  private static Map<String, List<String>> read() {
    Properties words = new Properties();
    try (InputStream in = Words.class.getResourceAsStream("words.properties")) {
      if (in == null) {
        throw new IllegalStateException("words.properties is missing from the build");
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String name : words.stringPropertyNames()) {
      lists.put(name, List.of(words.getProperty(name).split(" ")));
    }
    return lists;
  }
}
