package cn.anxun.server.console.measure;

import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.MeasureVocabulary;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.http.Context;
import java.time.Clock;

/** A request about the bureau's definitions as they are now. */
final class MeasureRequest {
  final Context context;
  final Principal person;
  final Texts texts;
  final BureauLedger ledger;
  final Viewed latest;
  final LedgerState state;
  final MeasureVocabulary vocabulary;
  final Catalogue catalogue;
  final Choices choices;
  final Names names;
  final OwnIndicators own;

  private MeasureRequest(Context context, Principal person, BureauLedgers ledgers, Clock clock) {
    this.context = context;
    this.person = person;
    this.texts = Requests.texts(context);
    this.ledger = ledgers.get(person.bureau());
    this.latest = Viewed.latest(ledger, clock);
    this.state = latest.state(ledger);
    this.vocabulary = MeasureVocabulary.at(state);
    this.catalogue = Catalogue.at(state);
    this.choices = new Choices(state, vocabulary, texts);
    this.names = Names.at(state, texts);
    this.own = OwnIndicators.at(state);
  }

  static MeasureRequest toSee(
      Context context, Principal person, BureauLedgers ledgers, Clock clock) {
    return new MeasureRequest(context, person, ledgers, clock);
  }

  /**
   * To change something.
   *
   * @throws Refusal 403 for one who may not
   */
  static MeasureRequest toChange(
      Context context, Principal person, BureauLedgers ledgers, Clock clock) {
    if (!mayChange(person)) {
      throw Refusal.of(403, "forbidden");
    }
    return new MeasureRequest(context, person, ledgers, clock);
  }

  static boolean mayChange(Principal person) {
    return person.role().mayEditDocuments() && person.may(Permission.PUSH);
  }

  /** What was typed into this input; "" where there is none. */
  String typed(String name) {
    return Requests.typed(context, name);
  }

  String t(String key, Object... arguments) {
    return texts.text("console.measure." + key, arguments);
  }

  /** Sends a page of definitions. It does not follow the ledger: what is typed stays. */
  void send(Pages pages, String template, String title, Object model) {
    Pages.send(
        context,
        template,
        pages.still(context, person, Section.ADMIN, title, ledger, latest),
        model);
  }
}
