package cn.anxun.server.bench;

import cn.anxun.core.json.JsonText;
import cn.anxun.core.text.Texts;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.disk.Folders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench}: how fast the server is on this machine, beside what the machine allows. */
@Command(name = "bench")
public final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", arity = "0..*")
  private List<String> names = new ArrayList<>();

  @Option(names = "--in", paramLabel = "DIR")
  private @Nullable Path in;

  @Option(names = "--json")
  private boolean json;

  private final List<Work> works;
  private final Rounds rounds;

  public BenchCommand() {
    this(Works.standard(), Rounds.STANDARD);
  }

  /** The same with other works: smaller ones, for tests. */
  BenchCommand(List<Work> works, Rounds rounds) {
    this.works = List.copyOf(works);
    this.rounds = rounds;
  }

  @Override
  public Integer call() throws IOException {
    Texts texts = Language.texts(spec);
    List<Work> chosen = chosen(texts);
    PrintWriter out = spec.commandLine().getOut();
    Path folder = folder();
    try {
      Progress progress = new Progress(texts, spec.commandLine().getErr());
      List<Row> rows = new Bench(chosen, rounds, progress).run(folder);
      if (json) {
        out.println(JsonText.write(RowsJson.of(rows)));
      } else {
        new RowsTable(texts).lines(rows).forEach(out::println);
      }
      out.flush();
      boolean counted = rows.stream().allMatch(row -> row.measured().isPresent());
      return counted ? ExitCode.OK : ExitCode.FAILED;
    } finally {
      Folders.delete(folder);
    }
  }

  /** Those that are named; without a name all that do not take long. */
  private List<Work> chosen(Texts texts) {
    if (names.isEmpty()) {
      return works.stream().filter(work -> !work.isLong()).toList();
    }
    for (String name : names) {
      if (works.stream().noneMatch(work -> work.name().equals(name))) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            texts.text(
                "bench.unknown",
                name,
                works.stream().map(Work::name).collect(Collectors.joining(" "))));
      }
    }
    return works.stream().filter(work -> names.contains(work.name())).toList();
  }

  private Path folder() throws IOException {
    return in == null
        ? Files.createTempDirectory("anxun-bench-")
        : Files.createTempDirectory(Files.createDirectories(in), "anxun-bench-");
  }

  /** Says on the error output how far it has come. */
  private record Progress(Texts texts, PrintWriter err) implements Bench.Progress {
    private static final int HEADING_LINES = 2;

    @Override
    public void begins(String name) {
      err.println(texts.text("bench.begins", name));
    }

    @Override
    public void round(String name, int done, int all) {
      err.println(texts.text("bench.round", name, done, all));
    }

    @Override
    public void measured(Row row) {
      new RowsTable(texts).lines(List.of(row)).stream().skip(HEADING_LINES).forEach(err::println);
    }

    @Override
    public void failed(String name, String message) {
      err.println(texts.text("bench.failed", name, message));
    }
  }
}
