package cn.anxun.server.console.paper;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PaperNumbered;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperBlock;
import cn.anxun.core.paper.PaperLayout;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
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
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.paper.NumberRefusedException;
import cn.anxun.server.paper.Numbers;
import cn.anxun.server.paper.PaperBook;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.paper.NoFontException;
import cn.anxun.server.report.paper.PaperDocx;
import cn.anxun.server.report.paper.PaperPdf;
import cn.anxun.server.report.records.LedgerExport;
import cn.anxun.server.report.xlsx.StreamedWorkbook;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** 文书: the register of all numbers, and each paper. */
public final class PaperPages {
  private static final String PATH = "/papers";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final int MAX_REASON = 400;
  private static final int MAX_NUMBER = 60;

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Desk desk;
  private final NumberDesk numbers;
  private final Clock clock;

  public PaperPages(
      Access access,
      Pages pages,
      BureauLedgers ledgers,
      Directory directory,
      Desk desk,
      NumberDesk numbers,
      Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.desk = desk;
    this.numbers = numbers;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get(PATH, access.see(Permission.SEE_FIGURES, this::list));
    routes.get(PATH + "/export", access.see(Permission.EXPORT, this::export));
    routes.post(PATH + "/return", access.send(Permission.PUSH, this::takeBack));
    routes.get(PATH + "/{subject}", access.see(Permission.SEE_FIGURES, this::show));
    routes.get(PATH + "/{subject}/file/{ending}", access.see(Permission.EXPORT, this::file));
    routes.post(PATH + "/{subject}/number", access.send(Permission.PUSH, this::number));
    routes.post(PATH + "/{subject}/void", access.send(Permission.PUSH, this::voids));
  }

