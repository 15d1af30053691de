package cn.anxun.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Attached;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Header;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CausalOrderTest {
  private static final Instant AT = Instant.parse("2023-06-01T00:00:00Z");

  private static LedgerEntry entry(int number, int after, long seq) {
    Header header =
        new Header(
            TestLedger.id(number),
            "s",
            after == 0 ? null : TestLedger.id(after),
            AT,
            LocalDate.of(2023, 6, 1),
            "li",
            "phone",
            List.of());
    return new LedgerEntry(
        EntryJson.write(new Attached(header, TestLedger.fields())),
        new Stamp(seq, "li", Role.INSPECTOR, "phone", AT));
  }

  private static List<Integer> numbers(List<LedgerEntry> entries) {
    return entries.stream().map(entry -> Integer.parseInt(entry.id().substring(24))).toList();
  }

  @Test
  void of_whenBranchesAreConcurrent_goesBySeqAmongThoseThatAreReady() {
    CausalOrder order =
        CausalOrder.of(
            List.of(
                entry(1, 0, 1), entry(2, 1, 5), entry(3, 1, 3), entry(4, 3, 4), entry(5, 0, 2)));

    assertThat(numbers(order.ordered())).containsExactly(1, 5, 3, 4, 2);
    assertThat(order.waiting()).isEmpty();
  }

  @Test
  void of_whenAPredecessorArrivesLast_stillComesFirst() {
    CausalOrder order = CausalOrder.of(List.of(entry(3, 2, 1), entry(2, 1, 2), entry(1, 0, 3)));

    assertThat(numbers(order.ordered())).containsExactly(1, 2, 3);
  }

  @Test
  void of_whenSomeAreUnsent_putsThemLastInTheOrderTheyWerePut() {
    CausalOrder order =
        CausalOrder.of(
            List.of(
                entry(5, 1, Stamp.UNSENT),
                entry(4, 1, Stamp.UNSENT),
                entry(1, 0, 7),
                entry(6, 1, 9)));

    assertThat(numbers(order.ordered())).containsExactly(1, 6, 5, 4);
  }

  @Test
  void of_whenLinksAreMissingOrCircular_waits() {
    CausalOrder order =
        CausalOrder.of(
            List.of(
                entry(1, 0, 1),
                entry(2, 99, 2),
                entry(3, 2, 3),
                entry(4, 4, 4),
                entry(5, 6, 5),
                entry(6, 5, 6),
                entry(7, 6, 7)));

    assertThat(numbers(order.ordered())).containsExactly(1);
    assertThat(numbers(order.waiting())).containsExactly(2, 3, 4, 5, 6, 7);
  }

  @Test
  void of_whenAnIdStandsTwice_takesTheFirst() {
    CausalOrder order = CausalOrder.of(List.of(entry(1, 0, 1), entry(1, 2, 2), entry(2, 1, 3)));

    assertThat(numbers(order.ordered())).containsExactly(1, 2);
    assertThat(order.ordered().get(0).seq()).isEqualTo(1);
  }

  @Test
  void isAncestor_whenRandom_agreesWithWalkingTheLinks() {
    Random random = new Random(3);
    List<LedgerEntry> entries = new ArrayList<>();
    int[] after = new int[201];
    for (int number = 1; number <= 200; number++) {
      after[number] = random.nextInt(number);
      entries.add(entry(number, after[number], number));
    }
    Collections.shuffle(entries, random);
    CausalOrder order = CausalOrder.of(entries);
    List<Integer> numbers = numbers(order.ordered());
    for (int i = 0; i < numbers.size(); i++) {
      for (int j = 0; j < numbers.size(); j++) {
        boolean expected = false;
        for (int at = after[numbers.get(j)]; at != 0; at = after[at]) {
          expected |= at == numbers.get(i);
        }
        assertThat(order.isAncestor(i, j)).as("%s %s", i, j).isEqualTo(expected);
      }
    }
  }

  @Test
  void of_whenAHundredThousandFollowEachOther_takesLittleTimeAndNoRecursion() {
    List<LedgerEntry> entries = new ArrayList<>();
    for (int number = 1; number <= 100_000; number++) {
      entries.add(entry(number, number - 1, 100_001 - number));
    }
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long before = clock.getCurrentThreadCpuTime();
    CausalOrder order = CausalOrder.of(entries);

    assertThat(order.ordered()).hasSize(100_000);
    assertThat(order.isAncestor(0, 99_999)).isTrue();
    assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - before))
        .isLessThan(Duration.ofSeconds(3));
  }
}
