package cn.anxun.server.importer;

import java.text.Normalizer;
import java.util.Locale;

/** Column headings as people write them: {@code *整改 期限（年-月-日）} is 整改期限. */
final class Heading {
  private Heading() {}

  /** Without brackets and what is in them, spaces, stars and punctuation, in one width and case. */
  static String normal(String written) {
    String plain =
        Normalizer.normalize(written, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\([^)]*\\)|\\[[^\\]]*\\]|【[^】]*】|〔[^〕]*〕", "");
    StringBuilder letters = new StringBuilder(plain.length());
    plain.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** By what a heading is known again: its normal form, or all of it where nothing is left. */
  static String key(String written) {
    String normal = normal(written);
    return normal.isEmpty() ? written.strip() : normal;
  }

  /** Whether amounts under it are in 万元. */
  static boolean inTenThousands(String written) {
    return written.contains("万元");
  }
}
