package cn.anxun.server.install;

import cn.anxun.core.text.Texts;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.install.Runner.Ran;
import cn.anxun.server.install.Step.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Does steps one after the other and says each; the first that fails ends it. */
final class Installer {
  private static final String INDENT = "    ";

  private final Runner runner;
  private final Texts texts;
  private final PrintWriter out;

  Installer(Runner runner, Texts texts, PrintWriter out) {
    this.runner = runner;
    this.texts = texts;
    this.out = out;
  }

  /** Says exactly what would be done, and does nothing. */
  void tell(List<Step> steps) {
    for (Step step : steps) {
      out.println(sentence(step));
      if (step instanceof Step.Write write) {
        write.content().lines().forEach(line -> out.println(INDENT + line));
      }
    }
  }

  /**
   * Does them, where whoever runs this may.
   *
   * @return the exit code
   */
  int install(Run administratorCheck, List<Step> steps) throws IOException {
    if (runner.run(administratorCheck.command()).exit() != 0) {
      out.println(texts.text("install.not-administrator"));
      return ExitCode.FAILED;
    }
    for (Step step : steps) {
      if (step instanceof Run run) {
        if (!run(run)) {
          return ExitCode.FAILED;
        }
      } else {
        out.println(sentence(step));
        runner.change(step);
      }
    }
    return ExitCode.OK;
  }

  private boolean run(Run run) throws IOException {
    boolean needed =
        (run.unless().isEmpty() || runner.run(run.unless()).exit() != 0)
            && (run.onlyIf().isEmpty() || runner.run(run.onlyIf()).exit() == 0);
    if (!needed) {
      return true;
    }
    out.println(sentence(run));
    Ran ran = runner.run(run.command());
    if (ran.exit() == 0 || run.mayFail()) {
      return true;
    }
    out.println(texts.text("install.failed", line(run.command()), ran.exit(), ran.printed()));
    return false;
  }

  private String sentence(Step step) {
    if (step instanceof Run run) {
      return texts.text("install.run", line(run.command()));
    }
    if (step instanceof Step.Folder folder) {
      return texts.text("install.folder", folder.path());
    }
    if (step instanceof Step.Copy copy) {
      return texts.text("install.copy", copy.from(), copy.to());
    }
    if (step instanceof Step.Write write) {
      return texts.text("install.write", write.path());
    }
    return texts.text("install.delete", ((Step.Delete) step).path());
  }

  private static String line(List<String> command) {
    return command.stream()
        .map(word -> word.contains(" ") || word.contains("*") ? '"' + word + '"' : word)
        .collect(Collectors.joining(" "));
  }
}
