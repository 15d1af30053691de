package cn.anxun.server.auth;

/**
 * Something that the audit keeps.
 *
 * @param actor the account; for the command line {@code command-line:<user of the machine>}
 * @param device by which; "" for none
 * @param bureau in which; "" for the whole server
 * @param action what was done, in English with hyphens: {@code login}, {@code export}, {@code
 *     correction}, {@code year-closed}, …
 * @param object to what: an account, a device, an entry, a form
 * @param detail what else an auditor would ask; never a secret
 */
public record AuditEvent(
    String actor, String device, String bureau, String action, String object, String detail) {
  public static AuditEvent of(String actor, String action) {
    return new AuditEvent(actor, "", "", action, "", "");
  }

  public static AuditEvent of(Principal actor, String action) {
    return new AuditEvent(actor.account(), actor.device(), actor.bureau(), action, "", "");
  }

  public AuditEvent in(String where) {
    return new AuditEvent(actor, device, where, action, object, detail);
  }

  public AuditEvent about(String what) {
    return new AuditEvent(actor, device, bureau, action, what, detail);
  }

  public AuditEvent saying(String more) {
    return new AuditEvent(actor, device, bureau, action, object, more);
  }
}
