package cn.anxun.server.console.phonerules;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PhoneRulesSet;
import cn.anxun.core.ledger.SubjectHistory;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.AdminTab;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How many days at most photos that the server has stay on the bureau's phones. */
public final class PhoneRulesPages {
  private static final String DAYS = "days";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Desk desk;

  public PhoneRulesPages(Access access, Pages pages, BureauLedgers ledgers, Desk desk) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.desk = desk;
  }

  public void register(RoutesConfig routes) {
    routes.get(AdminTab.PHONES.path(), access.see(Permission.PUSH, this::show));
    routes.post(AdminTab.PHONES.path(), access.send(Permission.PUSH, this::save));
  }

  private void show(Context context, Principal person) {
    requireOffice(person);
    Optional<DocumentRevision> rules = rules(person);
    String days =
        rules
            .flatMap(revision -> revision.fields().find(PhoneRulesSet.PHOTO_DAYS))
            .map(String::valueOf)
            .orElse("");
    send(context, person, new PhoneRulesPage(seen(rules), List.of(), days));
  }

  private void save(Context context, Principal person) {
    requireOffice(person);
    if (context.formParam(DAYS) == null) {
      throw Refusal.ofField(400, "missing", DAYS);
    }
    Texts texts = Requests.texts(context);
    String typed = Requests.typed(context, DAYS).trim();
    String seen = Requests.typed(context, "seen");
    Optional<String> problem = problem(typed, seen, person, texts);
    if (problem.isEmpty()) {
      Fields.Builder fields = Fields.builder();
      if (!typed.isEmpty()) {
        fields.set(PhoneRulesSet.PHOTO_DAYS, Long.valueOf(typed));
      }
      problem =
          desk.revise(
              person,
              ledgers.get(person.bureau()),
              texts,
              PhoneRulesSet.KIND,
              Documents.PHONE_RULES,
              Optional.of(seen).filter(mark -> !mark.isEmpty()),
              fields.build());
    }
    if (problem.isPresent()) {
      context.status(HttpStatus.BAD_REQUEST);
      send(context, person, new PhoneRulesPage(seen(rules(person)), List.of(problem.get()), typed));
      return;
    }
    context.redirect(AdminTab.PHONES.path(), HttpStatus.SEE_OTHER);
  }

  private Optional<String> problem(String typed, String seen, Principal person, Texts texts) {
    if (!seen.equals(seen(rules(person)))) {
      return Optional.of(texts.text("console.form.stale"));
    }
    boolean good = typed.isEmpty() || isDays(typed);
    return good
        ? Optional.empty()
        : Optional.of(
            texts.text(
                "console.phones.days-wrong", PhoneRulesSet.LEAST_DAYS, PhoneRulesSet.MOST_DAYS));
  }

  private static boolean isDays(String typed) {
    return NUMBER.matcher(typed).matches()
        && Long.parseLong(typed) >= PhoneRulesSet.LEAST_DAYS
        && Long.parseLong(typed) <= PhoneRulesSet.MOST_DAYS;
  }

  private Optional<DocumentRevision> rules(Principal person) {
    BureauLedger ledger = ledgers.get(person.bureau());
    return LedgerFold.reduceDocument(
        SubjectHistory.of(
            Documents.PHONE_RULES, ledger.listSubject(Documents.PHONE_RULES, ledger.lastSeq())));
  }

  private static String seen(Optional<DocumentRevision> rules) {
    return rules.map(DocumentRevision::entryId).orElse("");
  }

  private void send(Context context, Principal person, PhoneRulesPage page) {
    String title = AdminTab.PHONES.title(Requests.texts(context));
    Pages.send(
        context, "phonerules/rules.jte", pages.plain(context, person, Section.ADMIN, title), page);
  }

  private static void requireOffice(Principal person) {
    if (!AdminTab.PHONES.isOpenTo(person)) {
      throw Refusal.of(403, "forbidden");
    }
  }
}
