package cn.anxun.core.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that a person can say over the phone, final offline: two digits of the year, the
 * device's letters, a counter of the device and a check character, as in {@code 26-K3-0172-7}. The
 * check is Σ value·20^place mod 31 over the characters without hyphens, places from 1 and values as
 * in {@link #ALPHABET}; it catches every single wrong character and every swap of neighbours.
 *
 * @param year 2000 to 2099
 * @param deviceLetters 2 to 4 characters of the alphabet, given at enrolment, unique in the bureau
 * @param counter from 1; four digits, more when needed
 */
public record SpokenNumber(int year, String deviceLetters, int counter) {
  /** Digits and letters without those that are mistaken for others (I, L, O, S, Z). */
  public static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRTUVWXY";

  private static final int BASE = 20;
  private static final Pattern FORM =
      Pattern.compile("(\\d{2})-([0-9A-Z]{2,4})-(\\d{4,7})-([0-9A-Z])");

  public SpokenNumber {
    if (year < 2000 || year > 2099 || counter < 1 || counter > 9_999_999) {
      throw new IllegalArgumentException(
          "year 2000-2099 and counter 1-9999999, not " + year + " and " + counter);
    }
    if (deviceLetters.length() < 2
        || deviceLetters.length() > 4
        || deviceLetters.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      throw new IllegalArgumentException(
          "device letters: 2 to 4 of " + ALPHABET + ", not " + deviceLetters);
    }
  }

  /**
   * Reads a number as a person types it, in any case; empty where its form or its check character
   * is wrong.
   */
  public static Optional<SpokenNumber> parse(String typed) {
    Matcher matcher = FORM.matcher(typed.trim().toUpperCase(Locale.ROOT));
    if (!matcher.matches() || matcher.group(2).chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      return Optional.empty();
    }
    int counter = Integer.parseInt(matcher.group(3));
    if (counter < 1) {
      return Optional.empty();
    }
    SpokenNumber number =
        new SpokenNumber(2000 + Integer.parseInt(matcher.group(1)), matcher.group(2), counter);
    // The whole text, not the check alone: a wrong digit may read as a leading zero of the counter.
    return number.toString().equals(matcher.group()) ? Optional.of(number) : Optional.empty();
  }

  @Override
  public String toString() {
    String stem = String.format(Locale.ROOT, "%02d-%s-%04d", year % 100, deviceLetters, counter);
    return stem + '-' + check(stem);
  }

  private static char check(String stem) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < stem.length(); i++) {
      int value = ALPHABET.indexOf(stem.charAt(i));
      if (value >= 0) {
        weight = weight * BASE % ALPHABET.length();
        sum += value * weight;
      }
    }
    return ALPHABET.charAt(sum % ALPHABET.length());
  }
}
