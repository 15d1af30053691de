package cn.anxun.core.codelist;

import java.util.Locale;

/**
 * The unified social credit code of GB 32100-2015: 18 characters of {@code 0-9A-HJ-NP-RTUWXY}, the
 * last a check character. Codes with a wrong one are in official use, so it warns and never blocks.
 */
public final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  /** What is to be said of a code. */
  public enum Verdict {
    VALID,
    /** Well formed, but the check character is not the one that follows from the others. */
    WRONG_CHECK_DIGIT,
    /** Not 18 characters of the alphabet. */
    MALFORMED
  }

  private CreditCode() {}

  /** Judges a code as it is; give it {@link #normalized} first where it was typed by a person. */
  public static Verdict check(String code) {
    if (code.length() != WEIGHTS.length + 1) {
      return Verdict.MALFORMED;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      int value = ALPHABET.indexOf(code.charAt(i));
      if (value < 0) {
        return Verdict.MALFORMED;
      }
      sum += value * WEIGHTS[i];
    }
    int given = ALPHABET.indexOf(code.charAt(WEIGHTS.length));
    if (given < 0) {
      return Verdict.MALFORMED;
    }
    int modulus = ALPHABET.length();
    return given == (modulus - sum % modulus) % modulus ? Verdict.VALID : Verdict.WRONG_CHECK_DIGIT;
  }

  /** Without spaces and hyphens, full-width characters as plain ones, in capitals. */
  public static String normalized(String typed) {
    StringBuilder code = new StringBuilder(typed.length());
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      char plain = c >= '\uff01' && c <= '\uff5e' ? (char) (c - '\uff01' + '!') : c;
      if (!Character.isWhitespace(plain) && !Character.isSpaceChar(plain) && plain != '-') {
        code.append(plain);
      }
    }
    return code.toString().toUpperCase(Locale.ROOT);
  }
}
