package cn.anxun.server.console.base;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.AdminTab;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import io.javalin.http.Context;
import java.util.Optional;

/** A request about the bureau's tables, as everything is now. */
final class BaseRequest {
  final Context context;
  final Principal person;
  final Texts texts;
  final BureauLedger ledger;
  final LedgerState state;
  final BaseTables tables;

  private BaseRequest(Context context, Principal person, BaseOffice office) {
    if (!AdminTab.BASE.isOpenTo(person)) {
      throw Refusal.of(403, "forbidden");
    }
    this.context = context;
    this.person = person;
    this.texts = Requests.texts(context);
    this.ledger = office.ledgers().get(person.bureau());
    Cutoff now = Viewed.latest(ledger, office.clock()).cutoff();
    this.state = ledger.state(now);
    this.tables = new BaseTables(state, texts);
  }

  static BaseRequest of(Context context, Principal person, BaseOffice office) {
    return new BaseRequest(context, person, office);
  }

  /**
   * The table that the address names.
   *
   * @throws Refusal 404 where there can be none of this name
   */
  BaseTable table() {
    return tables
        .find(context.pathParam("document"))
        .orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  /** A field of the form; "" where it did not come. */
  String typed(String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("");
  }

  String text(String key, Object... arguments) {
    return texts.text("console.base." + key, arguments);
  }

  /** Who saved it and when, in a sentence. */
  String saved(BaseOffice office, Optional<Revisions.Revision> revision) {
    return revision
        .map(
            last ->
                text(
                    "saved-by",
                    office.directory().accounts().displayName(last.author()),
                    Days.text(last.at(), texts)))
        .orElse("");
  }

  /** Sends a page. It does not follow the ledger: what is typed must not be replaced. */
  void send(Pages pages, String template, String title, Object model) {
    Pages.send(context, template, pages.plain(context, person, Section.ADMIN, title), model);
  }
}
