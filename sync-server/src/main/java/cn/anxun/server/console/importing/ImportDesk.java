package cn.anxun.server.console.importing;

import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.importer.ImportException;
import cn.anxun.server.importer.ImportKind;
import cn.anxun.server.importer.ImportReport;
import cn.anxun.server.importer.LedgerImport;
import cn.anxun.server.importer.SheetChoice;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.Pusher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the workbooks that people bring, by random names and each for its person alone, and reads
 * and imports them one after the other beside the requests. A file goes when it is imported whole,
 * given up, not asked for in half an hour, or left over from an earlier run.
 */
final class ImportDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);
  private static final Duration KEPT = Duration.ofMinutes(30);
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  /** The most files of one person at once. */
  static final int MOST_OF_A_PERSON = 5;

  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Clock clock;
  private final Map<String, ImportJob> jobs = new ConcurrentHashMap<>();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "import");
            thread.setDaemon(true);
            return thread;
          });

  ImportDesk(BureauLedgers ledgers, Directory directory, Clock clock) {
    this.ledgers = ledgers;
    this.directory = directory;
    this.clock = clock;
    empty(ledgers.uploads());
  }

  private static void empty(Path folder) {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> left = Files.list(folder)) {
        left.forEach(ImportDesk::delete);
      } catch (IOException e) {
        LOG.warn("the folder of uploads cannot be emptied", e);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("an upload cannot be deleted", e);
    }
  }

  /**
   * Keeps the file and begins to read it; an older one that nothing is done with makes way. Empty
   * where something is done with all of them.
   */
  Optional<ImportJob> take(Principal person, ImportKind kind, String name, InputStream content)
      throws IOException {
    List<ImportJob> held = list(person);
    List<ImportJob> idle = held.stream().filter(job -> !isBusy(job)).toList();
    int busy = held.size() - idle.size();
    if (busy >= MOST_OF_A_PERSON) {
      return Optional.empty();
    }
    idle.stream().skip(MOST_OF_A_PERSON - 1L - busy).forEach(this::discard);
    String id = directory.tokens().token();
    Path file = Files.createDirectories(ledgers.uploads()).resolve(id);
    Files.copy(content, file);
    ImportJob job = new ImportJob(id, person, kind, name, file, clock.instant());
    jobs.put(id, job);
    Future<?> unused = worker.schedule(this::sweep, KEPT.toSeconds() + 1, TimeUnit.SECONDS);
    look(job, SheetChoice.ANY);
    return Optional.of(job);
  }

  /** The person's own; nobody finds another's. */
  Optional<ImportJob> find(Principal person, String id) {
    sweep();
    Optional<ImportJob> job = Optional.ofNullable(jobs.get(id)).filter(found -> found.isOf(person));
    job.ifPresent(found -> found.touch(clock.instant()));
    return job;
  }

  /** What this person has brought, the newest first. */
  List<ImportJob> list(Principal person) {
    sweep();
    return jobs.values().stream()
        .filter(job -> job.isOf(person))
        .sorted((one, other) -> other.touched().compareTo(one.touched()))
        .toList();
  }

  private void sweep() {
    jobs.values().stream()
        .filter(job -> job.isIdleSince(clock.instant().minus(KEPT)))
        .toList()
        .forEach(this::discard);
  }

  private static boolean isBusy(ImportJob job) {
    return job.standing().state().isBusy();
  }

  /** Forgets it; not while something is done with it. */
  synchronized void discard(ImportJob job) {
    if (!isBusy(job)) {
      jobs.remove(job.id());
      delete(job.file());
    }
  }

  /** Begins something with a job that is still there, so that nobody discards it under way. */
  private synchronized boolean begins(ImportJob job, BooleanSupplier begin) {
    return jobs.containsKey(job.id()) && begin.getAsBoolean();
  }

  /** Reads the file, as it is or as somebody says. */
  void look(ImportJob job, SheetChoice choice) {
    if (begins(job, () -> job.read(choice))) {
      run(job, () -> job.looked(importer(job, job::rows).preview(job.file(), job.kind(), choice)));
    }
  }

  /** Imports it; asked again it does nothing. */
  void apply(ImportJob job, boolean skipBadRows) {
    if (begins(job, job::write)) {
      run(job, () -> write(job, skipBadRows));
    }
  }

  private void write(ImportJob job, boolean skipBadRows) throws IOException, ImportException {
    ImportReport report =
        importer(job, job::rows)
            .apply(job.file(), job.kind(), job.standing().choice(), skipBadRows);
    if (!report.applied()) {
      job.looked(importer(job, job::rows).preview(job.file(), job.kind(), job.standing().choice()));
      return;
    }
    directory
        .audit()
        .record(
            AuditEvent.of(job.owner(), "import")
                .about(job.name())
                .saying(report.audited(job.kind())));
    if (report.clean()) {
      delete(job.file());
    }
    job.done(report);
  }

  /** The same sheet with what is wrong beside each row. */
  void explain(ImportJob job, OutputStream out) throws IOException, ImportException {
    importer(job, rows -> {}).explain(job.file(), job.kind(), job.standing().choice(), out);
  }

  /** Keeps what headings mean. */
  void remember(ImportJob job, Map<String, String> meanings) {
    importer(job, rows -> {}).remember(job.kind(), meanings);
    directory
        .audit()
        .record(
            AuditEvent.of(job.owner(), "import-headings")
                .about(job.kind().key())
                .saying(meanings.toString()));
  }

  private LedgerImport importer(ImportJob job, IntConsumer progress) {
    Principal person = job.owner();
    return new LedgerImport(
        ledgers.get(person.bureau()),
        new Pusher(person.account(), person.role(), person.device()),
        clock,
        progress);
  }

  /** Something that may find the file wrong. */
  private interface Work {
    void run() throws IOException, ImportException;
  }

  /** Does it beside the requests; small files are done before the page is shown. */
  private void run(ImportJob job, Work work) {
    Future<?> running =
        worker.submit(
            () -> {
              try {
                work.run();
              } catch (ImportException e) {
                job.refused(e);
              } catch (IOException | RuntimeException | Error e) {
                // An Error too: nobody could discard a job that stays busy.
                job.failed();
                LOG.error("the import {} failed", job.kind().key(), e);
              }
            });
    try {
      running.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // It goes on; the page shows how far it is.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.error("an import broke", e);
      job.failed();
    }
  }
}
