package cn.anxun.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.InMemoryLedgerStore;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.ledger.TestLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever entries say, the fold answers. */
class FoldTotalityTest {
  private static final Instant AT = Instant.parse("2023-06-01T00:00:00Z");
  private static final List<Role> ROLES = List.of(Role.values());
  private static final List<String> SUBJECTS =
      List.of(
          TestLedger.id(1),
          TestLedger.id(2),
          TestLedger.id(3),
          TestLedger.id(4),
          Documents.targets(2023),
          Documents.inspectionPlan(2023),
          Documents.INDICATORS,
          "doc/",
          "");

  @Property(tries = 500)
  void fold_whenEntriesAreGarbage_neverThrows(@ForAll Random random) {
    InMemoryLedgerStore store = new InMemoryLedgerStore();
    List<LedgerEntry> entries = new ArrayList<>();
    int count = random.nextInt(60);
    for (int number = 1; number <= count; number++) {
      long seq = random.nextInt(10) == 0 ? Stamp.UNSENT : random.nextInt(80);
      Role role = ROLES.get(random.nextInt(ROLES.size()));
      Stamp stamp = new Stamp(seq, "a" + random.nextInt(3), role, "phone", AT);
      entries.add(new LedgerEntry(EntryJson.write(entry(number, random)), stamp));
    }
    store.put(entries);
    Cutoff cutoff =
        new Cutoff(
            random.nextBoolean() ? Stamp.UNSENT : random.nextInt(80),
            LocalDate.of(2023, 1, 1).plusDays(random.nextInt(365)));
    LedgerFold fold = new LedgerFold();

    LedgerState state = fold.fold(store, cutoff);

    assertThat(fold.fold(store, cutoff)).isEqualTo(state);
    state
        .records()
        .forEach(
            (type, records) -> {
              assertThat(records)
                  .allMatch(record -> record.type().equals(type))
                  .allMatch(record -> !record.date().isAfter(cutoff.date()))
                  .allMatch(record -> !record.entryIds().isEmpty())
                  .isSortedAccordingTo(
                      Comparator.comparing(FoldedRecord::date)
                          .thenComparing(FoldedRecord::subject));
            });
    for (String subject : SUBJECTS) {
      fold.foldSubject(store, subject, cutoff)
          .ifPresent(record -> assertThat(record.subject()).isEqualTo(subject));
    }
  }

  private static Entry entry(int number, Random random) {
    Header header =
        new Header(
            TestLedger.id(number),
            SUBJECTS.get(random.nextInt(SUBJECTS.size())),
            random.nextInt(3) == 0 ? null : TestLedger.id(random.nextInt(64)),
            AT,
            LocalDate.of(2022, 12, 1).plusDays(random.nextInt(420)),
            "claimed",
            "phone",
            List.<Attachment>of());
    int which = random.nextInt(Kinds.ALL.size() + 2);
    if (which >= Kinds.ALL.size()) {
      return new UnknownEntry("Flown", header, fields(Kinds.ALL.get(0), random));
    }
    Kind kind = Kinds.ALL.get(which);
    return kind.entry(header, fields(kind, random));
  }

  private static Fields fields(Kind kind, Random random) {
    Fields.Builder fields = Fields.builder();
    for (String name : kind.fields().keySet()) {
      if (random.nextInt(3) > 0) {
        fields.raw(name, value(name, random));
      }
    }
    return fields.build();
  }

  private static Json value(String name, Random random) {
    if (name.equals("field")) {
      List<String> fields =
          List.of("businessDate", "level", "deadline", "site", "document", "into", "zzz", "");
      return Json.of(fields.get(random.nextInt(fields.size())));
    }
    return switch (random.nextInt(9)) {
      case 0 -> Json.of(LocalDate.of(2023, 1, 1).plusDays(random.nextInt(365)).toString());
      case 1 -> Json.of(random.nextBoolean());
      case 2 -> Json.of(random.nextInt(2100) - 50);
      case 3 -> Json.texts(List.of(TestLedger.id(random.nextInt(64)), ""));
      case 4 -> Json.members().put("sites", Json.items(List.of(Json.TRUE, Json.of("x")))).build();
      case 5 -> Json.of("9999-12-31");
      case 6 -> Json.NULL;
      default -> Json.of(TestLedger.id(random.nextInt(64)));
    };
  }
}
