package cn.anxun.server.console.paper;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PaperNumbered;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.paper.PaperState;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.paper.NumberRefusedException;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** What a supervisor or the office decides of a paper: its number, or that it is void. */
final class PaperDecisions {
  private static final String PATH = PaperRequest.PATH;
  private static final int MAX_REASON = 400;
  private static final int MAX_NUMBER = 60;

  private final Access access;
  private final BureauLedgers ledgers;
  private final Desk desk;
  private final NumberDesk numbers;

  PaperDecisions(Access access, BureauLedgers ledgers, Desk desk, NumberDesk numbers) {
    this.access = access;
    this.ledgers = ledgers;
    this.desk = desk;
    this.numbers = numbers;
  }

  void register(RoutesConfig routes) {
    routes.post(PATH + "/{subject}/number", access.send(Permission.PUSH, this::number));
    routes.post(PATH + "/{subject}/void", access.send(Permission.PUSH, this::voids));
  }

  private void number(Context context, Principal person) throws Desk.NotTakenException {
    PaperRequest.requireDecides(person);
    PaperRequest asked = new PaperRequest(context, person, ledgers, numbers);
    if (asked.isExternal()) {
      typed(asked);
    } else {
      try {
        numbers.number(person, asked.paper.id());
      } catch (NumberRefusedException e) {
        throw Refusal.of(e.code().status(), e.code().wire());
      }
    }
    asked.back();
  }

  private void typed(PaperRequest asked) throws Desk.NotTakenException {
    String number = PaperRequest.typed(asked.context, "paper_no", MAX_NUMBER);
    if (asked.paper.state() != PaperState.WAITING) {
      throw Refusal.of(409, NumberRefusedException.Code.NOT_WAITING.wire());
    }
    say(asked, PaperNumbered.KIND, Fields.builder().set(PaperIssued.PAPER_NO, number).build());
  }

  private void voids(Context context, Principal person) throws Desk.NotTakenException {
    PaperRequest.requireDecides(person);
    PaperRequest asked = new PaperRequest(context, person, ledgers, numbers);
    String reason = PaperRequest.typed(context, "reason", MAX_REASON);
    if (asked.paper.state() != PaperState.VOID) {
      say(
          asked,
          Voided.KIND,
          Fields.builder().set(Voided.TARGET, asked.paper.id()).set(Voided.REASON, reason).build());
    }
    asked.back();
  }

  private void say(PaperRequest asked, Kind kind, Fields fields) throws Desk.NotTakenException {
    desk.say(
        asked.person, asked.ledger, kind, asked.paper.id(), asked.last(), desk.today(), fields);
  }
}
