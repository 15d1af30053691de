package cn.anxun.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Assigned;
import cn.anxun.core.entry.Attributed;
import cn.anxun.core.entry.CloseOutApproved;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Delisted;
import cn.anxun.core.entry.Extended;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Listed;
import cn.anxun.core.entry.MajorConfirmed;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.Transferred;
import cn.anxun.core.entry.VisitJoined;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.InMemoryLedgerStore;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.TestLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Lives at random: the order of arrival does not matter, and an amendment is as if said at once.
 */
class FoldPropertiesTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final Cutoff CUTOFF = Cutoff.latest(LocalDate.of(2023, 8, 31));

  private static final List<Kind> STEPS =
      List.of(
          Rectified.KIND,
          Reviewed.KIND,
          Extended.KIND,
          Listed.KIND,
          Delisted.KIND,
          MajorConfirmed.KIND,
          CloseOutApproved.KIND,
          Transferred.KIND,
          Assigned.KIND);

  /** One thing said of a hazard, and what becomes of it. */
  private static final class Said {
    final Kind kind;
    String date;
    final Map<String, Object> fields = new LinkedHashMap<>();
    final Map<String, Object> corrections = new LinkedHashMap<>();
    boolean voided;

    Said(Kind kind, Random random) {
      this.kind = kind;
      date = day(random);
      for (String field : kind.fields().keySet()) {
        if (random.nextInt(4) > 0) {
          fields.put(field, value(kind, field, random));
        }
        if (random.nextInt(8) == 0) {
          corrections.put(field, value(kind, field, random));
        }
      }
      if (random.nextInt(6) == 0) {
        corrections.put("businessDate", day(random));
      }
    }

    Object[] asFirstSaid() {
      return array(fields);
    }

    Object[] asCorrected() {
      Map<String, Object> corrected = new LinkedHashMap<>(fields);
      corrected.putAll(corrections);
      corrected.remove("businessDate");
      return array(corrected);
    }

    String correctedDate() {
      return (String) corrections.getOrDefault("businessDate", date);
    }

    private static Object[] array(Map<String, Object> fields) {
      List<Object> array = new ArrayList<>();
      fields.forEach(
          (name, value) -> {
            array.add(name);
            array.add(value);
          });
      return array.toArray();
    }
  }

  private static String day(Random random) {
    return FIRST.plusDays(random.nextInt(300)).toString();
  }

  private static Object value(Kind kind, String field, Random random) {
    return switch (kind.fields().get(field).type()) {
      case DATE -> day(random);
      case FLAG -> random.nextBoolean();
      case INTEGER, DECIMAL -> random.nextInt(5);
      case CODES, REFERENCES -> List.of("a" + random.nextInt(3));
      case CODE -> field.equals("level") && random.nextBoolean() ? "重大" : "c" + random.nextInt(3);
      default -> "t" + random.nextInt(3);
    };
  }

  private static List<Said> life(Random random) {
    List<Said> life = new ArrayList<>();
    Said found = new Said(HazardFound.KIND, random);
    found.fields.put("fixed_on_the_spot", random.nextInt(6) == 0);
    found.corrections.remove("site");
    found.corrections.remove("inspection");
    life.add(found);
    int steps = random.nextInt(9);
    for (int i = 0; i < steps; i++) {
      Said step = new Said(STEPS.get(random.nextInt(STEPS.size())), random);
      step.voided = random.nextInt(4) == 0;
      life.add(step);
    }
    return life;
  }

  /** Says a life as it came: each correction and void by one who saw its target, now or later. */
  private static String tell(List<Said> life, TestLedger ledger, Random random) {
    List<String> ids = new ArrayList<>();
    String hazard = "";
    for (Said said : life) {
      String id =
          ids.isEmpty()
              ? ledger.open(said.kind, said.date, said.asFirstSaid())
              : ledger.addAfter(
                  ids.get(ids.size() - 1), said.kind, hazard, said.date, said.asFirstSaid());
      hazard = ids.isEmpty() ? id : hazard;
      ids.add(id);
    }
    for (int i = 0; i < life.size(); i++) {
      Said said = life.get(i);
      for (Map.Entry<String, Object> correction : said.corrections.entrySet()) {
        String after = ids.get(i + random.nextInt(ids.size() - i));
        String id =
            correct(ledger, hazard, after, ids.get(i), correction.getKey(), correction.getValue());
        voidAndReinstate(ledger, hazard, id, random.nextInt(2) * 2);
      }
      voidAndReinstate(ledger, hazard, ids.get(i), (said.voided ? 1 : 0) + random.nextInt(2) * 2);
    }
    return hazard;
  }

  private static String correct(
      TestLedger ledger, String hazard, String after, String target, String field, Object value) {
    return ledger.addAfter(
        after,
        Corrected.KIND,
        hazard,
        "2024-02-02",
        "target",
        target,
        "field",
        field,
        "new",
        value);
  }

  private static void voidAndReinstate(TestLedger ledger, String hazard, String id, int times) {
    String target = id;
    for (int i = 0; i < times; i++) {
      target =
          ledger.addAfter(
              target, Voided.KIND, hazard, "2024-02-03", "target", target, "reason", "x");
    }
  }

  @Property(tries = 200)
  void fold_whenAmended_isAsIfSaidRightAtOnce(@ForAll Random random) {
    List<Said> life = life(random);
    TestLedger amended = new TestLedger().by("zhao", Role.SUPERVISOR);
    tell(life, amended, random);

    TestLedger plain = new TestLedger().by("zhao", Role.SUPERVISOR);
    String hazard = "";
    for (Said said : life) {
      if (hazard.isEmpty()) {
        hazard = plain.open(said.kind, said.correctedDate(), said.asCorrected());
      } else if (!said.voided) {
        plain.add(said.kind, hazard, said.correctedDate(), said.asCorrected());
      }
    }

    assertThat(fields(amended.store())).isEqualTo(fields(plain.store()));
  }

  private static List<Map<String, Json>> fields(LedgerView store) {
    return new LedgerFold()
        .fold(store, CUTOFF).list("hazard").stream()
            .map(FoldedRecord::fields)
            .map(Fields::values)
            .map(values -> (Map<String, Json>) new TreeMap<>(values))
            .toList();
  }

  @Property(tries = 80)
  void fold_whenArrivingInAnyOrder_isTheSame(@ForAll Random random) {
    TestLedger ledger = new TestLedger().by("zhao", Role.SUPERVISOR);
    int hazards = 1 + random.nextInt(4);
    for (int i = 0; i < hazards; i++) {
      tell(life(random), ledger, random);
    }
    ledger.by("wu", Role.OFFICE);
    tellVisits(ledger, random);
    List<LedgerEntry> arrival = new ArrayList<>(ledger.entries());
    Set<Object> expected = content(ledger.store());

    for (int i = 0; i < 3; i++) {
      Collections.shuffle(arrival, random);
      assertThat(content(TestLedger.arrived(arrival))).isEqualTo(expected);
    }
    LedgerEntry first = ledger.entries().get(0);
    arrival.remove(first);
    InMemoryLedgerStore store = TestLedger.arrived(arrival);
    assertThat(new LedgerFold().fold(store, CUTOFF).list("hazard"))
        .extracting(FoldedRecord::subject)
        .doesNotContain(first.id());
    store.put(List.of(TestLedger.restamped(first, arrival.size() + 1L)));
    assertThat(content(store)).isEqualTo(expected);
  }

  @Property(tries = 120)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void goOn_whateverCameMeanwhile_isAsIfFoldedAtOnce(@ForAll Random random) {
    List<LedgerEntry> arrivals = arrivedInDisorder(random);
    ArrivingLedger ledger = new ArrivingLedger(arrivals);
    FoldedLedger folded = new LedgerFold().begin(CUTOFF.date());

    while (folded.seq() < ledger.lastSeq()) {
      long next = Math.min(folded.seq() + 1 + random.nextInt(12), ledger.lastSeq());
      folded.goOn(ledger.upTo(next), next);
      assertSame(folded.state(), ledger.upTo(next), next);
    }
    DrawnLedgers.collect(arrivals, folded.state());
  }

  @Property(tries = 120)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void at_anEarlierSeq_isAsIfFoldedThen(@ForAll Random random) {
    List<LedgerEntry> arrivals = arrivedInDisorder(random);
    InMemoryLedgerStore store = new ArrivingLedger(arrivals).upTo(arrivals.size());
    FoldedLedger folded = new LedgerFold().begin(CUTOFF.date());
    folded.goOn(store, store.lastSeq());

    long far = random.nextInt((int) store.lastSeq() + 1);
    assertSame(folded.at(store, far).state(), store, far);
    long near = Math.max(0, store.lastSeq() - random.nextInt(3));
    assertSame(folded.at(store, near).state(), store, near);
    assertSame(folded.state(), store, store.lastSeq());
    DrawnLedgers.collect(arrivals, folded.state());
  }

  /** Lives of hazards, and whatever else is said in a bureau; some of it comes late. */
  private static List<LedgerEntry> arrivedInDisorder(Random random) {
    TestLedger ledger = new TestLedger().by("zhao", Role.SUPERVISOR);
    for (int i = 0; i <= random.nextInt(3); i++) {
      tell(life(random), ledger, random);
    }
    ledger.by("wu", Role.OFFICE);
    tellVisits(ledger, random);
    List<LedgerEntry> arrivals = new ArrayList<>(ledger.entries());
    arrivals.addAll(RandomEntries.draw(random));
    if (random.nextInt(3) == 0) {
      Collections.shuffle(arrivals, random);
    }
    for (int i = 0; i < arrivals.size() / 5; i++) {
      LedgerEntry late = arrivals.remove(random.nextInt(arrivals.size()));
      arrivals.add(random.nextInt(arrivals.size() + 1), late);
    }
    return arrivals;
  }

  private static void assertSame(LedgerState state, LedgerView ledger, long seq) {
    LedgerState whole = new LedgerFold().fold(ledger, new Cutoff(seq, CUTOFF.date()));
    assertThat(state).isEqualTo(whole);
    assertThat(state.records().keySet()).containsExactlyElementsOf(whole.records().keySet());
    assertThat(state.documents().keySet()).containsExactlyElementsOf(whole.documents().keySet());
  }

  private static void tellVisits(TestLedger ledger, Random random) {
    List<String> sites = new ArrayList<>();
    List<String> visits = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sites.add(ledger.open(SiteRegistered.KIND, day(random), "name", "n" + random.nextInt(3)));
    }
    for (int i = 0; i < 5; i++) {
      String site = sites.get(random.nextInt(5));
      visits.add(ledger.open(Inspected.KIND, day(random), "site", site, "inspectors", i));
    }
    for (int i = 0; i < 4; i++) {
      String from = sites.get(random.nextInt(5));
      ledger.add(SiteMerged.KIND, from, "2023-06-01", "into", sites.get(random.nextInt(5)));
      String visit = visits.get(random.nextInt(5));
      ledger.add(VisitJoined.KIND, visit, "2023-06-01", "into", visits.get(random.nextInt(5)));
      ledger.add(Attributed.KIND, visit, "2023-06-01", "project", "p" + i);
    }
  }

  /** Records and notices without regard to the order of concurrent entries. */
  private static Set<Object> content(LedgerView store) {
    LedgerState state = new LedgerFold().fold(store, CUTOFF);
    Set<Object> content = new HashSet<>();
    state
        .records()
        .values()
        .forEach(
            records ->
                records.forEach(
                    record ->
                        content.add(
                            List.of(
                                record.type(),
                                record.subject(),
                                record.date(),
                                record.fields(),
                                new HashSet<>(record.entryIds()),
                                record.marks()))));
    for (Notice notice : state.notices()) {
      content.add(
          List.of(
              notice.type(), notice.subject(), new HashSet<>(notice.entryIds()), notice.field()));
    }
    content.add(state.sites());
    return content;
  }
}
