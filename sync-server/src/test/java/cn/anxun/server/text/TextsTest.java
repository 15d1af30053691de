package cn.anxun.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is said in Chinese is said in English, with the same things filled in. */
final class TextsTest {

  private static Properties read(String resource) throws IOException {
    Properties texts = new Properties();
    try (InputStream in = TextsTest.class.getResourceAsStream(resource)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cn/anxun/server/text/texts", "/cn/anxun/server/command/usage"})
  void texts_haveTheSameKeysInBothLanguages(String name) throws IOException {
    Properties chinese = read(name + "_zh.properties");
    Properties english = read(name + "_en.properties");
    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cn/anxun/server/text/texts"})
  void sentences_takeTheSameArgumentsInBothLanguages(String name) throws IOException {
    Properties chinese = read(name + "_zh.properties");
    Properties english = read(name + "_en.properties");
    for (String key : chinese.stringPropertyNames()) {
      int one = new MessageFormat(chinese.getProperty(key)).getFormatsByArgumentIndex().length;
      int other = new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex().length;
      assertThat(other).as(key).isEqualTo(one);
    }
  }
}
