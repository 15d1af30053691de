package cn.anxun.server.scope;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Principal;

/** What somebody may see of a ledger. */
public sealed interface Scope {

  /** The whole bureau. */
  record Everything() implements Scope {}

  /**
   * Subjects whose division code starts with {@code division}, and those which the account itself
   * opened.
   *
   * @param division not empty
   */
  record Division(String division, String account) implements Scope {
    boolean admits(SubjectIndex.Gain gain) {
      return gain.division().startsWith(division) || gain.opener().equals(account);
    }
  }

  static Scope of(Principal principal) {
    return principal.role() == Role.GRID_WORKER
        ? new Division(principal.grant().division(), principal.account())
        : new Everything();
  }
}
