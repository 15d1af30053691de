package cn.anxun.server.console.handout;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.AdminTab;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.handout.AppException;
import cn.anxun.server.handout.AppOffer;
import cn.anxun.server.handout.HandedOutApp;
import cn.anxun.server.http.FormFiles;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * 手机应用 in 管理: a newer APK is put in the place of the one that phones get. Since phones of every
 * bureau get it, who does so administers them all; and it must be the same app, signed by the same
 * key. The first one, and one by another key, are for the command {@code app}.
 */
public final class AppAdminPages {
  private static final long MOST_MB = 200;

  private final Access access;
  private final Pages pages;
  private final Directory directory;
  private final AppOffer offer;

  public AppAdminPages(Access access, Pages pages, Directory directory, AppOffer offer) {
    this.access = access;
    this.pages = pages;
    this.directory = directory;
    this.offer = offer;
  }

  public void register(RoutesConfig routes) {
    routes.get(
        AdminTab.APP.path(),
        access.see(Permission.ADMINISTER, (context, person) -> show(context, person, "")));
    Handler put = access.send(Permission.ADMINISTER, this::put);
    routes.post(
        AdminTab.APP.path(),
        context -> {
          FormFiles.allow(context, MOST_MB);
          put.handle(context);
        });
  }

  private boolean mayPut(Principal person) {
    return directory.bureaus().isOverAll(person.account());
  }

  private void show(Context context, Principal person, String problem) {
    if (!problem.isEmpty()) {
      context.status(HttpStatus.BAD_REQUEST);
    }
    Pages.send(
        context,
        "handout/admin.jte",
        pages.plain(context, person, Section.ADMIN, AdminTab.APP.title(Requests.texts(context))),
        new AppAdminPage(offer.find(), mayPut(person), problem));
  }

  private void put(Context context, Principal person) throws IOException {
    if (!mayPut(person)) {
      throw Refusal.of(403, "forbidden");
    }
    Texts texts = Requests.texts(context);
    UploadedFile sent = context.uploadedFile("file");
    Optional<HandedOutApp> before = offer.find();
    if (before.isEmpty()) {
      show(context, person, texts.text("console.handout.first"));
    } else if (sent == null || sent.filename().isEmpty() || sent.size() == 0) {
      show(context, person, texts.text("console.handout.missing"));
    } else {
      Optional<String> problem = put(sent, person, texts);
      if (problem.isPresent()) {
        show(context, person, problem.get());
      } else {
        context.redirect(AdminTab.APP.path(), HttpStatus.SEE_OTHER);
      }
    }
  }

  /** Why it was not taken; one at a time, so that a later one is held against an earlier. */
  private synchronized Optional<String> put(UploadedFile sent, Principal person, Texts texts)
      throws IOException {
    Path folder = Files.createTempDirectory("anxun-app");
    Path file = folder.resolve("anxun.apk");
    try {
      try (InputStream content = sent.content()) {
        Files.copy(content, file);
      }
      HandedOutApp now = offer.put(file, OptionalInt.empty(), OptionalInt.empty(), false);
      directory
          .audit()
          .record(
              AuditEvent.of(person, "app-offered")
                  .in(person.bureau())
                  .about(now.app().version().name())
                  .saying(now.app().sha256()));
      return Optional.empty();
    } catch (AppException e) {
      return Optional.of(
          e.isOtherKey() ? texts.text("console.handout.other-key") : e.sentence(texts));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }
}
