package cn.anxun.server.storage;

import cn.anxun.core.sync.Receipt;
import cn.anxun.server.text.ServerTexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: whichever thread gets its turn first commits for all that wait by then, so that one
 * sync of the disk serves them all. A push returns after the commit that holds it. What is pushed
 * within a turn is committed by its own thread, see {@link Database#isInTurn}.
 */
final class PushQueue {
  /** The most entries of one commit, unless a single push has more. */
  private static final int MOST_ENTRIES = 2_000;

  /** How long a push waits for others: with the database's own ten seconds less than a phone. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** What became of one push within the transaction. */
  sealed interface Outcome {
    record Kept(List<Receipt> receipts) implements Outcome {}

    record Failed(RuntimeException cause) implements Outcome {}
  }

  /** Writes pushes; called by one thread at a time. */
  interface Writer {
    /** Writes them within this transaction and says what became of each, in order. */
    List<Outcome> write(Handle handle, List<Push> pushes);

    /** What was written last is on the disk, and nobody has been told yet. */
    void committed();
  }

  private final Database database;
  private final Writer writer;
  private final Duration patience;
  private final Queue<Push> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  PushQueue(Database database, Writer writer) {
    this(database, writer, PATIENCE);
  }

  PushQueue(Database database, Writer writer, Duration patience) {
    this.database = database;
    this.writer = writer;
    this.patience = patience;
  }

  List<Receipt> commit(Push push) {
    boolean alone = database.isInTurn();
    if (!alone) {
      waiting.add(push);
    }
    if (!Patience.taken(turn, patience)) {
      return goAway(push, alone);
    }
    try {
      while (!push.isSettled()) {
        commit(alone ? List.of(push) : nextGroup());
      }
    } finally {
      turn.unlock();
    }
    return push.receipts();
  }

  /** Others have the turn for too long, and perhaps write this push or have just written it. */
  private List<Receipt> goAway(Push push, boolean alone) {
    String where = database.describe();
    String waited = patience.toSeconds() + " s";
    StorageException busy = PostgresFailure.busy(where, waited);
    if (alone || waiting.remove(push)) {
      throw busy;
    }
    if (push.isSettled()) {
      return push.receipts();
    }
    throw new UnknownOutcomeException(
        ServerTexts.both("storage.still-writing", where, waited), busy);
  }

  private void commit(List<Push> group) {
    try {
      List<Outcome> outcomes = written(group);
      writer.committed();
      for (int i = 0; i < group.size(); i++) {
        settle(group.get(i), outcomes.get(i));
      }
    } catch (RuntimeException e) {
      group.forEach(push -> push.fail(failure(e)));
    } finally {
      group.stream().filter(push -> !push.isSettled()).forEach(push -> push.fail(failure(null)));
    }
  }

  /**
   * Tried once more where nobody knows whether it was kept: the writer's lock is had again only
   * when that is settled, and what was kept gets its first receipt again.
   */
  private List<Outcome> written(List<Push> group) {
    try {
      return database.write(handle -> writer.write(handle, group));
    } catch (UnknownOutcomeException unknown) {
      try {
        return database.write(handle -> writer.write(handle, group));
      } catch (RuntimeException e) {
        unknown.addSuppressed(e);
        throw unknown;
      }
    }
  }

  private void settle(Push push, Outcome outcome) {
    if (outcome instanceof Outcome.Kept kept) {
      push.settle(kept.receipts());
    } else if (outcome instanceof Outcome.Failed failed) {
      push.fail(failure(failed.cause()));
    }
  }

  private StorageException failure(@Nullable RuntimeException cause) {
    if (cause != null && database.translated(cause) instanceof StorageException known) {
      return known;
    }
    return new StorageException(
        ServerTexts.both("storage.failed", database.describe(), String.valueOf(cause)), cause);
  }

  private List<Push> nextGroup() {
    List<Push> group = new ArrayList<>();
    int entries = 0;
    Push next = waiting.peek();
    while (next != null && (group.isEmpty() || entries + next.entries().size() <= MOST_ENTRIES)) {
      // Who waited long enough may have gone away just now.
      if (waiting.remove(next)) {
        group.add(next);
        entries += next.entries().size();
      }
      next = waiting.peek();
    }
    return group;
  }
}
