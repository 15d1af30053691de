package cn.anxun.server.text;

/** The character U+0000, which nobody types and PostgreSQL keeps in no text. */
public final class ZeroCharacter {
  private static final String ZERO = "\0";

  private ZeroCharacter() {}

  /** Whether the text holds it. */
  public static boolean isIn(String text) {
    return text.contains(ZERO);
  }

  /** The text without it. */
  public static String strip(String text) {
    return text.replace(ZERO, "");
  }
}
