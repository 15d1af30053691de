package cn.anxun.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The sentences that a module says to a person, by key, in one language. The files are UTF-8
 * properties of {@link MessageFormat}s.
 */
public final class Texts {
  public static final Texts CHINESE =
      load("/cn/anxun/core/text/texts_zh.properties", Locale.SIMPLIFIED_CHINESE);
  public static final Texts ENGLISH =
      load("/cn/anxun/core/text/texts_en.properties", Locale.ENGLISH);

  private final Properties patterns = new Properties();
  private final Locale locale;

  private Texts(String resource, Locale locale) {
    this.locale = locale;
    try (InputStream in = Texts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing from the build");
      }
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** English for those who read it; Chinese for all others. */
  public static Texts of(Locale reader) {
    return reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : CHINESE;
  }

  /**
   * The sentences of a module.
   *
   * @param resource by its whole name: what lies beside a class is not found once R8 has moved it
   */
  public static Texts load(String resource, Locale locale) {
    return new Texts(resource, locale);
  }

  /**
   * The sentence of this key.
   *
   * @throws IllegalArgumentException where there is none
   */
  public String text(String key, Object... arguments) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /** The sentences whose keys begin with this, by the rest of the key. */
  public Map<String, String> under(String prefix) {
    Map<String, String> sentences = new HashMap<>();
    for (String key : patterns.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        sentences.put(key.substring(prefix.length()), text(key));
      }
    }
    return sentences;
  }

  /** Whether there is a sentence of this key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }
}
