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

  /** Counts which subjects are asked for. */
  private record Watched(LedgerView ledger, List<String> asked) implements LedgerView {
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
    ledger.open(HazardFound.KIND, "2026-03-02", "description", "电线裸露");
    Watched watched = new Watched(ledger.store(), new ArrayList<>());
    folded.goOn(watched, 2);
    ledger.add(Rectified.KIND, hazard, "2026-03-05");
    ledger.open(HazardFound.KIND, "2026-03-06", "description", "无证上岗");

    folded.goOn(new Watched(ledger.store(), watched.asked()), 4);

    assertThat(watched.asked()).containsExactly(hazard);
    assertThat(folded.state().list("hazard")).hasSize(3);
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
