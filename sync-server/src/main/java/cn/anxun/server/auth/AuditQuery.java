package cn.anxun.server.auth;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/**
 * What to look for in the audit of a bureau: what was done in it, and what its people did, or had
 * done to their accounts, on the server as a whole (logins, passwords) while they were its people.
 *
 * @param person an account that did it, or to which it was done; "" for all
 * @param action one of {@link Audit#listActions}; "" for all
 * @param from inclusive
 * @param until exclusive
 */
public record AuditQuery(
    String bureau, String person, String action, Optional<Instant> from, Optional<Instant> until) {
  private static final String OF_BUREAU =
      """
      (bureau = :bureau OR bureau = '' AND (
        actor COLLATE NOCASE IN (
          SELECT account FROM bureau_grant
          WHERE bureau = :bureau AND (revoked_at IS NULL OR audit.at < revoked_at))
        OR object COLLATE NOCASE IN (
          SELECT account FROM bureau_grant
          WHERE bureau = :bureau AND (revoked_at IS NULL OR audit.at < revoked_at))))
      AND (:person = '' OR actor = :person COLLATE NOCASE OR object = :person COLLATE NOCASE)
      AND (:action = '' OR action = :action)
      AND (:from = '' OR at >= :from)
      AND (:until = '' OR at < :until)
      """;

  /** All of a bureau. */
  public static AuditQuery of(String bureau) {
    return new AuditQuery(bureau, "", "", Optional.empty(), Optional.empty());
  }

  String select(String columns, String rest) {
    return "SELECT " + columns + " FROM audit WHERE " + OF_BUREAU + rest;
  }

  Query bound(Query query) {
    return query
        .bind("bureau", bureau)
        .bind("person", person)
        .bind("action", action)
        .bind("from", from.map(Timestamps::text).orElse(""))
        .bind("until", until.map(Timestamps::text).orElse(""));
  }
}
