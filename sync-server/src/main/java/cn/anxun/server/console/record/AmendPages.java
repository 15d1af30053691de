package cn.anxun.server.console.record;

import cn.anxun.core.entry.ConflictResolved;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How what was said of a record is corrected or voided, and conflicts are decided. */
final class AmendPages {
  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Desk desk;
  private final Clock clock;

  AmendPages(
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

  void register(RoutesConfig routes) {
    routes.get("/record/{subject}/amend/{entry}", access.see(Permission.PUSH, this::amendForm));
    routes.post("/record/{subject}/correct/{entry}", access.send(Permission.PUSH, this::correct));
    routes.post("/record/{subject}/void/{entry}", access.send(Permission.PUSH, this::voidEntry));
    routes.post("/record/{subject}/resolve", access.send(Permission.PUSH, this::resolve));
  }

  private RecordRequest asked(Context context, Principal person) {
    return new RecordRequest(context, person, pages, ledgers, directory, clock);
  }

  private void amendForm(Context context, Principal person) {
    RecordRequest asked = asked(context, person);
    amendForm(asked, asked.entry(), Map.of(), asked.page().last(), "");
  }

  private void amendForm(
      RecordRequest asked, Entry entry, Map<String, String> typed, String seen, String problem) {
    Map<String, String> values = new LinkedHashMap<>();
    entry.fields().values().forEach((field, value) -> values.put(field, FieldForm.text(value)));
    // An unset flag counts as false; shown as anything else it would be corrected unseen.
    entry.kind().fields().values().stream()
        .filter(field -> field.type() == Field.Type.FLAG)
        .forEach(field -> values.putIfAbsent(field.name(), "false"));
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
            FieldForm.inputs(entry.kind().recordType(), open, asked.state, asked.names(), values),
            reason,
            problem,
            "/record/" + asked.subject));
  }

  /** Every field that was changed is corrected by an entry of its own. */
  private void correct(Context context, Principal person) {
    RecordRequest asked = asked(context, person);
    Entry entry = asked.entry();
    String reason = Requests.typed(context, "why");
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
          Optional.ofNullable(context.formParam(RecordRequest.SEEN)).orElse(""),
          e.problem().sentence(ServerTexts.core(asked.texts)));
      return;
    }
    asked.back();
  }

  private void correct(RecordRequest asked, Entry entry, Field<?> field, String reason)
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
    RecordRequest asked = asked(context, person);
    Entry entry = asked.entry();
    Fields fields =
        Fields.builder()
            .set(Voided.TARGET, entry.id())
            .set(Voided.REASON, Requests.typed(context, "why"))
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
    RecordRequest asked = asked(context, person);
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
    return Requests.typed(context, name);
  }

  private static Json json(String text) {
    try {
      return JsonText.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw Refusal.ofField(400, "wrong-type", "value");
    }
  }
}
