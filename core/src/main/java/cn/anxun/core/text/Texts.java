package cn.anxun.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** Every sentence that core says to a person, by key, in one language. The files are UTF-8 properties of {@link MessageFormat}s. */
public final class Texts {
  public static final Texts CHINESE = new Texts("texts_zh.properties", Locale.SIMPLIFIED_CHINESE);
  public static final Texts ENGLISH = new Texts("texts_en.properties", Locale.ENGLISH);

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

  /** Whether there is a sentence of this key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }
}
