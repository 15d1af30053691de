package cn.anxun.server.auth;

import java.util.concurrent.Semaphore;

/**
 * Hashes and checks passwords. At most two at once, so that a rush of logins cannot take all memory
 * and all processors.
 */
public final class Passwords {
  /** The fewest characters. */
  public static final int MIN_LENGTH = 8;

  /** The most characters, so that hashing stays bounded. */
  public static final int MAX_LENGTH = 128;

  private static final int MIN_CLASSES = 3;
  private static final int SALT_BYTES = 16;
  private static final int AT_ONCE = 2;

  /**
   * The hash of 32 random bytes that nobody has, under the parameters of {@link
   * PasswordHash#ARGON2ID}: checked where there is nothing to check against.
   */
  private static final String HASH_OF_NOTHING =
      "$argon2id$v=19$m=19456,t=2,p=1$/GyBtFGc46pl24QBS+UR9Q$8PReJTBQiZ478Z+8GDgg3r8DOTI6s9YB+abiiNyQ6W0";

  private final Tokens tokens;
  private final PasswordHash slow;
  private final Semaphore slots = new Semaphore(AT_ONCE, true);

  public Passwords(Tokens tokens) {
    this(tokens, PasswordHash.ARGON2ID);
  }

  Passwords(Tokens tokens, PasswordHash slow) {
    this.tokens = tokens;
    this.slow = slow;
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
      return slow.of(password, tokens.bytes(SALT_BYTES));
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
      return slow.matches(password, hash);
    } finally {
      slots.release();
    }
  }

  /**
   * Takes as long as a real check, where there is no account to check against, so that time does
   * not tell which names exist.
   */
  void pretend(String password) {
    matches(password, HASH_OF_NOTHING);
  }
}
