package cn.anxun.server.report.records;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * A long list in parts: what is made of a part is made while that of the part before is still used,
 * so that neither waits for the other. Never more than one is made ahead.
 */
final class PartsAhead {
  private static final int AT_ONCE = 500;

  /** One for each part: what is made waits for the disk, and nobody else shall wait for it. */
  private static final Executor THREADS = work -> new Thread(work, "part-ahead").start();

  private PartsAhead() {}

  /** Takes what was made of a part. */
  interface Use<T> {
    void take(T made) throws IOException;
  }

  /**
   * Gives what is made of each part to its use, in order. When this returns, or throws, nothing is
   * made any more. Where both fail, the failure of the use is thrown and has the other with it.
   *
   * @param make is called by one thread at a time, but for the first part not by this one
   */
  static <A, B> void each(List<A> all, Function<List<A>, B> make, Use<B> use) throws IOException {
    B made = make.apply(part(all, 0));
    for (int from = AT_ONCE; from < all.size(); from += AT_ONCE) {
      List<A> following = part(all, from);
      CompletableFuture<B> next =
          CompletableFuture.supplyAsync(() -> make.apply(following), THREADS);
      try {
        use.take(made);
      } catch (IOException | RuntimeException | Error failure) {
        try {
          made(next);
        } catch (RuntimeException | Error ahead) {
          if (ahead != failure) {
            failure.addSuppressed(ahead);
          }
        }
        throw failure;
      }
      made = made(next);
    }
    use.take(made);
  }

  private static <A> List<A> part(List<A> all, int from) {
    return all.subList(from, Math.min(from + AT_ONCE, all.size()));
  }

  private static <B> B made(CompletableFuture<B> done) {
    try {
      return done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
