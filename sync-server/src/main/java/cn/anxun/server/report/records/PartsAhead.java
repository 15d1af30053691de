package cn.anxun.server.report.records;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * A long list in parts: what is made of a part is made while that of the part before is still used,
 * so that neither waits for the other. Never more than one is made ahead.
 */
final class PartsAhead {
  private static final int AT_ONCE = 500;

  private PartsAhead() {}

  /** Takes what was made of a part. */
  interface Use<T> {
    void take(T made) throws IOException;
  }

  /**
   * Gives what is made of each part to its use, in order. When this returns, or throws, nothing is
   * made any more.
   *
   * @param make is called by other threads, by one at a time
   */
  static <A, B> void each(List<A> all, Function<List<A>, B> make, Use<B> use) throws IOException {
    B made = make.apply(part(all, 0));
    for (int from = AT_ONCE; from < all.size(); from += AT_ONCE) {
      List<A> following = part(all, from);
      CompletableFuture<B> next = CompletableFuture.supplyAsync(() -> make.apply(following));
      try {
        use.take(made);
      } finally {
        boolean unused = next.handle((well, failure) -> true).join();
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
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
