package cn.anxun.server.report.command;

import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.StorageException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which bureau's ledger a command reads, of which year and as of when; a mixin. */
final class AsOf {
  private static final String ACTOR = "command-line:";

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--bureau", paramLabel = "BUREAU")
  private @Nullable String bureau;

  @Option(names = "--year", paramLabel = "YEAR", required = true)
  private int year;

  @Option(names = "--seq", paramLabel = "SEQ")
  private @Nullable Long seq;

  @Option(names = "--date", paramLabel = "DATE")
  private @Nullable LocalDate date;

  int year() {
    return year;
  }

  /** A ledger opened to read, as of the cut-off. */
  record Open(DataDirectory directory, BureauLedgers ledgers, Bureau bureau, Cutoff cutoff)
      implements AutoCloseable {
    BureauLedger ledger() {
      return ledgers.get(bureau.id());
    }

    Provenance provenance() {
      return new Provenance(bureau.name(), cutoff, ledger().headAt(cutoff.seq()));
    }

    /** Where the files of the bureau's records are. */
    Path attachments() {
      return ledgers.attachments(bureau.id());
    }

    @Override
    public void close() {
      ledgers.close();
      directory.close();
    }
  }

  /** Opens the ledger; a server may be running on it. */
  Open open(CommandLine command, Texts texts) {
    if (year < 2000 || year > 2099) {
      throw new ParameterException(command, texts.text("report.bad-year", String.valueOf(year)));
    }
    DataDirectory directory = DataDirectory.view(data.path());
    Bureau found = bureau(directory, command, texts);
    BureauLedgers ledgers = new BureauLedgers(directory, Clock.systemUTC(), new SecureRandom());
    long last = ledgers.get(found.id()).lastSeq();
    if (seq != null && (seq < 0 || seq > last)) {
      ledgers.close();
      throw new ParameterException(
          command, texts.text("report.bad-seq", String.valueOf(seq), String.valueOf(last)));
    }
    LocalDate day = date == null ? LocalDate.of(year, 12, 31) : date;
    return new Open(directory, ledgers, found, new Cutoff(seq == null ? last : seq, day));
  }

  private Bureau bureau(DataDirectory directory, CommandLine command, Texts texts) {
    List<String> all = directory.bureaus();
    String id = bureau;
    if (id == null && all.size() == 1) {
      id = all.get(0);
    }
    if (id == null || !all.contains(id)) {
      throw new ParameterException(
          command, texts.text("report.which-bureau", id == null ? "" : id, String.join("、", all)));
    }
    String name = id;
    return named(directory, id).orElseGet(() -> new Bureau(name, name, ""));
  }

  private static Optional<Bureau> named(DataDirectory directory, String id) {
    if (!directory.hasDirectory()) {
      return Optional.empty();
    }
    try (Directory accounts = Directory.open(directory, Clock.systemUTC(), new SecureRandom())) {
      return accounts.bureaus().find(id);
    }
  }

  /** Keeps in the audit that something was taken out of the ledger; says so where it cannot. */
  void audit(Bureau of, String what, String detail, PrintWriter err, Texts texts) {
    try (DataDirectory directory = DataDirectory.view(data.path())) {
      if (!directory.hasDirectory()) {
        return;
      }
    }
    try (DataDirectory directory = DataDirectory.open(data.path(), "export");
        Directory accounts = Directory.open(directory, Clock.systemUTC(), new SecureRandom())) {
      String actor = ACTOR + System.getProperty("user.name", "");
      accounts
          .audit()
          .record(AuditEvent.of(actor, "export").in(of.id()).about(what).saying(detail));
    } catch (StorageException locked) {
      err.println(texts.text("report.not-audited"));
    }
  }
}
