package cn.anxun.app;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Asks the disk off the main thread, as the app does, and waits. */
public final class Behind {
  private final Executor background;

  public Behind(Executor background) {
    this.background = background;
  }

  public <T> T ask(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    background.execute(task);
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
