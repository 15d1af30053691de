package cn.anxun.core.sync;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.FieldLabels;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pushing half of one sync: batches in order, and the search for an entry at which batches fail
 * ({@link Suspicion}).
 */
final class OutboxPush {

  private static final int FRAME_BYTES = 64;
  private static final EntryProblem TOO_LARGE =
      new EntryProblem(
          EntryProblem.Code.TOO_LARGE,
          "",
          Texts.CHINESE.text(
              "entry.too-large", FieldLabels.chinese(""), EntryJson.MAX_BYTES / 1024));

  private final PhoneStore store;
  private final RemoteLedger remote;
  private final Clock clock;
  private final SyncProgress progress;

  /**
   * Whether this sync has seen that pushing works, so that what fails alone fails by its own fault.
   */
  private boolean pushingWorks;

  OutboxPush(PhoneStore store, RemoteLedger remote, Clock clock, SyncProgress progress) {
    this.store = store;
    this.remote = remote;
    this.clock = clock;
    this.progress = progress;
  }

  /** Offers every pending entry once; empty when all were answered. */
  Optional<Halt> run() {
    long done = 0;
    while (true) {
      List<String> next = ids(next(done));
      List<OutboxEntry> batch = store.beginAttempt(next);
      if (batch.isEmpty() && store.listPending(done, 1, 0, clock.instant()).isEmpty()) {
        return Optional.empty();
      } else if (batch.isEmpty()) {
        // All that was listed was taken back or put aside meanwhile.
        continue;
      }
      RemoteAnswer<PushReply> answer = remote.push(written(batch));
      if (answer instanceof RemoteAnswer.Answered<PushReply> answered) {
        settle(batch, answered.value());
        done = batch.get(batch.size() - 1).position();
        continue;
      }
      Optional<Halt> halt = failed(batch, answer);
      if (halt.isPresent()) {
        return halt;
      }
    }
  }

  /**
   * The next entries that may go together: all under the same suspicion, and no more than it
   * allows. One that no server takes is put aside here: over the wire it could not even be named.
   */
  private List<OutboxEntry> next(long done) {
    List<OutboxEntry> pending =
        store.listPending(
            done, SyncLimits.BATCH_ENTRIES, SyncLimits.BATCH_BYTES - FRAME_BYTES, clock.instant());
    List<OutboxEntry> batch = new ArrayList<>();
    long bytes = FRAME_BYTES;
    for (OutboxEntry entry : pending) {
      if (entry.written().bytes().length > EntryJson.MAX_BYTES) {
        store.quarantine(entry.id(), TOO_LARGE);
        progress.quarantined();
        continue;
      }
      Suspicion suspicion = batch.isEmpty() ? entry.suspicion() : batch.get(0).suspicion();
      bytes += entry.written().bytes().length + 1L;
      if (!entry.suspicion().equals(suspicion)
          || batch.size() == suspicion.limit(SyncLimits.BATCH_ENTRIES)
          || (bytes > SyncLimits.BATCH_BYTES && !batch.isEmpty())) {
        break;
      }
      batch.add(entry);
    }
    return batch;
  }

  private void settle(List<OutboxEntry> batch, PushReply reply) {
    pushingWorks = true;
    Set<String> asked = new HashSet<>(ids(batch));
    List<Receipt> receipts = new ArrayList<>();
    SyncState state = store.syncState();
    for (Receipt receipt : reply.receipts()) {
      // At most one verdict for an id, and none for an id that was not asked for.
      if (asked.remove(receipt.id())) {
        receipts.add(receipt);
        if (receipt instanceof Receipt.Accepted accepted && !accepted.head().isEmpty()) {
          state = state.shown(new Witness(accepted.seq(), accepted.head()));
        }
      }
    }
    Instant deferredUntil = clock.instant().plus(SyncLimits.DEFERRAL);
    store.settle(receipts, deferredUntil);
    store.keep(state);
    progress.receipts(receipts);
  }

  private Optional<Halt> failed(List<OutboxEntry> batch, RemoteAnswer<PushReply> answer) {
    PushFailure failure = PushFailure.of(answer).orElse(null);
    if (failure == null || (!failure.convicts() && batch.size() <= PushFailure.SMALL)) {
      return Halt.of(answer);
    }
    Suspicion before = batch.get(0).suspicion();
    Suspicion now =
        failure.isTooLarge()
            ? before.tooLarge(failure.name(), batch.size())
            : before.failed(failure.name(), batch.size());
    store.suspect(ids(batch), now);
    if (now.isCulprit() && failure.convicts()) {
      return putAside(batch.get(0), failure);
    }
    return failure.repeats() ? Optional.empty() : Optional.of(failure.halt());
  }

  /**
   * Quarantines the entry once it has failed after pushing was seen to work. While that is not
   * known an empty push asks: if that fails too none is at fault, and if it does not the entry is
   * tried once more, for the trouble may just have passed.
   */
  private Optional<Halt> putAside(OutboxEntry culprit, PushFailure failure) {
    if (pushingWorks) {
      store.quarantine(culprit.id(), reason(failure));
      progress.quarantined();
      return Optional.empty();
    }
    RemoteAnswer<PushReply> answer = remote.push(List.of());
    pushingWorks = answer instanceof RemoteAnswer.Answered<PushReply>;
    return Halt.of(answer);
  }

  private static EntryProblem reason(PushFailure failure) {
    return failure.isTooLarge()
        ? TOO_LARGE
        : new EntryProblem(
            EntryProblem.Code.REFUSED,
            "",
            Texts.CHINESE.text("sync.refused-alone", failure.name()));
  }

  private static List<String> ids(List<OutboxEntry> entries) {
    List<String> ids = new ArrayList<>(entries.size());
    for (OutboxEntry entry : entries) {
      ids.add(entry.id());
    }
    return ids;
  }

  private static List<WrittenEntry> written(List<OutboxEntry> entries) {
    List<WrittenEntry> written = new ArrayList<>(entries.size());
    for (OutboxEntry entry : entries) {
      written.add(entry.written());
    }
    return written;
  }
}
