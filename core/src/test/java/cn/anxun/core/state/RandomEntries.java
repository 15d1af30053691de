package cn.anxun.core.state;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.GridsRevised;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.InspectionPlanRevised;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PaperNumbered;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.TargetAdjusted;
import cn.anxun.core.entry.TargetsSet;
import cn.anxun.core.entry.VisitJoined;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.ledger.TestLedger;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperReducer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What may be said in a bureau: each kind of entry at least once, of records, documents and of what
 * nobody opened, by every role, amended and merged; entries of a newer version among them. In every
 * other bureau something is redacted too, be it of whatever kind.
 */
final class RandomEntries {
  /** The kind that only a newer version knows. */
  static final String UNKNOWN = "Flown";

  private static final List<Kind> OPENED =
      List.of(SiteRegistered.KIND, Inspected.KIND, HazardFound.KIND, PaperIssued.KIND);

  /** What moves these on, joins and amends them, and the documents that say more of them. */
  private static final List<Kind> OFTEN =
      List.of(
          PaperNumbered.KIND,
          Corrected.KIND,
          Voided.KIND,
          SiteMerged.KIND,
          VisitJoined.KIND,
          InspectionPlanRevised.KIND,
          GridsRevised.KIND,
          TargetsSet.KIND,
          TargetAdjusted.KIND);

  private static final Instant AT = Instant.parse("2023-06-01T00:00:00Z");
  private static final int MORE = 40;
  private static final int CONTRADICTIONS = 3;
  private static final int UNKNOWN_ONES = 4;
  private static final List<Integer> REDACTIONS = List.of(0, 0, 2, 60);

  private final Random random;
  private final EntryIds ids;
  private final SaidSoFar said;

  private RandomEntries(Random random) {
    this.random = random;
    this.said = new SaidSoFar(random);
    this.ids = new EntryIds(Clock.fixed(AT, ZoneOffset.UTC), random);
  }

  /** All of one bureau, in the order in which it was said. */
  static List<LedgerEntry> draw(Random random) {
    RandomEntries entries = new RandomEntries(random);
    for (int i = 0; i < 3; i++) {
      OPENED.forEach(entries::say);
    }
    List<Runnable> deeds = new ArrayList<>();
    for (Kind kind : Kinds.ALL) {
      if (kind != Redacted.KIND) {
        deeds.add(() -> entries.say(kind));
      }
    }
    for (int i = 0; i < MORE; i++) {
      List<Kind> kinds = i % 4 == 0 ? OPENED : OFTEN;
      deeds.add(() -> entries.say(entries.any(kinds)));
    }
    deeds.addAll(Collections.nCopies(CONTRADICTIONS, entries::contradict));
    deeds.addAll(Collections.nCopies(UNKNOWN_ONES, entries::sayUnknown));
    Collections.shuffle(deeds, random);
    for (int left = entries.any(REDACTIONS); left > 0; left--) {
      deeds.add(deeds.size() - random.nextInt(deeds.size() / 2), entries::redact);
    }
    deeds.forEach(Runnable::run);
    return entries.said.list();
  }

  private void say(Kind kind) {
    String id = ids.next();
    boolean opens = kind.effect() == Kind.Effect.OPENS && random.nextInt(12) > 0;
    String subject = opens ? id : subject(kind);
    keep(id, kind, subject, said.after(subject), fields(kind, subject));
  }

  /** Two correct the same, neither of whom has seen what the other says. */
  private void contradict() {
    String subject = said.ofType(any(OPENED));
    LedgerEntry target = Objects.requireNonNull(said.of(subject));
    for (int i = 0; i < 2; i++) {
      Fields fields =
          TestLedger.fields("target", target.id(), "field", "businessDate", "new", day());
      keep(ids.next(), Corrected.KIND, subject, target.id(), fields);
    }
  }

  private void redact() {
    LedgerEntry target = said.ofAnyKind();
    String subject = random.nextInt(5) > 0 ? target.entry().subject() : said.subject();
    Fields fields = TestLedger.fields("target", target.id(), "reason", "申请");
    keep(ids.next(), Redacted.KIND, subject, said.after(subject), fields);
  }

  private void keep(String id, Kind kind, String subject, @Nullable String after, Fields fields) {
    LocalDate day = LocalDate.parse(day());
    Header header = new Header(id, subject, after, AT, day, "claimed", "phone", attachments());
    byte[] bytes = EntryJson.write(kind.entry(header, fields)).bytes();
    LedgerEntry entry = AcceptedEntries.read(bytes, stamp(kind));
    if (entry.entry().kind() != kind) {
      throw new IllegalStateException("no server takes " + entry.entry());
    }
    said.add(kind.name(), entry);
  }

  /** Of a kind that only a newer version knows, or of one that it has changed. */
  private void sayUnknown() {
    String id = ids.next();
    String subject = random.nextInt(3) == 0 ? id : said.subject();
    String kind = random.nextBoolean() ? UNKNOWN : HazardFound.KIND.name();
    Json.MembersBuilder json =
        Json.members()
            .put("id", id)
            .put("kind", kind)
            .put("subject", subject)
            .put("after", said.after(subject))
            .put("at", AT.toString())
            .put("businessDate", day())
            .put("author", "claimed")
            .put("device", "drone")
            .put("public", Json.members().put("level", 5).build())
            .put("personal", Json.members().put("pilot", "张三").build());
    said.add(UNKNOWN, AcceptedEntries.read(JsonText.bytes(json.build()), stamp(HazardFound.KIND)));
  }

