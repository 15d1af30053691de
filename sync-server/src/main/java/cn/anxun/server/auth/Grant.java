package cn.anxun.server.auth;

import cn.anxun.core.ledger.Role;

/**
 * What an account is in a bureau.
 *
 * @param unit the unit it belongs to; "" for none
 * @param division for a grid worker the division code with which the codes of visible subjects
 *     start; "" for none
 * @param version rises with every change, so that a phone's pull starts anew
 */
public record Grant(String bureau, Role role, String unit, String division, long version) {
  /** The first grant of a role over a whole bureau. */
  public static Grant of(String bureau, Role role) {
    return new Grant(bureau, role, "", "", 1);
  }
}
