package cn.anxun.server.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** A slow hash of passwords, in PHC form. */
interface PasswordHash {
  /** Argon2id, 19 MiB, 2 passes: the first recommendation of OWASP. */
  PasswordHash ARGON2ID = new Argon2id();

  String of(String password, byte[] salt);

  /** Whether the password is the one of the hash; takes the same time for a wrong one. */
  boolean matches(String password, String hash);

  /** As the interface says of {@link #ARGON2ID}. */
  final class Argon2id implements PasswordHash {
    private Argon2id() {}

    /** Made when a password first comes: the library holds on to 19 MiB for each kind of hash. */
    private static Argon2Function function() {
      return Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    }

    @Override
    public String of(String password, byte[] salt) {
      return Password.hash(password).addSalt(salt).with(function()).getResult();
    }

    @Override
    public boolean matches(String password, String hash) {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }
  }
}
