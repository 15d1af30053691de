package cn.anxun.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.InMemoryLedgerStore;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.TestLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FoldedLedgerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

  private final TestLedger ledger = new TestLedger().by("zhao", Role.OFFICE);
  private final FoldedLedger folded = new LedgerFold().begin(DAY);

  /** Keeps in mind which subjects are asked for, and after which seqs all are read. */
  private record Watched(LedgerView ledger, List<String> asked, List<Long> scanned)
      implements LedgerView {
    private Watched of(LedgerView later) {
      return new Watched(later, asked, scanned);
    }

    @Override
    public Optional<LedgerEntry> find(String id) {
      return ledger.find(id);
    }

    @Override
    public List<LedgerEntry> listSubject(String subject, long seq) {
      asked.add(subject);
      return ledger.listSubject(subject, seq);
    }

    @Override
    public void scan(long after, long upTo, Consumer<LedgerEntry> each) {
      scanned.add(after);
      ledger.scan(after, upTo, each);
    }

    @Override
    public long lastSeq() {
      return ledger.lastSeq();
    }
  }

  @Test
  void goOn_readsAgainOnlyWhatTheNewEntriesAreAbout() {
    String hazard = ledger.open(HazardFound.KIND, "2026-03-01", "description", "通道堵塞");
    openMore(99);
    Watched watched = new Watched(ledger.store(), new ArrayList<>(), new ArrayList<>());
    folded.goOn(watched, 100);
    watched.scanned().clear();
    ledger.add(Rectified.KIND, hazard, "2026-03-05");
    openMore(1);

    folded.goOn(watched.of(ledger.store()), 102);

    assertThat(watched.asked()).containsExactly(hazard);
    assertThat(watched.scanned()).containsExactly(100L);
    assertThat(folded.state().list("hazard")).hasSize(101);
  }

  @Test
  void goOn_whenManySubjectsGoOn_readsTheLedgerOnceInsteadOfEachByItself() {
    List<String> hazards = openMore(10);
    Watched watched = new Watched(ledger.store(), new ArrayList<>(), new ArrayList<>());
    folded.goOn(watched, 10);
    watched.scanned().clear();
    hazards.forEach(hazard -> ledger.add(Rectified.KIND, hazard, "2026-03-05"));

    folded.goOn(watched.of(ledger.store()), 20);

    assertThat(watched.asked()).isEmpty();
    assertThat(watched.scanned()).containsExactly(10L, 0L);
    assertThat(folded.state())
        .isEqualTo(new LedgerFold().fold(ledger.store(), folded.state().cutoff()));
  }

  private List<String> openMore(int hazards) {
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < hazards; i++) {
      opened.add(ledger.open(HazardFound.KIND, "2026-03-02", "description", "电线裸露" + i));
    }
    return opened;
  }

  @Test
  void goOn_afterARedaction_holdsNothingOfWhatItErased() {
    String hazard =
        ledger.open(HazardFound.KIND, "2026-03-01", "description", "x", "responsible_person", "张三");
    String other = ledger.open(HazardFound.KIND, "2026-03-02", "description", "y");
    folded.goOn(ledger.store(), 2);
    assertThat(folded.state().toString()).contains("张三");
    ledger.add(Redacted.KIND, other, "2026-03-05", "target", hazard, "reason", "x");
    InMemoryLedgerStore erased = new InMemoryLedgerStore();
    List<LedgerEntry> entries = new ArrayList<>();
    for (LedgerEntry entry : ledger.entries()) {
      entries.add(AcceptedEntries.withoutPersonal(entry));
    }
    erased.put(entries);

    folded.goOn(erased, 3);

    assertThat(folded.state()).isEqualTo(new LedgerFold().fold(erased, folded.state().cutoff()));
    assertThat(folded.state().toString()).doesNotContain("张三");
  }

  @Test
  void goOn_whenAskedToGoBack_saysSo() {
    ledger.open(HazardFound.KIND, "2026-03-01", "description", "x");
    folded.goOn(ledger.store(), 1);

    assertThatThrownBy(() -> folded.goOn(ledger.store(), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> folded.at(ledger.store(), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
