package cn.anxun.server.console.work;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.VisitJoined;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Inbox;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.inbox.InboxDesk;
import cn.anxun.server.scope.PublicFields;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.text.ServerTexts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.List;

/** 待办: doubles to merge, conflicts and proposals to decide, and the inbox of revoked phones. */
public final class WorkPages {
  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Desk desk;
  private final Clock clock;

  public WorkPages(
      Access access,
      Pages pages,
      BureauLedgers ledgers,
      Directory directory,
      Desk desk,
      Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.desk = desk;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get(Section.WORK.path(), access.see(Permission.PUSH, this::show));
    routes.post("/work/merge/{subject}", access.send(Permission.PUSH, this::merge));
    routes.post("/work/inbox", access.send(Permission.ADMINISTER, this::decide));
  }

  private void show(Context context, Principal person) {
    show(context, person, "");
  }

  private void show(Context context, Principal person, String problem) {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.latest(ledger, clock);
    WorkList list = new WorkReading(ledger, viewed.state(ledger), directory, person, texts).read();
    Pages.send(
        context,
        "work/work.jte",
        pages.of(context, person, Section.WORK, texts.text(Section.WORK.key()), ledger, viewed),
        new WorkPage(list, problem));
  }

  /** Makes the record of the address stand for the others of the form. */
  private void merge(Context context, Principal person) {
    if (!person.role().mayAmendOthers()) {
      throw Refusal.of(403, "forbidden");
    }
    BureauLedger ledger = ledgers.get(person.bureau());
    LedgerState state = Viewed.latest(ledger, clock).state(ledger);
    String into = context.pathParam("subject");
    String type = type(state, into);
    boolean isSite = type.equals(SiteRegistered.KIND.recordType());
    if (!isSite && !type.equals(Inspected.KIND.recordType())) {
      throw Refusal.of(404, "not-found");
    }
    WorkReading reading =
        new WorkReading(ledger, state, directory, person, Requests.texts(context));
    for (String other : field(context, "others").split(" ", -1)) {
      if (other.equals(into) || !type(state, other).equals(type)) {
        throw Refusal.ofField(400, "bad-choice", "others", type);
      }
      try {
        desk.say(
            person,
            ledger,
            isSite ? SiteMerged.KIND : VisitJoined.KIND,
            other,
            reading.last(other).orElse(null),
            desk.today(),
            Fields.builder().set(isSite ? SiteMerged.INTO : VisitJoined.INTO, into).build());
      } catch (Desk.NotTakenException e) {
        throw Refusal.of(400, "bad-request");
      }
    }
    context.redirect("/work", HttpStatus.SEE_OTHER);
  }

  private static String type(LedgerState state, String subject) {
    return PublicFields.find(state, List.of(subject)).stream()
        .map(record -> record.type())
        .findFirst()
        .orElse("");
  }

  private void decide(Context context, Principal person) {
    InboxDesk inbox = new InboxDesk(directory.inbox(), person.account());
    boolean accept = field(context, "decision").equals("accept");
    List<String> chosen = context.formParams("item");
    int thereAlready = 0;
    for (Inbox.Item item : directory.inbox().listUndecided(person.bureau())) {
      if (!chosen.contains(Long.toString(item.id()))) {
        continue;
      }
      if (!accept) {
        thereAlready += inbox.discard(ledgers.get(person.bureau()), item).isPresent() ? 1 : 0;
        continue;
      }
      InboxDesk.Outcome outcome = inbox.accept(ledgers.get(person.bureau()), item);
      if (outcome.seq().isEmpty()) {
        Texts texts = Requests.texts(context);
        context.status(HttpStatus.BAD_REQUEST);
        show(
            context,
            person,
            outcome
                .problem()
                .map(problem -> problem.sentence(ServerTexts.core(texts)))
                .orElseGet(() -> texts.text("console.work.upgrade-needed")));
        return;
      }
    }
    if (thereAlready > 0) {
      show(
          context,
          person,
          Requests.texts(context).text("console.work.discard-there-already", thereAlready));
      return;
    }
    context.redirect("/work", HttpStatus.SEE_OTHER);
  }

  private static String field(Context context, String name) {
    return Requests.typed(context, name);
  }
}
