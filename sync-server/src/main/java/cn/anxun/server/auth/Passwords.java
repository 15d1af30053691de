package cn.anxun.server.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and checks passwords with Argon2id (19 MiB, 2 passes; the first recommendation of OWASP).
 * At most two at once, so that a rush of logins cannot take all memory and all processors.
 */
public final class Passwords {
  /** The fewest characters. */
  public static final int MIN_LENGTH = 8;

  /** The most characters, so that hashing stays bounded. */
  public static final int MAX_LENGTH = 128;

  private static final int MIN_CLASSES = 3;
  private static final int SALT_BYTES = 16;
  private static final int AT_ONCE = 2;
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  private final Tokens tokens;
  private final Semaphore slots = new Semaphore(AT_ONCE, true);
  private final AtomicReference<@Nullable String> hashOfNothing = new AtomicReference<>();

  public Passwords(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Whether the password has 8 to 128 characters of at least three classes: lower case, upper case,
   * digits, others.
   */
  public static boolean isStrong(String password) {
    int classes =
        (password.chars().anyMatch(Character::isLowerCase) ? 1 : 0)
            + (password.chars().anyMatch(Character::isUpperCase) ? 1 : 0)
            + (password.chars().anyMatch(Character::isDigit) ? 1 : 0)
            + (password
                    .chars()
                    .anyMatch(
                        c ->
                            !Character.isLowerCase(c)
                                && !Character.isUpperCase(c)
                                && !Character.isDigit(c))
                ? 1
                : 0);
    return password.length() >= MIN_LENGTH
        && password.length() <= MAX_LENGTH
        && classes >= MIN_CLASSES;
  }

  /** What is said of a password that is not strong. */
  static AccountException tooWeak() {
    return new AccountException(AccountException.Reason.WEAK_PASSWORD, MIN_LENGTH, MAX_LENGTH);
  }

  /** A strong password, for whoever does not choose one. */
  String random() {
    return "Ax-" + tokens.code();
  }

  /** The hash in PHC form. */
  public String hash(String password) {
    slots.acquireUninterruptibly();
    try {
      return Password.hash(password).addSalt(tokens.bytes(SALT_BYTES)).with(ARGON2ID).getResult();
    } finally {
      slots.release();
    }
  }

  /** Whether the password is the one of the hash. */
  boolean matches(String password, String hash) {
    if (password.length() > MAX_LENGTH) {
      return false;
    }
    slots.acquireUninterruptibly();
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      slots.release();
    }
  }

  /**
   * Takes as long as a real check, where there is no account to check against, so that time does
   * not tell which names exist.
   */
  void pretend(String password) {
    String hash = hashOfNothing.get();
    if (hash == null) {
      hash = hash(tokens.token());
      hashOfNothing.set(hash);
    }
    matches(password, hash);
  }
}
