package cn.anxun.server.console.paper;

import cn.anxun.core.paper.PaperState;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.file.Uploads;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.report.paper.NoFontException;
import cn.anxun.server.report.paper.PaperDocx;
import cn.anxun.server.report.paper.PaperPdf;
import cn.anxun.server.report.paper.VoidMark;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** 文书: the register, each paper as it is printed, and what may be done with it. */
public final class PaperPages {
  private static final String PATH = PaperRequest.PATH;
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final NumberDesk numbers;
  private final Clock clock;
  private final RegisterPages register;
  private final PaperDecisions decisions;
  private final SignedCopyForms copies;

  public PaperPages(
      Access access,
      Pages pages,
      BureauLedgers ledgers,
      Directory directory,
      Desk desk,
      NumberDesk numbers,
      Uploads uploads,
      Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.numbers = numbers;
    this.clock = clock;
    this.register = new RegisterPages(access, pages, ledgers, directory, numbers, clock);
    this.decisions = new PaperDecisions(access, ledgers, desk, numbers);
    this.copies = new SignedCopyForms(access, ledgers, desk, numbers, uploads, this::refused);
  }

  public void register(RoutesConfig routes) {
    register.register(routes);
    routes.get(
        PATH + "/{subject}",
        access.see(Permission.SEE_FIGURES, (context, person) -> show(asked(context, person), "")));
    routes.get(PATH + "/{subject}/file/{ending}", access.see(Permission.EXPORT, this::file));
    decisions.register(routes);
    copies.register(routes);
  }

  private PaperRequest asked(Context context, Principal person) {
    return new PaperRequest(context, person, ledgers, numbers);
  }

  private void refused(PaperRequest asked, Refusal why) {
    asked.context.status(why.status());
    show(asked, why.problem(asked.texts).detail());
  }

  private void show(PaperRequest asked, String problem) {
    Pages.send(
        asked.context,
        "papers/paper.jte",
        pages.still(
            asked.context,
            asked.person,
            Section.PAPERS,
            asked.title(),
            asked.ledger,
            Viewed.latest(asked.ledger, clock)),
        page(asked, problem));
  }

  private PaperPage page(PaperRequest asked, String problem) {
    String here = asked.here();
    PaperState state = asked.paper.state();
    boolean waits = state == PaperState.WAITING && asked.paper.paper().isPresent();
    boolean decides = PaperRequest.mayDecide(asked.person);
    return new PaperPage(
        Piece.list(asked.blocks()),
        asked.mark().map(VoidMark::line).orElse(""),
        asked.texts.text("console.papers.state." + state.wire()),
        problem.isEmpty() ? warning(asked) : problem,
        "/record/" + asked.paper.id(),
        asked.person.may(Permission.EXPORT)
            ? List.of(
                new PaperPage.Link("PDF", here + "/file/pdf"),
                new PaperPage.Link("Word", here + "/file/docx"))
            : List.of(),
        waits && decides ? here + "/number" : "",
        waits && asked.isExternal(),
        decides && state != PaperState.VOID ? here + "/void" : "",
        SignedCopy.list(
            asked,
            account -> directory.accounts().displayName(account),
            sha256 -> ledgers.showsAttachment(asked.person.bureau(), sha256)),
        asked.person.may(Permission.PULL),
        SignedCopyForms.mayBring(asked) ? here + "/signed-copy" : "");
  }

  private static String warning(PaperRequest asked) {
    return switch (asked.paper.state()) {
      case VOID -> asked.texts.text("console.papers.void-for", asked.paper.voidReason());
      case UNAUTHORIZED -> asked.texts.text("console.papers.unauthorized-note");
      default -> "";
    };
  }

  private void file(Context context, Principal person) throws IOException {
    PaperRequest asked = asked(context, person);
    String ending = context.pathParam("ending").toLowerCase(Locale.ROOT);
    boolean pdf = ending.equals("pdf");
    if (!pdf && !ending.equals("docx")) {
      throw Refusal.of(404, "not-found");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (pdf) {
      try {
        PaperPdf.write(asked.title(), asked.blocks(), asked.mark(), bytes);
      } catch (NoFontException e) {
        throw Refusal.of(409, "no-font");
      }
    } else {
      PaperDocx.write(asked.title(), asked.blocks(), asked.mark(), bytes);
    }
    directory
        .audit()
        .record(AuditEvent.of(person, "ledger-exported").about("paper " + asked.paper.id()));
    context.contentType(pdf ? "application/pdf" : DOCX);
    Attachment.named(context, asked.title() + '.' + ending);
    context.result(bytes.toByteArray());
  }
}
