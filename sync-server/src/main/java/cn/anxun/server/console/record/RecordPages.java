package cn.anxun.server.console.record;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Kind;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.text.ServerTexts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record's page and its next steps. */
public final class RecordPages {
  private static final String DATE = "date";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Desk desk;
  private final Clock clock;
  private final AmendPages amendments;

  public RecordPages(
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
    this.amendments = new AmendPages(access, pages, ledgers, directory, desk, clock);
  }

  public void register(RoutesConfig routes) {
    routes.get("/record/{subject}", access.see(Permission.SEE_FIGURES, this::show));
    routes.get("/record/{subject}/photo/{sha256}", access.see(Permission.SEE_FIGURES, this::photo));
    routes.get("/record/{subject}/say/{kind}", access.see(Permission.PUSH, this::stepForm));
    routes.post("/record/{subject}/say/{kind}", access.send(Permission.PUSH, this::step));
    amendments.register(routes);
  }

  private RecordRequest asked(Context context, Principal person) {
    return new RecordRequest(context, person, pages, ledgers, directory, clock);
  }

  private void show(Context context, Principal person) {
    RecordRequest asked = asked(context, person);
    RecordPage page = asked.page();
    asked.send("record/record.jte", (page.type() + ' ' + page.number()).trim(), page);
  }

  private void photo(Context context, Principal person) {
    // As the file itself: people in photos are not for whoever has a link.
    if (person.readOnly()) {
      throw Refusal.of(403, "forbidden");
    }
    RecordRequest asked = asked(context, person);
    RecordPage page = asked.page();
    List<Photo> photos =
        page.entries().stream().flatMap(said -> said.photos().stream()).distinct().toList();
    List<String> hashes = photos.stream().map(Photo::sha256).toList();
    int at = hashes.indexOf(context.pathParam("sha256"));
    if (at < 0) {
      throw Refusal.of(404, "not-found");
    }
    String record = (page.type() + ' ' + page.number()).trim();
    asked.sendForm(
        "record/photo.jte",
        record,
        new PhotoPage(
            photos.get(at),
            "/record/" + asked.subject,
            record,
            at == 0 ? "" : photos.get(at - 1).page(),
            at == photos.size() - 1 ? "" : photos.get(at + 1).page(),
            at + 1,
            photos.size()));
  }

  private Kind kind(RecordRequest asked) {
    return Steps.find(asked.context.pathParam("kind"))
        .orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  private void stepForm(Context context, Principal person) {
    RecordRequest asked = asked(context, person);
    Kind kind = kind(asked);
    form(
        asked,
        kind,
        kind.fields().values(),
        Map.of(),
        desk.today().toString(),
        asked.page().last(),
        "");
  }

  private void form(
      RecordRequest asked,
      Kind kind,
      Collection<Field<?>> fields,
      Map<String, String> values,
      String date,
      String seen,
      String problem) {
    asked.sendForm(
        "record/form.jte",
        asked.texts.text("console.do." + kind.name()),
        new FieldForm(
            "/record/" + asked.subject + "/say/" + kind.name(),
            seen,
            date,
            FieldForm.inputs(kind.recordType(), fields, asked.state, asked.names(), values),
            problem,
            "/record/" + asked.subject));
  }

  private void step(Context context, Principal person) {
    RecordRequest asked = asked(context, person);
    Kind kind = kind(asked);
    Collection<Field<?>> fields = kind.fields().values();
    String date = Optional.ofNullable(context.formParam(DATE)).orElse("");
    try {
      desk.say(
          person,
          asked.ledger,
          kind,
          asked.subject,
          asked.seen(),
          day(date),
          FieldForm.read(context, fields));
    } catch (Desk.NotTakenException e) {
      context.status(HttpStatus.BAD_REQUEST);
      form(
          asked,
          kind,
          fields,
          FieldForm.typed(context, fields),
          date,
          Optional.ofNullable(context.formParam(RecordRequest.SEEN)).orElse(""),
          e.problem().sentence(ServerTexts.core(asked.texts)));
      return;
    }
    asked.back();
  }

  private static LocalDate day(String text) {
    return Requests.day(text).orElseThrow(() -> Refusal.ofField(400, "bad-date", DATE));
  }
}
