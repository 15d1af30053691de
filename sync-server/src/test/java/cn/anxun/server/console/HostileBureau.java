package cn.anxun.server.console;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.paper.PaperContents;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bureau in which every text that anybody can write, in records of every kind, their steps, the
 * office's documents and people's names, is an attempt: markup, a formula, a line break.
 */
public final class HostileBureau implements AutoCloseable {
  /** What a page must never send as it stands. */
  public static final List<String> ATTEMPTS = List.of("<img src=x", "<script>attempt");

  private static final String LONG =
      "=1+1\"'><script>attempt()</script><img src=x onerror=attempt()>${7*7}\r\nX-Attempt: yes";
  private static final String SHORT = "=1\"><img src=x onerror=attempt()>";

  private final RunningServer running;
  private final Enrolment phone;
  private final List<String> taken = new ArrayList<>();
  private final String day = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
  private String site = "";

  private HostileBureau(RunningServer running) throws Exception {
    this.running = running;
    this.phone = running.enrol("chief", Role.ADMINISTRATOR);
  }

  /** Opens it, with an account of each role whose name is an attempt too. */
  public static HostileBureau open() throws Exception {
    return open(ServerOptions.inProcess());
  }

  /** The same on a server that runs so. */
  public static HostileBureau open(ServerOptions options) throws Exception {
    HostileBureau bureau = new HostileBureau(RunningServer.start(options, Clock.systemUTC()));
    for (Role role : Role.values()) {
      String division = role == Role.GRID_WORKER ? "510303001" : "";
      RunningServer.addAccount(
          bureau.running.server(),
          role.wire(),
          fitting(60),
          new Grant(RunningServer.BUREAU, role, "", division, 1));
    }
    bureau.documents();
    bureau.site = bureau.open(SiteRegistered.KIND);
    for (Kind kind : Kinds.ALL) {
      if (kind.effect() == Kind.Effect.OPENS && kind != SiteRegistered.KIND) {
        bureau.open(kind);
      }
    }
    String hazard = bureau.open(HazardFound.KIND);
    for (Kind kind : Kinds.ALL) {
      if (kind.effect() == Kind.Effect.STEP) {
        bureau.say(kind, bureau.running.id(), bureau.recordOf(kind, hazard), hazard);
      }
    }
    return bureau;
  }

  public RunningServer running() {
    return running;
  }

  /** The kinds of entry that the server took. */
  public List<String> taken() {
    return taken;
  }

  private String recordOf(Kind kind, String hazard) {
    return kind.recordType().equals("hazard") || kind.recordType().equals(Kind.ANY) ? hazard : site;
  }

  private String open(Kind kind) throws Exception {
    String id = running.id();
    say(kind, id, id, "");
    return id;
  }

  private void say(Kind kind, String id, String subject, String after) throws Exception {
    Json.MembersBuilder open = Json.members();
    Json.MembersBuilder personal = Json.members();
    for (Field<?> field : kind.fields().values()) {
      value(field)
          .ifPresent(value -> (field.personal() ? personal : open).put(field.name(), value));
    }
    push(kind.name(), id, subject, after, open.build(), personal.build());
  }

  private Optional<Json> value(Field<?> field) {
    if (field.name().equals("contents")) {
      return Optional.of(contents());
    }
    return switch (field.type()) {
      case TEXT -> Optional.of(Json.of(fitting(field.maxLength())));
      case CODE -> Optional.of(Json.of(code(field)));
      case CODES -> Optional.of(Json.texts(List.of(SHORT, "=2+2")));
      case INTEGER, DECIMAL -> Optional.of(Json.of(1));
      case DATE -> Optional.of(Json.of(day));
      case FLAG -> Optional.of(Json.TRUE);
      case REFERENCE, REFERENCES, DOCUMENT ->
          field.name().equals("site") && !site.isEmpty()
              ? Optional.of(Json.of(site))
              : Optional.empty();
    };
  }

  /** A paper whose every text is an attempt. */
  private static Json contents() {
    Json.MembersBuilder contents = Json.members();
    for (PaperContents.Part part : PaperContents.Part.values()) {
      contents.put(part.wire(), LONG);
    }
    Json line =
        Json.members()
            .put("hazard", SHORT)
            .put("text", LONG)
            .put("basis", LONG)
            .put("handling", LONG)
            .build();
    return contents.put("lines", Json.items(List.of(line))).build();
  }

  /** What the fold or a page takes apart must be what it is. */
  private static String code(Field<?> field) {
    return switch (field.name()) {
      case "division" -> "510303001";
      case "unit" -> "U01";
      case "level" -> "一般";
      case "measured" -> "drill";
      case "measured_field" -> "participants";
      case "record_kind" -> "patrol";
      default -> SHORT;
    };
  }

  private static String fitting(int length) {
    String text = length >= LONG.length() ? LONG : SHORT;
    return text.substring(0, Math.min(length, text.length()));
  }

  private void documents() throws Exception {
    document("UnitsRevised", "doc/units", "{\"units\": [{\"code\": \"U01\", \"name\": %s}]}");
    document(
        "DivisionsRevised",
        "doc/divisions",
        "{\"divisions\": [{\"code\": \"510303001\", \"name\": %s}]}");
    document(
        "RecordKindDefined",
        "doc/record-kind/patrol",
        "{\"name\": \"patrol\", \"label\": %s, \"fields\": [{\"name\": \"weather\", \"label\":"
            + " %1$s, \"type\": \"text\"}]}");
    document(
        "IndicatorsDefined",
        "doc/indicators",
        "{\"indicators\": [{\"id\": \"own.found\", \"name\": %s, \"measure\": {\"count\":"
            + " \"hazard\"}, \"unit\": \"个\", \"direction\": \"higher\"}]}");
    int year = LocalDate.parse(day).getYear();
    document(
        "FormDefined",
        "doc/form/" + year + "/hostile",
        "{\"title\": %s, \"template\": \"项目支出绩效自评表\", \"goal\": %1$s, \"budget_wan_yuan\":"
            + " {\"initial\": 10, \"full_year\": 8, \"spent\": 6}, \"execution\": {\"weight\": 10},"
            + " \"rows\": [{\"l1\": %1$s, \"l2\": %1$s, \"l3\": %1$s, \"target\": \"≥3个\","
            + " \"weight\": 90, \"direction\": \"higher\", \"measure\": {\"count\":"
            + " \"hazard\"}}]}");
  }

  private void document(String kind, String subject, String pattern) throws Exception {
    String text = new String(JsonText.bytes(Json.of(SHORT)), StandardCharsets.UTF_8);
    Json document = JsonText.read(String.format(pattern, text));
    push(
        kind,
        running.id(),
        subject,
        "",
        Json.members().put("name", "patrol").put("document", document).build(),
        Json.members().build());
  }

  private void push(String kind, String id, String subject, String after, Json open, Json personal)
      throws Exception {
    Json.MembersBuilder entry =
        Json.members()
            .put("id", id)
            .put("kind", kind)
            .put("subject", subject)
            .put("at", day + "T02:03:04Z")
            .put("businessDate", day)
            .put("author", "chief")
            .put("device", "phone")
            .put("public", open)
            .put("personal", personal);
    if (!after.isEmpty()) {
      entry.put("after", after);
    }
    HttpResponse<byte[]> answer = running.push(phone.token(), entry.build());
    if (RunningServer.text(answer).contains("\"seq\"")) {
      taken.add(kind);
    } else {
      throw new AssertionError(kind + ": " + RunningServer.text(answer));
    }
  }

  @Override
  public void close() {
    running.close();
  }
}
