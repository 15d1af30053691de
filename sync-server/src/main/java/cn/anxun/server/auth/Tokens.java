package cn.anxun.server.auth;

import cn.anxun.core.entry.SpokenNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Secrets that the server gives out. Tokens are 256 random bits, so their plain SHA-256 is what is
 * stored: there is nothing to guess that a salt or a slow hash would protect.
 */
public final class Tokens {
  private static final int TOKEN_BYTES = 32;
  private static final int CODE_CHARS = 12;

  private final RandomGenerator random;

  /**
   * @param random a cryptographically strong source, except in tests
   */
  public Tokens(RandomGenerator random) {
    this.random = random;
  }

  /** A new token: 43 characters of the URL-safe Base64 alphabet. */
  public String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
  }

  /**
   * A new code for a person to type, such as {@code K3T7-09HM-VX4D}: 59 bits, so it must also
   * expire.
   */
  public String code() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CODE_CHARS; i++) {
      if (i > 0 && i % 4 == 0) {
        code.append('-');
      }
      code.append(SpokenNumber.ALPHABET.charAt(random.nextInt(SpokenNumber.ALPHABET.length())));
    }
    return code.toString();
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** SHA-256 of the token, as stored. */
  public static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hash of a code however it was typed: case, spaces and hyphens do not matter. */
  static byte[] hashOfCode(String typed) {
    return hash(typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", ""));
  }

  static boolean sameCode(String one, String other) {
    return MessageDigest.isEqual(hashOfCode(one), hashOfCode(other));
  }

  /** Compares in a time that does not tell where they differ. */
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(hash(one), hash(other));
  }
}
