package cn.anxun.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.rules.TestRule;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/** Runs a test on a thread of its own, where disk and network may be waited for. */
public final class OffMainThread implements TestRule {
  @Override
  public Statement apply(Statement test, Description description) {
    return new Statement() {
      @Override
      public void evaluate() throws Throwable {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(test, end), "test off the main thread");
        thread.start();
        try {
          end.join();
        } catch (CompletionException e) {
          throw e.getCause() == null ? e : e.getCause();
        }
      }
    };
  }

  private static void run(Statement test, CompletableFuture<Void> end) {
    try {
      test.evaluate();
      end.complete(null);
    } catch (Throwable e) {
      end.completeExceptionally(e);
    }
  }
}
