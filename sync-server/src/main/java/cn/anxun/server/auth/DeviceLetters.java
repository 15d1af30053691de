package cn.anxun.server.auth;

import cn.anxun.core.entry.SpokenNumber;
import java.util.Optional;
import java.util.Set;

/**
 * The letters given to the devices of a bureau, in a fixed order: a letter and a digit first
 * ({@code A0} to {@code Y9}), which are heard best, then two letters, then three characters that
 * start with a letter.
 */
final class DeviceLetters {
  private static final String DIGITS = SpokenNumber.ALPHABET.substring(0, 10);
  private static final String LETTERS = SpokenNumber.ALPHABET.substring(10);

  private DeviceLetters() {}

  /** Whether a device may have these. */
  static boolean isValid(String letters) {
    return letters.length() >= 2
        && letters.length() <= 4
        && letters.chars().allMatch(c -> SpokenNumber.ALPHABET.indexOf(c) >= 0);
  }

  /** The first that are not taken; empty where all are, after some 20,000 devices. */
  static Optional<String> firstFree(Set<String> taken) {
    return firstFree(taken, LETTERS, DIGITS)
        .or(() -> firstFree(taken, LETTERS, LETTERS))
        .or(() -> firstFree(taken, LETTERS, SpokenNumber.ALPHABET, SpokenNumber.ALPHABET));
  }

  private static Optional<String> firstFree(Set<String> taken, String... places) {
    return continued(taken, "", places);
  }

  private static Optional<String> continued(Set<String> taken, String stem, String... places) {
    if (stem.length() == places.length) {
      return taken.contains(stem) ? Optional.empty() : Optional.of(stem);
    }
    for (char c : places[stem.length()].toCharArray()) {
      Optional<String> found = continued(taken, stem + c, places);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
