package cn.anxun.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.TestLedger;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FoldedDaysTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

  private final TestLedger ledger = new TestLedger().by("zhao", Role.OFFICE);
  private final LedgerFold fold = new LedgerFold();
  private boolean broken;

  private final FoldedDays days =
      new FoldedDays(
          fold,
          work -> {
            work.accept(ledger.store());
            if (broken) {
              throw new StorageException("the disk", null);
            }
          });

  private void find(int hazards) {
    for (int i = 0; i < hazards; i++) {
      ledger.open(HazardFound.KIND, "2026-03-01", "description", "x");
    }
  }

  private LedgerState whole(long seq, LocalDate day) {
    return fold.fold(ledger.store(), new Cutoff(seq, day));
  }

  @Test
  void state_laterAndEarlierAndOfAnotherDay_isTheWholeFold() {
    find(30);
    LocalDate before = LocalDate.of(2026, 2, 1);
    for (long seq : new long[] {3, 20, 19, 30, 1, 30}) {
      assertThat(days.state(new Cutoff(seq, DAY))).isEqualTo(whole(seq, DAY));
      assertThat(days.state(new Cutoff(seq, before))).isEqualTo(whole(seq, before));
    }
  }

  @Test
  void state_afterAReadThatBroke_isTheWholeFold() {
    find(3);
    LedgerState unused = days.state(new Cutoff(2, DAY));
    broken = true;
    assertThatThrownBy(() -> days.state(new Cutoff(3, DAY))).isInstanceOf(StorageException.class);
    broken = false;

    assertThat(days.state(new Cutoff(2, DAY))).isEqualTo(whole(2, DAY));
    assertThat(days.state(new Cutoff(3, DAY))).isEqualTo(whole(3, DAY));
  }
}
