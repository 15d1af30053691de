package cn.anxun.server.cases;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.text.Texts;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.serve.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code case}: replays a case file and holds what comes out against what was expected. */
@Command(name = "case")
public final class CaseCommand implements Callable<Integer> {
  private static final int MAX_PHONES = 50;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Option(names = "--keep", paramLabel = "DIR")
  private @Nullable Path keep;

  @Option(names = "--phones", paramLabel = "N", defaultValue = "5")
  private int phones;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Texts texts = Language.texts(spec);
    PrintWriter err = spec.commandLine().getErr();
    if (phones < 1 || phones > MAX_PHONES) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), texts.text("case.phones", MAX_PHONES));
    }
    try {
      return replay(CaseFileReader.read(file), texts);
    } catch (CaseFileException e) {
      err.println(e.sentence(texts));
      return ExitCode.USAGE;
    } catch (ReplayException e) {
      err.println(e.sentence(texts));
      return ExitCode.FAILED;
    }
  }

  private int replay(CaseFile caseFile, Texts texts) throws ReplayException, IOException {
    PrintWriter err = spec.commandLine().getErr();
    CaseReplay.Options options = new CaseReplay.Options(phones, seed, 0, Optional.ofNullable(keep));
    try (CaseReplay replay =
        CaseReplay.run(
            caseFile, options, ServerOptions.inProcess(), new ProgressLines(texts, err))) {
      CaseComparison comparison = replay.comparison();
      print(comparison, replay.counts(), texts);
      if (out != null) {
        List<FormResult> forms =
            comparison.forms().stream().map(CaseComparison.FormOutcome::result).toList();
        FormFiles.write(
            out,
            forms,
            new Provenance(
                caseFile.bureau().name(), replay.state().cutoff(), replay.ledger().head()));
        err.println(texts.text("case.written", out.toAbsolutePath(), forms.size()));
      }
      if (keep != null) {
        err.println(texts.text("case.kept", keep.toAbsolutePath(), replay.bureau()));
      }
      return comparison.ok() ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private void print(CaseComparison comparison, CaseReplay.Counts counts, Texts texts) {
    PrintWriter writer = spec.commandLine().getOut();
    if (json) {
      writer.println(JsonText.write(ComparisonJson.of(comparison)));
    } else {
      writer.println(
          texts.text("case.title", comparison.bureau().name(), comparison.bureau().year()));
      writer.println(
          texts.text(
              "case.counts",
              counts.entries(),
              counts.devices(),
              counts.rounds(),
              counts.syncs(),
              counts.faults()));
      new ComparisonText(texts).lines(comparison).forEach(writer::println);
    }
    writer.flush();
  }

  /** Says on the error output how far a replay has come. */
  private record ProgressLines(Texts texts, PrintWriter err) implements CaseReplay.Progress {
    @Override
    public void dealt(int steps, int devices, int rounds) {
      err.println(texts.text("case.dealt", steps, devices, rounds));
    }

    @Override
    public void synced(int round, int rounds, long entries) {
      err.println(texts.text("case.synced", round, rounds, entries));
    }
  }
}
