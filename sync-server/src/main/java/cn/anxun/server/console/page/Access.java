package cn.anxun.server.console.page;

import cn.anxun.server.auth.Permission;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.Refusal;
import io.javalin.http.Handler;

/**
 * Who may see a page and who may send its forms. Pages show the whole bureau, so whatever else a
 * page asks for, it is for those alone who may see the bureau's figures.
 */
public final class Access {
  private final Gate gate;
  private final Csrf csrf;

  public Access(Gate gate, Csrf csrf) {
    this.gate = gate;
    this.csrf = csrf;
  }

  /** A page for those who have this permission. */
  public Handler see(Permission permission, Gate.AllowedHandler page) {
    return gate.allow(permission, ofTheBureau(page));
  }

  /** What a form does, for those who have this permission and sent it from our own page. */
  public Handler send(Permission permission, Gate.AllowedHandler action) {
    return gate.allowForm(
        permission,
        (context, principal) -> {
          csrf.check(context, principal);
          ofTheBureau(action).handle(context, principal);
        });
  }

  private static Gate.AllowedHandler ofTheBureau(Gate.AllowedHandler handler) {
    return (context, principal) -> {
      if (!principal.may(Permission.SEE_FIGURES)) {
        throw Refusal.of(403, "forbidden");
      }
      handler.handle(context, principal);
    };
  }
}
