package cn.anxun.server.storage;

import cn.anxun.core.state.LedgerFold;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes pushes to the ledger and keeps what is derived from it in step. */
final class LedgerWriter implements PushQueue.Writer {
  private final Clock clock;
  private final LedgerFold fold;
  private final StateCache states;
  private boolean redacted;

  LedgerWriter(Clock clock, LedgerFold fold, StateCache states) {
    this.clock = clock;
    this.fold = fold;
    this.states = states;
  }

  @Override
  public List<PushQueue.Outcome> write(Handle handle, List<Push> pushes) {
    Acceptance acceptance =
        new Acceptance(handle, fold, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    List<PushQueue.Outcome> outcomes = acceptance.accept(pushes);
    redacted = acceptance.hasRedacted();
    return outcomes;
  }

  @Override
  public void committed() {
    if (redacted) {
      states.clear();
    }
  }
}
