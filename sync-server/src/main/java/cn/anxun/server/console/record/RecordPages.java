package cn.anxun.server.console.record;

import cn.anxun.core.entry.ConflictResolved;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.text.ServerTexts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record's page, its next steps, and how what was said of it is corrected or voided. */
public final class RecordPages {
  private static final String SEEN = "seen";
  private static final String DATE = "date";

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Desk desk;
  private final Clock clock;

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
  }

  public void register(RoutesConfig routes) {
    routes.get("/record/{subject}", access.see(Permission.SEE_FIGURES, this::show));
    routes.get("/record/{subject}/say/{kind}", access.see(Permission.PUSH, this::stepForm));
    routes.post("/record/{subject}/say/{kind}", access.send(Permission.PUSH, this::step));
    routes.get("/record/{subject}/amend/{entry}", access.see(Permission.PUSH, this::amendForm));
    routes.post("/record/{subject}/correct/{entry}", access.send(Permission.PUSH, this::correct));
    routes.post("/record/{subject}/void/{entry}", access.send(Permission.PUSH, this::voidEntry));
    routes.post("/record/{subject}/resolve", access.send(Permission.PUSH, this::resolve));
  }

  /** A request about one record. */
  private final class Asked {
    private final Context context;
    private final Principal person;
    private final Texts texts;
    private final BureauLedger ledger;
    private final Viewed viewed;
    private final LedgerState state;
    private final String subject;

    Asked(Context context, Principal person) {
      this.context = context;
      this.person = person;
      this.texts = Requests.texts(context);
      this.ledger = ledgers.get(person.bureau());
      this.viewed = Viewed.latest(ledger, clock);
      this.state = viewed.state(ledger);
      this.subject = context.pathParam("subject");
    }

    RecordPage page() {
      return new RecordReading(ledger, state, directory, person, texts)
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
      Pages.send(context, template, pages.plain(context, person, Section.RECORDS, title), model);
    }

    /** The entry of the address, which is about this subject. */
    Entry entry() {
      return ledger
          .find(context.pathParam("entry"))
          .map(LedgerEntry::entry)
          .filter(entry -> entry.subject().equals(subject))
          .orElseThrow(() -> Refusal.of(404, "not-found"));
    }

    @Nullable String seen() {
      return Optional.ofNullable(context.formParam(SEEN))
          .filter(
              id -> ledger.find(id).filter(e -> e.entry().subject().equals(subject)).isPresent())
          .orElse(null);
    }

    void back() {
      context.redirect("/record/" + subject, HttpStatus.SEE_OTHER);
    }
  }

  private void show(Context context, Principal person) {
    Asked asked = new Asked(context, person);
    RecordPage page = asked.page();
    String number =
        page.facts().stream()
            .filter(fact -> fact.label().equals(asked.names().field("number")))
            .map(RecordPage.Fact::value)
            .findFirst()
            .orElse("");
    asked.send("record/record.jte", (page.type() + ' ' + number).trim(), page);
  }

  private Kind kind(Asked asked) {
    return Steps.find(asked.context.pathParam("kind"))
        .orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  private void stepForm(Context context, Principal person) {
    Asked asked = new Asked(context, person);
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
      Asked asked,
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
            FieldForm.inputs(kind, kind.recordType(), fields, asked.state, asked.names(), values),
            problem,
            "/record/" + asked.subject));
  }

  private void step(Context context, Principal person) {
    Asked asked = new Asked(context, person);
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
          Optional.ofNullable(context.formParam(SEEN)).orElse(""),
          e.problem().sentence(ServerTexts.core(asked.texts)));
      return;
    }
    asked.back();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Refusal.ofField(400, "bad-date", DATE);
    }
  }

  private void amendForm(Context context, Principal person) {
    Asked asked = new Asked(context, person);
    amendForm(asked, asked.entry(), Map.of(), asked.page().last(), "");
  }

  private void amendForm(
      Asked asked, Entry entry, Map<String, String> typed, String seen, String problem) {
    Map<String, String> values = new LinkedHashMap<>();
    entry
        .fields()
        .values()
        .forEach(
            (field, value) ->
                values.put(
                    field, value instanceof Json.Text t ? t.value() : JsonText.write(value)));
    values.putAll(typed);
    List<Field<?>> open =
        entry.kind().fields().values().stream()
            .<Field<?>>map(field -> field)
            .filter(field -> !field.personal())
            .toList();
    String reason = typed.getOrDefault("reason", "");
    asked.sendForm(
        "record/amend.jte",
        asked.texts.text("console.amend", asked.texts.text("console.kind." + entry.kind().name())),
        new AmendForm(
            "/record/" + asked.subject + "/correct/" + entry.id(),
            "/record/" + asked.subject + "/void/" + entry.id(),
            seen,
            FieldForm.inputs(
                entry.kind(), entry.kind().recordType(), open, asked.state, asked.names(), values),
            reason,
            problem,
            "/record/" + asked.subject));
  }

  /** Every field that was changed is corrected by an entry of its own. */
  private void correct(Context context, Principal person) {
    Asked asked = new Asked(context, person);
    Entry entry = asked.entry();
    String reason = Optional.ofNullable(context.formParam("why")).orElse("").trim();
    try {
      if (reason.isEmpty()) {
        throw Refusal.ofField(400, "missing", "reason");
      }
      for (Field<?> field : entry.kind().fields().values()) {
        if (!field.personal() && context.formParamMap().containsKey(field.name())) {
          correct(asked, entry, field, reason);
        }
      }
    } catch (Desk.NotTakenException e) {
      context.status(HttpStatus.BAD_REQUEST);
      amendForm(
          asked,
          entry,
          FieldForm.typed(context, entry.kind().fields().values()),
          Optional.ofNullable(context.formParam(SEEN)).orElse(""),
          e.problem().sentence(ServerTexts.core(asked.texts)));
      return;
    }
    asked.back();
  }

  private void correct(Asked asked, Entry entry, Field<?> field, String reason)
      throws Desk.NotTakenException {
    Json old = entry.fields().raw(field.name());
    Optional<Json> now = FieldForm.json(field, asked.context.formParams(field.name()));
    boolean unsetStays = old == null && (now.isEmpty() || Json.FALSE.equals(now.get()));
    if (unsetStays || now.filter(value -> value.equals(old)).isPresent()) {
      return;
    }
    Fields.Builder fields =
        Fields.builder()
            .set(Corrected.TARGET, entry.id())
            .set(Corrected.FIELD, field.name())
            .set(Corrected.REASON, reason);
    if (old != null) {
      fields.set(Corrected.OLD, old);
    }
    now.ifPresent(value -> fields.set(Corrected.NEW, value));
    desk.say(
        asked.person,
        asked.ledger,
        Corrected.KIND,
        asked.subject,
        asked.seen(),
        desk.today(),
        fields.build());
  }

  private void voidEntry(Context context, Principal person) {
    Asked asked = new Asked(context, person);
    Entry entry = asked.entry();
    Fields fields =
        Fields.builder()
            .set(Voided.TARGET, entry.id())
            .set(Voided.REASON, Optional.ofNullable(context.formParam("why")).orElse("").trim())
            .build();
    try {
      desk.say(
          person, asked.ledger, Voided.KIND, asked.subject, asked.seen(), desk.today(), fields);
    } catch (Desk.NotTakenException e) {
      context.status(HttpStatus.BAD_REQUEST);
      amendForm(
          asked,
          entry,
          Map.of(),
          asked.page().last(),
          e.problem().sentence(ServerTexts.core(asked.texts)));
      return;
    }
    asked.back();
  }

  private void resolve(Context context, Principal person) {
    if (!person.role().mayAmendOthers()) {
      throw Refusal.of(403, "forbidden");
    }
    Asked asked = new Asked(context, person);
    Fields.Builder fields =
        Fields.builder()
            .set(ConflictResolved.TARGET, text(context, "target"))
            .set(ConflictResolved.FIELD, text(context, "field"))
            .set(ConflictResolved.VALUE, json(text(context, "value")));
    try {
      desk.say(
          person,
          asked.ledger,
          ConflictResolved.KIND,
          asked.subject,
          asked.seen(),
          desk.today(),
          fields.build());
    } catch (Desk.NotTakenException e) {
      throw Refusal.of(400, "bad-request");
    }
    asked.back();
  }

  private static String text(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("");
  }

  private static Json json(String text) {
    try {
      return JsonText.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw Refusal.ofField(400, "wrong-type", "value");
    }
  }
}
