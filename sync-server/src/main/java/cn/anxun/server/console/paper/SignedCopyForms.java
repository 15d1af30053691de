package cn.anxun.server.console.paper;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.paper.PaperReducer;
import cn.anxun.core.paper.PaperState;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.file.FileKind;
import cn.anxun.server.file.FileRefusedException;
import cn.anxun.server.file.Uploads;
import cn.anxun.server.file.WholeFile;
import cn.anxun.server.http.FormFiles;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.v1.FileRefusals;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The hand-signed paper, photographed or scanned, brought in the browser: through the checks of all
 * uploads, then attached to the paper as a phone attaches it.
 */
final class SignedCopyForms {
  private static final String PATH = PaperRequest.PATH + "/{subject}/signed-copy";
  private static final int MAX_REASON = 400;

  /** What every office opens; a phone's own formats are not. */
  private static final Set<FileKind> TAKEN = EnumSet.of(FileKind.JPEG, FileKind.PNG, FileKind.PDF);

  private final Access access;
  private final BureauLedgers ledgers;
  private final Desk desk;
  private final NumberDesk numbers;
  private final Uploads uploads;
  private final BiConsumer<PaperRequest, Refusal> page;

  /**
   * @param page shows the paper's page with what was refused
   */
  SignedCopyForms(
      Access access,
      BureauLedgers ledgers,
      Desk desk,
      NumberDesk numbers,
      Uploads uploads,
      BiConsumer<PaperRequest, Refusal> page) {
    this.access = access;
    this.ledgers = ledgers;
    this.desk = desk;
    this.numbers = numbers;
    this.uploads = uploads;
    this.page = page;
  }

  void register(RoutesConfig routes) {
    Handler attach = access.send(Permission.PUSH, this::attach);
    routes.post(
        PATH,
        context -> {
          FormFiles.allow(context, Uploads.MAX_BYTES >> 20);
          attach.handle(context);
        });
    routes.post(PATH + "/{entry}/undo", access.send(Permission.PUSH, this::undo));
  }

  /** Whether a signed copy may be added to this paper, or taken off, by this person. */
  static boolean mayBring(PaperRequest asked) {
    return asked.person.may(Permission.PUSH) && asked.paper.state() != PaperState.VOID;
  }

  private void attach(Context context, Principal person)
      throws IOException, Desk.NotTakenException {
    PaperRequest asked = asked(context, person);
    UploadedFile sent = context.uploadedFile("file");
    if (sent == null || sent.filename().isEmpty() || sent.size() == 0) {
      page.accept(asked, Refusal.of(400, "signed-copy-missing"));
      return;
    }
    WholeFile file;
    try {
      Uploads.Sender sender = new Uploads.Sender(person.bureau(), "account " + person.account());
      file = WholeFile.take(uploads, sender, TAKEN, sent::content);
    } catch (FileRefusedException e) {
      boolean type = e.reason() == FileRefusedException.Reason.TYPE;
      page.accept(asked, type ? Refusal.of(415, "signed-copy-type") : FileRefusals.of(e));
      return;
    }
    if (!SignedCopy.has(asked, file.sha256())) {
      Attachment copy =
          new Attachment(
              file.sha256(), file.bytes(), file.kind().mediaType(), PaperReducer.SIGNED_COPY);
      desk.attach(person, asked.ledger, asked.paper.id(), asked.last(), List.of(copy));
    }
    asked.back();
  }

  private PaperRequest asked(Context context, Principal person) {
    PaperRequest asked = new PaperRequest(context, person, ledgers, numbers);
    if (asked.paper.state() == PaperState.VOID) {
      throw Refusal.of(409, "paper-void");
    }
    return asked;
  }

  private void undo(Context context, Principal person) throws Desk.NotTakenException {
    PaperRequest asked = asked(context, person);
    String entry = context.pathParam("entry");
    if (!SignedCopy.mayUndo(asked, entry)) {
      throw Refusal.of(404, "not-found");
    }
    String reason = PaperRequest.typed(context, "reason", MAX_REASON);
    desk.say(
        person,
        asked.ledger,
        Voided.KIND,
        asked.paper.id(),
        asked.last(),
        desk.today(),
        Fields.builder().set(Voided.TARGET, entry).set(Voided.REASON, reason).build());
    asked.back();
  }
}
