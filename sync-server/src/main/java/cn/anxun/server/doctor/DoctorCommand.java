package cn.anxun.server.doctor;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.text.Texts;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.doctor.CheckResult.Status;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: what is wrong with this machine and its server, and what to do. */
@Command(name = "doctor")
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
  private int port;

  @Option(names = "--json")
  private boolean json;

  private final Machine machine;

  public DoctorCommand() {
    this(new ThisMachine());
  }

  DoctorCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    Texts texts = Language.texts(spec);
    List<CheckResult> results = new Examination(machine, texts).of(data.path(), port);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonText.write(json(results, texts)));
    } else {
      results.forEach(result -> out.println(line(result, texts)));
      out.println(summary(results, texts));
    }
    return Examination.isBad(results) ? ExitCode.FAILED : ExitCode.OK;
  }

  private static String line(CheckResult result, Texts texts) {
    return result.status().sign()
        + " "
        + texts.text("doctor.line", result.name(texts), result.sentence(texts));
  }

  private static String summary(List<CheckResult> results, Texts texts) {
    long bad = results.stream().filter(result -> result.status() == Status.BAD).count();
    long notes = results.stream().filter(result -> result.status() == Status.NOTE).count();
    return texts.text("doctor.summary", results.size(), bad, notes);
  }

  private static Json json(List<CheckResult> results, Texts texts) {
    List<Json> items = new ArrayList<>();
    for (CheckResult result : results) {
      items.add(
          Json.members()
              .put("check", result.check().key())
              .put("status", result.status().name().toLowerCase(Locale.ROOT))
              .put("outcome", result.outcome())
              .put("text", result.sentence(texts))
              .build());
    }
    return Json.members()
        .put("well", !Examination.isBad(results))
        .put("checks", Json.items(items))
        .build();
  }
}
