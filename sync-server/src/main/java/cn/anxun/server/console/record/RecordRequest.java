package cn.anxun.server.console.record;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
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
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A request about one record: who asks, of which ledger, about what. */
final class RecordRequest {
  static final String SEEN = "seen";

  final Context context;
  final Principal person;
  final Texts texts;
  final BureauLedger ledger;
  final LedgerState state;
  final String subject;

  private final Viewed viewed;
  private final Pages pages;
  private final Directory directory;
  private final Predicate<String> arrived;

  RecordRequest(
      Context context,
      Principal person,
      Pages pages,
      BureauLedgers ledgers,
      Directory directory,
      Clock clock) {
    this.context = context;
    this.person = person;
    this.texts = Requests.texts(context);
    this.ledger = ledgers.get(person.bureau());
    this.viewed = Viewed.latest(ledger, clock);
    this.state = viewed.state(ledger);
    this.subject = context.pathParam("subject");
    this.pages = pages;
    this.directory = directory;
    this.arrived = sha256 -> ledgers.showsAttachment(person.bureau(), sha256);
  }

  RecordPage page() {
    return new RecordReading(ledger, state, directory, arrived, person, texts)
        .find(subject)
        .orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  Names names() {
    return Names.at(state, texts);
  }

  void send(String template, String title, Object model) {
    Pages.send(
        context,
        template,
        pages.of(context, person, Section.RECORDS, title, ledger, viewed),
        model);
  }

  /** A form, which what arrives meanwhile does not touch. */
  void sendForm(String template, String title, Object model) {
    Pages.send(
        context,
        template,
        pages.still(context, person, Section.RECORDS, title, ledger, viewed),
        model);
  }

  /** The entry of the address, which is about this subject. */
  Entry entry() {
    return ledger
        .find(context.pathParam("entry"))
        .map(LedgerEntry::entry)
        .filter(entry -> entry.subject().equals(subject))
        .orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  /** The last entry of the subject that the person had seen, as the form says it. */
  @Nullable String seen() {
    return Optional.ofNullable(context.formParam(SEEN))
        .filter(id -> ledger.find(id).filter(e -> e.entry().subject().equals(subject)).isPresent())
        .orElse(null);
  }

  void back() {
    context.redirect("/record/" + subject, HttpStatus.SEE_OTHER);
  }
}
