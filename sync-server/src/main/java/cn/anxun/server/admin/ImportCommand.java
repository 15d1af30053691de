package cn.anxun.server.admin;

import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.importer.ImportException;
import cn.anxun.server.importer.ImportKind;
import cn.anxun.server.importer.ImportProblem;
import cn.anxun.server.importer.ImportReport;
import cn.anxun.server.importer.ImportTemplate;
import cn.anxun.server.importer.LedgerImport;
import cn.anxun.server.importer.SheetChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * {@code import}: brings in a ledger kept in a workbook; first it only says what would come of it.
 */
@Command(name = "import")
public final class ImportCommand extends AdminCommand {
  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE")
  private @Nullable Path file;

  @Option(names = "--kind", paramLabel = "KIND")
  private @Nullable String kind;

  @Option(names = "--bureau", paramLabel = "BUREAU")
  private @Nullable String bureau;

  @Option(names = "--sheet", paramLabel = "SHEET")
  private @Nullable String sheet;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--apply")
  private boolean apply;

  @Option(names = "--skip-bad-rows")
  private boolean skipBadRows;

  @Option(names = "--template", paramLabel = "KIND")
  private @Nullable String template;

  @Option(names = "--out", paramLabel = "FILE")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (template == null) {
      requireGiven();
      return super.call();
    }
    ImportKind wanted = kind(template);
    if (out == null) {
      throw misused("report.no-out");
    }
    Path to = out;
    DurableFile.write(to, stream -> ImportTemplate.write(wanted, stream));
    say("import.template-written", to.toAbsolutePath());
    return ExitCode.OK;
  }

  private void requireGiven() {
    if (file == null || kind == null || bureau == null || (dryRun && apply)) {
      throw misused("import.usage", String.join(" | ", ImportKind.KEYS));
    }
    kind(kind);
  }

  private ImportKind kind(String key) {
    return ImportKind.find(key)
        .orElseThrow(() -> misused("import.no-kind", key, String.join(" ", ImportKind.KEYS)));
  }

  private ParameterException misused(String key, Object... details) {
    return new ParameterException(spec.commandLine(), texts().text(key, details));
  }

  @Override
  int run(Office open) {
    requireGiven();
    Bureau known = open.directory().bureaus().get(String.valueOf(bureau));
    Path from = resolve(file == null ? Path.of("") : file);
    try {
      ImportReport report = report(open, known, from);
      print(report);
      if (report.applied()) {
        open.directory()
            .audit()
            .record(
                AuditEvent.of(open.actor(), "import")
                    .in(known.id())
                    .about(String.valueOf(from.getFileName()))
                    .saying(report.audited(kind(String.valueOf(kind)))));
      }
      boolean refused = apply ? !report.applied() : !report.clean();
      return refused ? ExitCode.FAILED : ExitCode.OK;
    } catch (ImportException e) {
      spec.commandLine().getErr().println(e.message(texts()));
      return ExitCode.FAILED;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportReport report(Office open, Bureau known, Path from)
      throws IOException, ImportException {
    LedgerImport importer =
        new LedgerImport(
            open.ledgers().get(known.id()),
            YearCommand.pusher(open),
            Clock.systemUTC(),
            rows ->
                spec.commandLine()
                    .getErr()
                    .println(texts().text("import.progress", String.valueOf(rows))));
    ImportKind of = kind(String.valueOf(kind));
    SheetChoice on = SheetChoice.on(Optional.ofNullable(sheet));
    return apply ? importer.apply(from, of, on, skipBadRows) : importer.check(from, of, on);
  }

  private void print(ImportReport report) {
    say("import.sheet", report.sheet(), String.valueOf(report.headingRow()));
    if (!report.ignored().isEmpty()) {
      say("import.ignored", String.join("、", report.ignored()));
    }
    for (ImportProblem problem : report.problems()) {
      say(
          problem.blocks() ? "import.error-at" : "import.warning-at",
          String.valueOf(problem.row()),
          problem.column(),
          problem.message(texts()));
    }
    if (report.moreProblems() > 0) {
      say("import.more-problems", String.valueOf(report.moreProblems()));
    }
    say(
        "import.counts",
        String.valueOf(report.rows()),
        String.valueOf(report.added()),
        String.valueOf(report.known()),
        String.valueOf(report.doubles()),
        String.valueOf(report.bad()),
        String.valueOf(report.passedOver()),
        String.valueOf(report.sites()),
        String.valueOf(report.entries()));
    say(report.applied() ? "import.applied" : apply ? "import.refused-all" : "import.dry");
  }
}
