package cn.anxun.server.console.page;

import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/**
 * Tells an open page that the ledger has grown: {@code GET /live?seq=1234} answers nothing, and
 * where there are later entries the event {@code ledger-grew}, upon which the page fetches its
 * content anew.
 */
public final class LiveRoute {
  private final Access access;
  private final BureauLedgers ledgers;

  public LiveRoute(Access access, BureauLedgers ledgers) {
    this.access = access;
    this.ledgers = ledgers;
  }

  public void register(RoutesConfig routes) {
    routes.get("/live", access.see(Permission.SEE_FIGURES, this::live));
  }

  private void live(Context context, Principal principal) {
    int seen = Requests.number(context, "seq", 0, 0, Integer.MAX_VALUE);
    if (ledgers.get(principal.bureau()).lastSeq() > seen) {
      context.header("HX-Trigger", "ledger-grew");
    }
    context.status(HttpStatus.NO_CONTENT);
  }
}
