package cn.anxun.server.console.paper;

import cn.anxun.core.paper.Paper;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.paper.NumberRefusedException;
import cn.anxun.server.paper.Numbers;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.records.LedgerExport;
import cn.anxun.server.report.xlsx.StreamedWorkbook;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** 执法文书登记簿: what became of every number, as a page and as a workbook. */
final class RegisterPages {
  private static final String PATH = PaperRequest.PATH;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int MAX_REASON = 400;

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final NumberDesk numbers;
  private final Clock clock;

  RegisterPages(
      Access access,
      Pages pages,
      BureauLedgers ledgers,
      Directory directory,
      NumberDesk numbers,
      Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Before the pages of single papers, whose addresses would fit too. */
  void register(RoutesConfig routes) {
    routes.get(PATH, access.see(Permission.SEE_FIGURES, this::list));
    routes.get(PATH + "/export", access.see(Permission.EXPORT, this::export));
    routes.post(PATH + "/return", access.send(Permission.PUSH, this::takeBack));
  }

  private void list(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    RegisterReading reading = reading(context, person, texts);
    List<RegisterPage.Row> rows = reading.runs();
    int offset = Requests.number(context, "offset", 0, 0, Integer.MAX_VALUE);
    BureauLedger ledger = ledgers.get(person.bureau());
    Pages.send(
        context,
        "papers/register.jte",
        pages.of(
            context,
            person,
            Section.PAPERS,
            texts.text("console.papers.title"),
            ledger,
            Viewed.latest(ledger, clock)),
        new RegisterPage(
            reading.wrong(),
            reading.papers(),
            reading.years(),
            reading.states(),
            reading.words(),
            Paging.cut(rows, offset),
            Paging.of(rows.size(), offset, PATH + '?' + reading.query() + "offset="),
            person.may(Permission.EXPORT) ? PATH + "/export?" + reading.query() : "",
            WordingPages.mayRevise(person) ? WordingPages.PATH : "",
            PaperRequest.mayDecide(person) ? reading.unused() : List.of()));
  }

  private RegisterReading reading(Context context, Principal person, Texts texts) {
    return new RegisterReading(
        context,
        numbers.book(person.bureau()).register(),
        directory.devices().list(person.bureau()),
        account -> directory.accounts().displayName(account),
        texts);
  }

  private void export(Context context, Principal person) throws IOException {
    Texts texts = Requests.texts(context);
    RegisterReading reading = reading(context, person, texts);
    directory
        .audit()
        .record(AuditEvent.of(person, "ledger-exported").about("papers?" + reading.query()));
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.latest(ledger, clock);
    Provenance provenance =
        new Provenance(
            pages.bureau(person.bureau()), viewed.cutoff(), ledger.headAt(viewed.cutoff().seq()));
    List<StreamedWorkbook.Column> columns = new ArrayList<>();
    for (String name :
        List.of("number", "paper", "state", "site", "date", "signed", "device", "reason")) {
      columns.add(
          new StreamedWorkbook.Column(
              texts.text("console.papers.column." + name), name.equals("site") ? 30 : 20));
    }
    context.contentType(XLSX);
    Attachment.named(
        context, texts.text("console.papers.title") + '-' + viewed.cutoff().date() + ".xlsx");
    try (StreamedWorkbook workbook = new StreamedWorkbook(context.outputStream())) {
      StreamedWorkbook.Sheet sheet =
          workbook.sheet(
              texts.text("console.papers.title"), List.of(LedgerExport.note(provenance)), columns);
      for (RegisterPage.Row row : reading.rows()) {
        sheet.row(
            List.of(
                row.number(),
                row.paper(),
                row.state(),
                row.site(),
                row.date(),
                row.signed(),
                row.device(),
                row.reason()));
      }
      sheet.finish();
    }
  }

  private void takeBack(Context context, Principal person) {
    PaperRequest.requireDecides(person);
    Paper paper =
        Paper.find(Requests.typed(context, "paper"))
            .orElseThrow(() -> Refusal.ofField(400, "wrong-type", "paper"));
    int year = number(context, "year");
    int first = number(context, "first");
    int last = number(context, "last");
    if (last < first || last - first > NumberDesk.MOST_UNUSED) {
      throw Refusal.ofField(400, "wrong-type", "last");
    }
    String reason = PaperRequest.typed(context, "reason", MAX_REASON);
    try {
      numbers.takeBack(
          person, new Numbers(paper, year, first, last), Requests.typed(context, "device"), reason);
    } catch (NumberRefusedException e) {
      throw Refusal.of(e.code().status(), e.code().wire());
    }
    context.redirect(PATH, HttpStatus.SEE_OTHER);
  }

  private static int number(Context context, String name) {
    try {
      return Integer.parseInt(Requests.typed(context, name));
    } catch (NumberFormatException e) {
      throw Refusal.ofField(400, "wrong-type", name);
    }
  }
}
