package cn.anxun.server.auth;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A person, or an office, that acts.
 *
 * @param id the unique name: 1 to 64 of {@code A-Z a-z 0-9 . _ -}; the author in stamps
 * @param displayName as people know it
 * @param disabled it may neither log in nor sync; what its devices still hold goes to the inbox
 * @param credential what it logs in with
 */
public record Account(String id, String displayName, boolean disabled, Credential credential) {
  /** The columns that {@link #read} needs. */
  static final String COLUMNS =
      "id, display_name, disabled_at, password_hash IS NOT NULL AS has_password, must_change";

  /**
   * The password of an account, without the password.
   *
   * @param exists whether it can log in with a password at all
   * @param mustChange whether an administrator gave it out, so that its owner changes it at login
   */
  public record Credential(boolean exists, boolean mustChange) {}

  static Account read(ResultSet row) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("display_name"),
        row.getString("disabled_at") != null,
        new Credential(row.getBoolean("has_password"), row.getBoolean("must_change")));
  }
}