  /** Mostly one who may say it with effect. */
  private Stamp stamp(Kind kind) {
    Role role =
        random.nextInt(4) == 0
            ? any(List.of(Role.values()))
            : switch (kind.right()) {
              case RECORD -> any(List.of(Role.INSPECTOR, Role.SUPERVISOR));
              case DECIDE -> Role.SUPERVISOR;
              case OFFICE -> Role.OFFICE;
            };
    return new Stamp(said.list().size() + 1L, any(List.of("li", "wu")), role, "phone", AT);
  }

  private String subject(Kind kind) {
    if (random.nextInt(12) == 0) {
      return said.subject();
    } else if (kind.effect() == Kind.Effect.DOCUMENT) {
      String name = "doc/" + kind.recordType().replace('_', '-');
      return name + any(List.of("", "/2023", "/2023/2"));
    } else if (kind == SiteMerged.KIND) {
      return said.ofType(SiteRegistered.KIND);
    } else if (kind == VisitJoined.KIND) {
      return said.ofType(Inspected.KIND);
    }
    return kind.recordType().equals(Kind.ANY) ? said.subject() : said.ofType(kind);
  }

  private List<Attachment> attachments() {
    String role = random.nextBoolean() ? PaperReducer.SIGNED_COPY : "before";
    return random.nextInt(6) > 0
        ? List.of()
        : List.of(new Attachment("0f".repeat(32), 1, "image/jpeg", role));
  }

  private Fields fields(Kind kind, String subject) {
    boolean own = said.list().isEmpty() || random.nextInt(12) > 0;
    LedgerEntry target = own ? said.of(subject) : said.ofAnyKind();
    Map<String, Field<?>> targeted = target == null ? Map.of() : target.entry().kind().fields();
    String corrected =
        targeted.isEmpty() || random.nextInt(6) == 0
            ? "businessDate"
            : any(List.copyOf(targeted.keySet()));
    Fields.Builder fields = Fields.builder();
    for (Field<?> field : kind.fields().values()) {
      if (field.required() || random.nextInt(4) > 0) {
        Json value =
            switch (field.name()) {
              case "target" -> Json.of(target == null ? subject : target.id());
              case "field" -> Json.of(corrected);
              case "new", "value" -> value(kind, targeted.get(corrected));
              case "into", "duplicate_of" -> Json.of(said.ofTypeOf(subject));
              default -> value(kind, field);
            };
        fields.raw(field.name(), value);
      }
    }
    return fields.build();
  }

  /**
   * A value that the field may have; where there is none, a day.
   *
   * @param of the kind that says it
   */
  private Json value(Kind of, @Nullable Field<?> field) {
    if (field == null) {
      return Json.of(day());
    }
    String some = "c" + random.nextInt(3);
    return switch (field.type()) {
      case DATE -> Json.of(day());
      case FLAG -> Json.of(random.nextBoolean());
      case INTEGER, DECIMAL -> Json.of(field.name().endsWith("year") ? 2023 : random.nextInt(5));
      case CODES -> Json.texts(List.of(some));
      case REFERENCE -> Json.of(reference(field));
      case REFERENCES ->
          Json.texts(List.of(said.ofType(HazardFound.KIND), said.ofType(HazardFound.KIND)));
      case DOCUMENT -> document(of);
      case CODE, TEXT -> Json.of(coded(field, some));
    };
  }

  private String reference(Field<?> field) {
    return switch (field.name()) {
      case "site" -> said.ofType(SiteRegistered.KIND);
      case "inspection" -> said.ofType(Inspected.KIND);
      case "hazard" -> said.ofType(HazardFound.KIND);
      case "answers" -> said.ofType(PaperIssued.KIND);
      default -> said.subject();
    };
  }

  private String coded(Field<?> field, String otherwise) {
    return switch (field.name()) {
      case "authority" -> any(List.of(Paper.ADMINISTRATIVE, "巡查走访"));
      case "division" -> any(List.of("510303001001", "510303001002"));
      case "level" -> any(List.of("重大", "一般"));
      case "paper" -> any(Arrays.asList(Paper.values())).label();
      default -> otherwise;
    };
  }

  private Json document(Kind of) {
    if (of == InspectionPlanRevised.KIND) {
      return Json.members()
          .put(
              "sites",
              Json.texts(
                  List.of(said.ofType(SiteRegistered.KIND), said.ofType(SiteRegistered.KIND))))
          .build();
    } else if (of == GridsRevised.KIND) {
      Json grid =
          Json.members()
              .put("code", "51030300100" + (1 + random.nextInt(2)))
              .put("name", "网格")
              .build();
      return Json.members().put("grids", Json.items(List.of(grid))).build();
    }
    return Json.members().put("n", random.nextInt(3)).build();
  }

  private String day() {
    return LocalDate.of(2023, 1, 1).plusDays(random.nextInt(300)).toString();
  }

  private <T> T any(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }
}
