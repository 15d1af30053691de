package cn.anxun.server.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * Passwords of accounts in tests. A hash names its own cost, and the cost of these is the least.
 */
public final class QuickPassword {
  private static final Argon2Function LEAST = Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID);
  private static final byte[] SALT = new byte[16];

  private QuickPassword() {}

  /** Lets the account log in with this password, by the same check as any other. */
  public static void set(Accounts accounts, String account, String password, String actor) {
    String hash = Password.hash(password).addSalt(SALT).with(LEAST).getResult();
    accounts.setHash(account, hash, false, actor);
  }
}
