package cn.anxun.server.console.page;

import cn.anxun.server.auth.Permission;
import cn.anxun.server.http.Gate;
import io.javalin.http.Handler;

/** Who may see a page and who may send its forms. */
public final class Access {
  private final Gate gate;
  private final Csrf csrf;

  public Access(Gate gate, Csrf csrf) {
    this.gate = gate;
    this.csrf = csrf;
  }

  /** A page for those who have this permission. */
  public Handler see(Permission permission, Gate.AllowedHandler page) {
    return gate.allow(permission, page);
  }

  /** What a form does, for those who have this permission and sent it from our own page. */
  public Handler send(Permission permission, Gate.AllowedHandler action) {
    return gate.allowForm(
        permission,
        (context, principal) -> {
          csrf.check(context);
          action.handle(context, principal);
        });
  }
}
