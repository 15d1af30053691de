package cn.anxun.app.record;

import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.Finding;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.HistoryEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.ledger.Reduction;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.ledger.SubjectHistory;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Folds single subjects as they are opened. */
public final class Timelines {
  private final RoomPhoneStore store;
  private final LedgerFold fold = new LedgerFold();

  @Inject
  public Timelines(RoomPhoneStore store) {
    this.store = store;
  }

  /** The subject as of this day; one of which nothing is held has no steps. */
  public Timeline timeline(String subject, LocalDate day) {
    List<LedgerEntry> entries = store.listSubject(subject, Stamp.UNSENT);
    SubjectHistory history = SubjectHistory.of(subject, entries);
    Optional<Reduction> reduction = fold.reduce(history, Cutoff.latest(day));
    Map<String, HistoryEntry> counting = new HashMap<>();
    for (HistoryEntry entry : history.entries()) {
      counting.put(entry.id(), entry);
    }
    Map<String, Mark> marks = new HashMap<>();
    List<Finding> findings = reduction.map(Reduction::findings).orElse(history.findings());
    for (Finding finding : findings) {
      for (String id : finding.entryIds()) {
        marks.putIfAbsent(id, finding.mark());
      }
    }
    Map<String, OutboxEntry> own = new HashMap<>();
    List<OutboxEntry> withdrawn = new ArrayList<>();
    for (OutboxEntry entry : store.listOwn(subject)) {
      own.put(entry.id(), entry);
      if (entry.state() == OutboxState.WITHDRAWN) {
        withdrawn.add(entry);
      }
    }
    List<Timeline.Step> steps = new ArrayList<>(entries.size());
    for (LedgerEntry entry : entries) {
      steps.add(step(entry, counting.get(entry.id()), marks.get(entry.id()), own));
    }
    return new Timeline(subject, reduction.map(Reduction::record), steps, withdrawn);
  }

  /** The record as of this day; empty where it is voided, not known yet or of a later day. */
  public Optional<FoldedRecord> record(String subject, LocalDate day) {
    return fold.foldSubject(store, subject, Cutoff.latest(day));
  }

  private static Timeline.Step step(
      LedgerEntry entry,
      @Nullable HistoryEntry counting,
      @Nullable Mark mark,
      Map<String, OutboxEntry> own) {
    return new Timeline.Step(
        entry,
        counting == null ? entry.entry().fields() : counting.fields(),
        counting == null ? entry.entry().header().businessDate() : counting.date(),
        effect(entry, counting != null, mark),
        Optional.ofNullable(own.get(entry.id())));
  }

  private static Timeline.Effect effect(LedgerEntry entry, boolean counts, @Nullable Mark mark) {
    if (entry.entry() instanceof UnknownEntry) {
      return Timeline.Effect.UNKNOWN;
    } else if (mark == Mark.WITHOUT_EFFECT) {
      return Timeline.Effect.WITHOUT_EFFECT;
    } else if (mark == Mark.PROPOSAL) {
      return Timeline.Effect.PROPOSAL;
    } else if (mark == Mark.WAITING) {
      return Timeline.Effect.WAITING;
    }
    return counts ? Timeline.Effect.COUNTS : Timeline.Effect.VOIDED;
  }
}
