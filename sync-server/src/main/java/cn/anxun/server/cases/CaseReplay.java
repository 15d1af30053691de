package cn.anxun.server.cases;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.phone.Phone;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.DataDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Replays a case by the phone's own path: a real server in this process, devices enrolled over
 * HTTP, work recorded offline and pushed in batches over a network that fails now and then, until
 * the server has everything; then one more phone that pulls it all.
 */
public final class CaseReplay implements AutoCloseable {
  /**
   * How to replay.
   *
   * @param phones how many inspectors' phones, at least 1
   * @param seed of all that is made up, dealt and broken
   * @param doubledPerThousand how many of a thousand inspected sites are registered twice, and
   *     merged
   * @param keep where the server's data directory stays; empty for one that is gone afterwards
   */
  public record Options(int phones, long seed, int doubledPerThousand, Optional<Path> keep) {}

  /** Is told how far a replay has come. */
  public interface Progress {
    Progress NONE = new Progress() {};

    /** All work is thought up and dealt. */
    default void dealt(int steps, int devices, int rounds) {}

    /** A round, from 1, is logged and synced. */
    default void synced(int round, int rounds, long entries) {}
  }

  /**
   * What it took.
   *
   * @param entries that the server holds
   * @param syncs of all devices
   * @param faults requests that failed on the way
   */
  public record Counts(long entries, int devices, int rounds, int syncs, int faults) {}

  private final CaseFile file;
  private final Options options;
  private final Server server;
  private final Bureau bureau;
  private final Crew crew;
  private int rounds;
  private boolean closed;

  private CaseReplay(CaseFile file, Options options, Server server) {
    this.file = file;
    this.options = options;
    this.server = server;
    CaseFile.Bureau of = file.bureau();
    this.bureau = new Bureau("d" + of.division(), of.name(), of.division());
    this.crew = new Crew(server, bureau, LocalDate.of(of.year(), 1, 1), options.seed());
  }

  /**
   * Replays the whole case; the server runs on until it is closed.
   *
   * @throws ReplayException where it cannot be brought to its end
   */
  public static CaseReplay run(
      CaseFile file, Options options, ServerOptions serverOptions, Progress progress)
      throws ReplayException {
    CaseReplay replay = open(file, options, serverOptions);
    try {
      replay.work(progress);
      return replay;
    } catch (ReplayException | RuntimeException e) {
      replay.close();
      throw e;
    }
  }

  private static CaseReplay open(CaseFile file, Options options, ServerOptions serverOptions)
      throws ReplayException {
    Server server = Server.start(data(options), serverOptions, Clock.systemUTC());
    try {
      return new CaseReplay(file, options, server);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static DataDirectory data(Options options) throws ReplayException {
    if (options.keep().isEmpty()) {
      return DataDirectory.ephemeral("case");
    }
    Path root = options.keep().get();
    DataDirectory data = DataDirectory.open(root, "case");
    if (!data.bureaus().isEmpty() || data.hasDirectory()) {
      data.close();
      throw new ReplayException("keep-not-empty", root);
    }
    return data;
  }

  private void work(Progress progress) throws ReplayException {
    CaseWork work = new CaseGenerator(options.seed(), options.doubledPerThousand()).work(file);
    List<List<List<Step>>> dealt = Dealing.deal(work, options.phones(), options.seed());
    rounds = dealt.size();
    for (int i = 0; i < options.phones(); i++) {
      int number = i + 1;
      crew.enrol("inspector-" + number, number + "号检查员", Role.INSPECTOR, Dealing.isOnDisk(i));
    }
    crew.enrol("office", "办公室", Role.OFFICE, false);
    crew.enrol("supervisor", "科室负责人", Role.SUPERVISOR, false);
    progress.dealt(work.steps().size(), crew.phones().size(), rounds);
    SubjectBook book = new SubjectBook();
    for (int round = 0; round < rounds; round++) {
      for (int device = 0; device < crew.phones().size(); device++) {
        for (Step step : dealt.get(round).get(device)) {
          crew.phones().get(device).log(step, book);
        }
      }
      crew.sync();
      progress.synced(round + 1, rounds, ledger().lastSeq());
    }
    crew.requireAccepted();
    crew.enrol("last", "最后一部手机", Role.INSPECTOR, true).sync();
  }

  /** The server, running. */
  public Server server() {
    return server;
  }

  /** The bureau's id on the server. */
  public String bureau() {
    return bureau.id();
  }

  public BureauLedger ledger() {
    return server.ledger(bureau.id());
  }

  /** The server's state at the year's end. */
  public LedgerState state() {
    return ledger().state(new Cutoff(ledger().lastSeq(), yearsEnd()));
  }

  /** The inspectors' phones, the office's, the supervisor's, and the last one. */
  public List<ReplayDevice> devices() {
    return crew.phones().stream().map(FieldPhone::summary).toList();
  }

  /**
   * One more phone, enrolled after all others, which recorded nothing and has pulled everything.
   */
  public Phone lastPhone() {
    List<FieldPhone> phones = crew.phones();
    return phones.get(phones.size() - 1).phone();
  }

  /** What the server's state answers to the case. */
  public CaseAnswers answers() {
    return new CaseAnswers(file, state());
  }

  /**
   * What the server answers, and the last phone from its own store alone, beside what was expected.
   *
   * @throws ReplayException where a form cannot be read from the ledger
   */
  public CaseComparison comparison() throws ReplayException {
    CaseAnswers answers = answers();
    CaseAnswers onPhone = new CaseAnswers(file, lastPhone().state(Cutoff.latest(yearsEnd())));
    return Comparing.compare(file, answers.printed(), onPhone.printed(), answers.forms());
  }

  private LocalDate yearsEnd() {
    return LocalDate.of(file.bureau().year(), 12, 31);
  }

  public Counts counts() {
    return new Counts(
        ledger().lastSeq(),
        crew.phones().size(),
        rounds,
        devices().stream().mapToInt(ReplayDevice::syncs).sum(),
        devices().stream().mapToInt(ReplayDevice::faultCount).sum());
  }

  /** Stops the server and takes away what is not to be kept; a second time has no effect. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      crew.close();
      server.close();
    }
  }
}
