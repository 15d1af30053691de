package cn.anxun.server.console.paper;

import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperBlock;
import cn.anxun.core.paper.PaperLayout;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.paper.PaperBook;
import cn.anxun.server.report.paper.VoidMark;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** A request about one paper: who asks, of which ledger, about what. */
final class PaperRequest {
  static final String PATH = "/papers";

  final Context context;
  final Principal person;
  final Texts texts;
  final BureauLedger ledger;
  final PaperRecord paper;

  private final PaperBook book;

  /**
   * @throws Refusal 404 where the address names no paper of the bureau
   */
  PaperRequest(Context context, Principal person, BureauLedgers ledgers, NumberDesk numbers) {
    this.context = context;
    this.person = person;
    this.texts = Requests.texts(context);
    this.ledger = ledgers.get(person.bureau());
    this.book = numbers.book(person.bureau());
    this.paper =
        book.find(context.pathParam("subject")).orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  /** The address of its page. */
  String here() {
    return PATH + '/' + paper.id();
  }

  void back() {
    context.redirect(here(), HttpStatus.SEE_OTHER);
  }

  String title() {
    String label = paper.paper().map(Paper::label).orElse(texts.text("console.papers.unknown"));
    return paper.number().isEmpty() ? label : label + ' ' + paper.number();
  }

  /** Whether another system gives its numbers. */
  boolean isExternal() {
    return paper.paper().filter(of -> book.templates().get(of).external()).isPresent();
  }

  /** As printed; persons are shown to those who may have them on a phone. */
  List<PaperBlock> blocks() {
    return PaperLayout.of(paper.fields(), person.may(Permission.PULL));
  }

  /** What it carries where it is void. */
  Optional<VoidMark> mark() {
    return Optional.ofNullable(paper.voidedOn()).map(day -> new VoidMark(day, paper.voidReason()));
  }

  /** What was said about it, in the order of the ledger. */
  List<LedgerEntry> entries() {
    return ledger.listSubject(paper.id(), ledger.lastSeq());
  }

  /** The last that was said about it. */
  String last() {
    List<LedgerEntry> entries = entries();
    return entries.get(entries.size() - 1).id();
  }

  /** Whether this person numbers, voids and takes back. */
  static boolean mayDecide(Principal person) {
    return person.may(Permission.PUSH) && person.role().mayAmendOthers();
  }

  static void requireDecides(Principal person) {
    if (!mayDecide(person)) {
      throw Refusal.of(403, "forbidden");
    }
  }

  /**
   * What was typed into this input.
   *
   * @throws Refusal 400 where it is empty, or of more characters than these
   */
  static String typed(Context context, String name, int most) {
    String typed = Requests.typed(context, name);
    if (typed.isEmpty()) {
      throw Refusal.ofField(400, "missing", name);
    }
    if (typed.length() > most) {
      throw Refusal.ofField(400, "too-long", name, Integer.toString(most));
    }
    return typed;
  }
}
