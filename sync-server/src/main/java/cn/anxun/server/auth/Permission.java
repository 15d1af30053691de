package cn.anxun.server.auth;

import cn.anxun.core.ledger.Role;
import java.util.EnumSet;
import java.util.Set;

/** What the server lets somebody do; which role may do what stands in {@link #of}. */
public enum Permission {
  /**
   * Push entries. What an entry's author may not say is kept as a proposal by the fold, not refused
   * here.
   */
  PUSH,
  /** Pull entries: staff the whole bureau, grid workers the subjects of their division. */
  PULL,
  /** See figures and the records behind them, of the whole bureau. */
  SEE_FIGURES,
  /** Take forms and lists out of the system; each time is audited. */
  EXPORT,
  /** Accounts, devices, the inbox, the audit. */
  ADMINISTER;

  /**
   * What a role may do. A grid worker sees only the own division, so no figure of the bureau. An
   * auditor reads in the browser and has no phone: what would be pulled holds personal fields.
   */
  public static Set<Permission> of(Role role) {
    return switch (role) {
      case GRID_WORKER -> EnumSet.of(PUSH, PULL);
      case INSPECTOR -> EnumSet.of(PUSH, PULL, SEE_FIGURES);
      case AUDITOR -> EnumSet.of(SEE_FIGURES, EXPORT);
      case SUPERVISOR, OFFICE -> EnumSet.of(PUSH, PULL, SEE_FIGURES, EXPORT);
      case ADMINISTRATOR -> EnumSet.allOf(Permission.class);
    };
  }
}
