package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.Context;
import android.os.Looper;
import androidx.test.core.app.ApplicationProvider;
import androidx.work.Configuration;
import androidx.work.testing.WorkManagerTestInitHelper;
import androidx.work.testing.WorkManagerTestInitHelper.ExecutorsMode;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import dagger.hilt.android.EntryPointAccessors;
import dagger.hilt.android.testing.HiltAndroidRule;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/**
 * One of several phones of a test. Its disk outlives the app's process, which is started as often
 * as the test likes, with a graph of its own each time, and always killed in the end: what is not
 * on the disk at that moment is gone.
 *
 * <pre>
 * Handset li = new Handset(this, 1, folder.newFolder());
 * li.run(running -> …enrol, record…);
 * li.run(running -> …go on…);
 * </pre>
 */
public final class Handset {
  private static final long PATIENCE_SECONDS = 30;

  private final Object test;
  private final int number;
  private final Path disk;
  private int starts;

  /** What a person does while the app runs. */
  public interface Use {
    void with(Running app) throws Exception;
  }

  /**
   * The app while it runs.
   *
   * @param phone its screens
   * @param freeze keeps the disk as it is now
   */
  public record Running(Phone phone, AppParts parts, Callable<Void> freeze) {
    /** The process is killed here and now: what it still does never comes to the disk. */
    public void die() throws Exception {
      freeze.call();
    }

    /** Looks into the app behind its screens, off the main thread. */
    public <T> T ask(Callable<T> work) {
      return new Behind(parts.background()).ask(work);
    }

    /** Every indicator of the year as the phone itself prints it from what it holds, by id. */
    public Map<String, String> figures(int year) {
      return ask(
          () -> {
            Period period = Period.year(year);
            LedgerState state = parts.ledger().fold(Cutoff.latest(period.until()));
            Map<String, String> figures = new LinkedHashMap<>();
            FigureEngine.figures(state, Catalogue.at(state).list(), period)
                .forEach((id, figure) -> figures.put(id, figure.printed()));
            return figures;
          });
    }
  }

  /**
   * A phone fresh from the shop.
   *
   * @param test annotated with {@code @HiltAndroidTest}, without a rule of Hilt's
   * @param number tells it from the test's other phones
   * @param disk an empty directory
   */
  public Handset(Object test, int number, File disk) {
    this.test = test;
    this.number = number;
    this.disk = disk.toPath();
  }

  /** What lay on the disk before, made where the app looks for it. */
  public void prepare(Making making) throws IOException {
    Path data = ApplicationProvider.getApplicationContext().getDataDir().toPath();
    empty(data);
    copy(disk, data);
    making.make();
    empty(disk);
    copy(data, disk);
    empty(data);
  }

  /** Makes files in the app's directories. */
  public interface Making {
    void make() throws IOException;
  }

  /** Starts the app, with its real door, and kills it as the use ends, whatever is under way. */
  public void run(Use use) throws Exception {
    Context context = ApplicationProvider.getApplicationContext();
    Path data = context.getDataDir().toPath();
    empty(data);
    copy(disk, data);
    Statement process =
        new Statement() {
          @Override
          public void evaluate() throws Throwable {
            live(context, data, use);
          }
        };
    try {
      new HiltAndroidRule(test)
          .apply(process, Description.createTestDescription(test.getClass(), "process"))
          .evaluate();
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    } finally {
      empty(data);
    }
  }

  private void live(Context context, Path data, Use use) throws Exception {
    AppParts parts = EntryPointAccessors.fromApplication(context, AppParts.class);
    // No two phones, and no two starts of one, draw the same.
    parts.random().setSeed(number * 1_000L + ++starts);
    parts.clock().set(Clock.systemUTC().instant());
    parts.door().hang();
    ExecutorService workers = threads(2);
    ExecutorService workRecords = threads(1);
    WorkManagerTestInitHelper.initializeTestWorkManager(
        context,
        new Configuration.Builder()
            .setWorkerFactory(parts.workers())
            .setExecutor(workers)
            .setTaskExecutor(workRecords)
            .build(),
        ExecutorsMode.PRESERVE_EXECUTORS);
    parts.syncStart().begin();
    Phone phone = new Phone(parts.background());
    boolean[] dead = {false};
    Callable<Void> freeze =
        () -> {
          if (!dead[0]) {
            dead[0] = true;
            empty(disk);
            copy(data, disk);
          }
          return null;
        };
    try {
      use.with(new Running(phone, parts, freeze));
    } finally {
      freeze.call();
      stop(workers);
      phone.close();
      WorkManagerTestInitHelper.closeWorkDatabase();
      shadowOf(Looper.getMainLooper()).idle();
      stop(workRecords);
      stop((ExecutorService) parts.background());
      parts.database().close();
    }
  }

  /** Which leave undone what is asked of them after their end. */
  private static ExecutorService threads(int count) {
    return new ThreadPoolExecutor(
        count,
        count,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        new ThreadPoolExecutor.DiscardPolicy());
  }

  private static void stop(ExecutorService threads) throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void empty(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, IOException failed)
              throws IOException {
            if (!each.equals(folder)) {
              Files.delete(each);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