  private void list(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    RegisterReading reading = reading(context, person, texts);
    List<RegisterPage.Row> rows = reading.rows();
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
            mayDecide(person) ? reading.unused() : List.of()));
  }

  private RegisterReading reading(Context context, Principal person, Texts texts) {
    return new RegisterReading(
        context,
        numbers.book(person.bureau()).register(),
        directory.devices().list(person.bureau()),
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
    for (String name : List.of("number", "paper", "state", "site", "date", "device", "reason")) {
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
                row.device(),
                row.reason()));
      }
      sheet.finish();
    }
  }

  private void show(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    PaperRecord paper = paper(context, person);
    BureauLedger ledger = ledgers.get(person.bureau());
    String here = PATH + '/' + paper.id();
    boolean waits = paper.state() == PaperState.WAITING && paper.paper().isPresent();
    boolean decides = mayDecide(person);
    List<PaperPage.Link> files =
        person.may(Permission.EXPORT)
            ? List.of(
                new PaperPage.Link("PDF", here + "/file/pdf"),
                new PaperPage.Link("Word", here + "/file/docx"))
            : List.of();
    Pages.send(
        context,
        "papers/paper.jte",
        pages.still(
            context,
            person,
            Section.PAPERS,
            title(paper, texts),
            ledger,
            Viewed.latest(ledger, clock)),
        new PaperPage(
            Piece.list(blocks(paper, person)),
            texts.text("console.papers.state." + paper.state().wire()),
            paper.state() == PaperState.VOID
                ? texts.text("console.papers.void-for", paper.voidReason())
                : paper.state() == PaperState.UNAUTHORIZED
                    ? texts.text("console.papers.unauthorized-note")
                    : "",
            "/record/" + paper.id(),
            files,
            waits && decides ? here + "/number" : "",
            waits && isExternal(paper, person),
            decides && paper.state() != PaperState.VOID ? here + "/void" : ""));
  }

  private boolean isExternal(PaperRecord paper, Principal person) {
    PaperBook book = numbers.book(person.bureau());
    return paper.paper().filter(of -> book.templates().get(of).external()).isPresent();
  }

  private static String title(PaperRecord paper, Texts texts) {
    String label = paper.paper().map(Paper::label).orElse(texts.text("console.papers.unknown"));
    return paper.number().isEmpty() ? label : label + ' ' + paper.number();
  }

  /** Persons are shown to those who may have them on a phone. */
  private static List<PaperBlock> blocks(PaperRecord paper, Principal person) {
    return PaperLayout.of(paper.fields(), person.may(Permission.PULL));
  }

  private void file(Context context, Principal person) throws IOException {
    PaperRecord paper = paper(context, person);
    String ending = context.pathParam("ending").toLowerCase(Locale.ROOT);
    boolean pdf = ending.equals("pdf");
    if (!pdf && !ending.equals("docx")) {
      throw Refusal.of(404, "not-found");
    }
    String title = title(paper, Requests.texts(context));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (pdf) {
      try {
        PaperPdf.write(title, blocks(paper, person), bytes);
      } catch (NoFontException e) {
        throw Refusal.of(409, "no-font");
      }
    } else {
      PaperDocx.write(title, blocks(paper, person), bytes);
    }
    directory.audit().record(AuditEvent.of(person, "ledger-exported").about("paper " + paper.id()));
    context.contentType(pdf ? "application/pdf" : DOCX);
    Attachment.named(context, title + '.' + ending);
    context.result(bytes.toByteArray());
  }

  private void number(Context context, Principal person) throws Desk.NotTakenException {
    requireDecides(person);
    PaperRecord paper = paper(context, person);
    try {
      if (isExternal(paper, person)) {
        typed(context, person, paper);
      } else {
        numbers.number(person, paper.id());
      }
    } catch (NumberRefusedException e) {
      throw Refusal.of(e.code().status(), e.code().wire());
    }
    context.redirect(PATH + '/' + paper.id(), HttpStatus.SEE_OTHER);
  }

  private void typed(Context context, Principal person, PaperRecord paper)
      throws Desk.NotTakenException {
    String number = typed(context, "paper_no", MAX_NUMBER);
    if (paper.state() != PaperState.WAITING) {
      throw Refusal.of(409, NumberRefusedException.Code.NOT_WAITING.wire());
    }
    BureauLedger ledger = ledgers.get(person.bureau());
    desk.say(
        person,
        ledger,
        PaperNumbered.KIND,
        paper.id(),
        last(ledger, paper.id()),
        desk.today(),
        Fields.builder().set(PaperIssued.PAPER_NO, number).build());
  }

  private void voids(Context context, Principal person) throws Desk.NotTakenException {
    requireDecides(person);
    PaperRecord paper = paper(context, person);
    String reason = typed(context, "reason", MAX_REASON);
    if (paper.state() != PaperState.VOID) {
      BureauLedger ledger = ledgers.get(person.bureau());
      String last = last(ledger, paper.id());
      desk.say(
          person,
          ledger,
          Voided.KIND,
          paper.id(),
          last,
          desk.today(),
          Fields.builder().set(Voided.TARGET, paper.id()).set(Voided.REASON, reason).build());
    }
    context.redirect(PATH + '/' + paper.id(), HttpStatus.SEE_OTHER);
  }

  private void takeBack(Context context, Principal person) {
    requireDecides(person);
    Paper paper =
        Paper.find(Requests.typed(context, "paper"))
            .orElseThrow(() -> Refusal.ofField(400, "wrong-type", "paper"));
    int year = number(context, "year");
    int first = number(context, "first");
    int last = number(context, "last");
    if (last < first || last - first > NumberDesk.MOST_UNUSED) {
      throw Refusal.ofField(400, "wrong-type", "last");
    }
    String reason = typed(context, "reason", MAX_REASON);
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

  private static String typed(Context context, String name, int most) {
    String typed = Requests.typed(context, name);
    if (typed.isEmpty()) {
      throw Refusal.ofField(400, "missing", name);
    }
    if (typed.length() > most) {
      throw Refusal.ofField(400, "too-long", name, Integer.toString(most));
    }
    return typed;
  }

  private PaperRecord paper(Context context, Principal person) {
    return numbers
        .book(person.bureau())
        .find(context.pathParam("subject"))
        .orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  private static String last(BureauLedger ledger, String subject) {
    List<LedgerEntry> entries = ledger.listSubject(subject, ledger.lastSeq());
    return entries.get(entries.size() - 1).id();
  }

  private static boolean mayDecide(Principal person) {
    return person.may(Permission.PUSH) && person.role().mayAmendOthers();
  }

  private static void requireDecides(Principal person) {
    if (!mayDecide(person)) {
      throw Refusal.of(403, "forbidden");
    }
  }
}
