package cn.anxun.server.auth;

import cn.anxun.core.ledger.Role;

/**
 * Who is asking, in which bureau, by which device.
 *
 * @param grant what the account may do in the bureau
 * @param device the device's id; {@link #WEB} for a session without one
 * @param readOnly a link that shows figures and nothing else
 */
public record Principal(
    String account, String displayName, Grant grant, String device, boolean readOnly) {
  /** Stands for the device where somebody logged in with a password. */
  public static final String WEB = "web";

  public String bureau() {
    return grant.bureau();
  }

  public Role role() {
    return grant.role();
  }

  /** Whether this is a phone that was enrolled. */
  public boolean isDevice() {
    return !device.equals(WEB);
  }

  public boolean may(Permission permission) {
    boolean shows = permission == Permission.SEE_FIGURES || permission == Permission.EXPORT;
    return (shows || !readOnly) && Permission.of(role()).contains(permission);
  }
}
