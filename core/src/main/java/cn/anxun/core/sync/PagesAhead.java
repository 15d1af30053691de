package cn.anxun.core.sync;

import cn.anxun.core.entry.WrittenEntry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/**
 * A server's ledger that is asked for the next page while the phone still reads and keeps the one
 * before, so that neither waits for the other. Never more than one page is in hand besides the one
 * that was given out.
 *
 * <p>With a page that is asked for ahead goes the head that the phone told last, which is that of
 * the page before the one in hand.
 *
 * <p>For one sync: what was asked for ahead is of the moment in which it was asked. Whatever but
 * that next page is wanted lets it go.
 */
public final class PagesAhead implements RemoteLedger {
  private final RemoteLedger remote;
  private final Executor executor;
  private Optional<Page> next = Optional.empty();

  /**
   * @param remote may be asked by two threads at once
   * @param executor where it is busy, or takes no more, the page is asked for when it is wanted
   */
  public PagesAhead(RemoteLedger remote, Executor executor) {
    this.remote = remote;
    this.executor = executor;
  }

  @Override
  public RemoteAnswer<PushReply> push(List<WrittenEntry> entries) {
    letGo();
    return remote.push(entries);
  }

  @Override
  public RemoteAnswer<ServerDigest> digest(String cursor, Optional<Witness> head) {
    letGo();
    return remote.digest(cursor, head);
  }

  @Override
  public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
    Page page;
    synchronized (this) {
      page =
          next.filter(asked -> asked.is(cursor, limit))
              .orElseGet(
                  () -> {
                    letGo();
                    return new Page(cursor, limit, head);
                  });
      next = Optional.empty();
      page.want(head);
    }
    return page.answer();
  }

  /** What was not begun yet is not asked for any more. */
  private synchronized void letGo() {
    next.ifPresent(page -> page.asking.cancel(false));
    next = Optional.empty();
  }

  /** A page that is asked for once, by whoever comes first: the executor or who wants it. */
  private final class Page {
    private final String cursor;
    private final int limit;
    private final FutureTask<RemoteAnswer<PullPage>> asking;
    private boolean isWanted;
    private Optional<Witness> told = Optional.empty();
    private Optional<String> after = Optional.empty();

    private Page(String cursor, int limit, Optional<Witness> head) {
      this.cursor = cursor;
      this.limit = limit;
      this.asking = new FutureTask<>(() -> remote.pull(cursor, limit, head, this::follow));
    }

    private boolean is(String cursor, int limit) {
      return this.cursor.equals(cursor) && this.limit == limit;
    }

    private void want(Optional<Witness> head) {
      isWanted = true;
      told = head;
      goOn();
    }

    private void follow(String cursorAfter) {
      synchronized (PagesAhead.this) {
        after = Optional.of(cursorAfter);
        goOn();
      }
    }

    /**
     * Asks for the page after this one, once this one is wanted and says where that begins. One
     * entry alone is asked for to see where the server stands, and nothing follows it.
     */
    private void goOn() {
      if (isWanted && limit > 1 && after.isPresent()) {
        Page page = new Page(after.get(), limit, told);
        next = Optional.of(page);
        try {
          executor.execute(page.asking);
        } catch (RejectedExecutionException e) {
          // Asked for when it is wanted.
        }
      }
    }

    private RemoteAnswer<PullPage> answer() {
      asking.run();
      try {
        return asking.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new RemoteAnswer.Offline<>(RemoteAnswer.Reason.LOST);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
      }
    }
  }
}
