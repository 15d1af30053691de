package cn.anxun.server.text;

import cn.anxun.core.text.Texts;
import java.util.Locale;

/**
 * Every sentence that the server says to a person, by key: {@code texts_zh.properties} and {@code
 * texts_en.properties} beside this class hold the same keys.
 */
public final class ServerTexts {
  public static final Texts CHINESE =
      Texts.load("/cn/anxun/server/text/texts_zh.properties", Locale.SIMPLIFIED_CHINESE);
  public static final Texts ENGLISH =
      Texts.load("/cn/anxun/server/text/texts_en.properties", Locale.ENGLISH);

  private ServerTexts() {}

  /** Core's own sentences in the language of these. */
  public static Texts core(Texts texts) {
    return texts.equals(ENGLISH) ? Texts.ENGLISH : Texts.CHINESE;
  }

  /** The sentence of this key in Chinese, and in English on the next line. */
  public static String both(String key, Object... arguments) {
    return CHINESE.text(key, arguments) + System.lineSeparator() + ENGLISH.text(key, arguments);
  }
}
