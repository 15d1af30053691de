package cn.anxun.server.report.command;

import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.report.evidence.EvidencePackage;
import cn.anxun.server.report.evidence.EvidencePackage.Sampling;
import cn.anxun.server.report.form.YearForms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evidence}: what a form's rows rest on, for the auditor; a server may be running. */
@Command(name = "evidence")
public final class EvidenceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AsOf asOf = new AsOf();

  @Option(names = "--form", paramLabel = "FORM", required = true)
  private String form = "";

  @Option(names = "--row", paramLabel = "ROW")
  private @Nullable String row;

  @Option(names = "--sample", paramLabel = "N")
  private @Nullable Integer sample;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException, FormRejectedException {
    Texts texts = Language.texts(spec);
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
      throw new ParameterException(spec.commandLine(), texts.text("evidence.zip", out.toString()));
    }
    if (sample != null && (sample < 1 || sample > Sampling.MOST)) {
      throw new ParameterException(
          spec.commandLine(), texts.text("evidence.bad-sample", String.valueOf(Sampling.MOST)));
    }
    try (AsOf.Open open = asOf.open(spec.commandLine(), texts)) {
      LedgerState state = open.ledger().state(open.cutoff());
      FormResult filled = form(state, texts);
      EvidencePackage evidence =
          new EvidencePackage(state, open.ledger(), open.provenance(), open.attachments());
      Optional<Sampling> sampling =
          Optional.ofNullable(sample).map(size -> new Sampling(size, seed));
      Optional<String> only = Optional.ofNullable(row);
      DurableFile.write(out, stream -> evidence.write(filled, only, sampling, stream));
      asOf.audit(
          open.bureau(),
          "evidence " + filled.definition().key(),
          out.getFileName().toString(),
          spec.commandLine().getErr(),
          texts);
      spec.commandLine()
          .getOut()
          .println(
              texts.text(
                  "report.written",
                  out.toAbsolutePath(),
                  open.cutoff().date().toString(),
                  String.valueOf(open.cutoff().seq())));
      return ExitCode.OK;
    }
  }

  private FormResult form(LedgerState state, Texts texts) throws FormRejectedException {
    YearForms forms = new YearForms(state, asOf.year());
    Optional<FormResult> found = forms.findNamed(form);
    if (found.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), texts.text("report.no-form", form, ReportCommand.names(forms)));
    }
    FormResult filled = found.get();
    boolean known =
        row == null || filled.rows().stream().anyMatch(each -> each.row().level3().equals(row));
    if (!known) {
      String rows =
          filled.rows().stream().map(each -> each.row().level3()).collect(Collectors.joining("、"));
      throw new ParameterException(
          spec.commandLine(), texts.text("evidence.no-row", String.valueOf(row), rows));
    }
    return filled;
  }
}
