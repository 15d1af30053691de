package cn.anxun.server.report.command;

import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.fill.FillException;
import cn.anxun.server.report.fill.FillReport;
import cn.anxun.server.report.fill.FormFiller;
import cn.anxun.server.report.fill.NarrativeCheck;
import cn.anxun.server.report.fill.Tie;
import cn.anxun.server.report.form.FormComposer;
import cn.anxun.server.report.form.FormDetails;
import cn.anxun.server.report.form.FormLayoutException;
import cn.anxun.server.report.form.FormLayoutJson;
import cn.anxun.server.report.form.FormLayouts;
import cn.anxun.server.report.form.FormValues;
import cn.anxun.server.report.form.IndicatorList;
import cn.anxun.server.report.form.IndicatorValues;
import cn.anxun.server.report.form.PrintedFormat;
import cn.anxun.server.report.form.YearForms;
import cn.anxun.server.report.records.LedgerExport;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code report}: a form in the shipped look or in the finance bureau's own file, the list of
 * indicators, or records; a server may be running.
 */
@Command(name = "report")
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AsOf asOf = new AsOf();

  @Option(names = "--form", paramLabel = "FORM")
  private @Nullable String form;

  @Option(names = "--fill", paramLabel = "TEMPLATE")
  private @Nullable Path template;

  @Option(names = "--tie", paramLabel = "SHEET!CELL=NAME")
  private List<String> ties = new ArrayList<>();

  @Option(names = "--ties", paramLabel = "FILE")
  private @Nullable Path tiesFile;

  @Option(names = "--layout", paramLabel = "FILE")
  private @Nullable Path layout;

  @Option(names = "--placeholders")
  private boolean placeholders;

  @Option(names = "--check", paramLabel = "FILE")
  private @Nullable Path narrative;

  @Option(names = "--records", paramLabel = "TYPE", arity = "0..1", fallbackValue = "")
  private @Nullable List<String> records;

  @Option(names = "--personal")
  private boolean personal;

  @Option(names = "--department", paramLabel = "NAME", defaultValue = "")
  private String department = "";

  @Option(names = "--prepared-by", paramLabel = "NAME", defaultValue = "")
  private String preparedBy = "";

  @Option(names = "--phone", paramLabel = "PHONE", defaultValue = "")
  private String phone = "";

  @Option(names = "--filled-on", paramLabel = "DATE")
  private @Nullable LocalDate filledOn;

  @Option(names = "--out", paramLabel = "FILE")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException, FormRejectedException {
    try (AsOf.Open open = asOf.open(spec.commandLine(), texts())) {
      LedgerState state = open.ledger().state(open.cutoff());
      if (records != null) {
        return exportRecords(open, state, records);
      }
      if (form == null) {
        return printIndicators(open, state);
      }
      FormResult filled = form(state, form);
      FormDetails details =
          new FormDetails(department, preparedBy, phone, Optional.ofNullable(filledOn));
      FormValues values =
          new FormValues(filled, details, open.provenance())
              .with(IndicatorValues.of(state, asOf.year()));
      if (placeholders) {
        return listPlaceholders(values);
      }
      if (narrative != null) {
        return check(narrative, filled);
      }
      return template == null
          ? printForm(open, filled, details)
          : fill(open, filled, values, template);
    } catch (FillException | FormLayoutException e) {
      err().println(e.getMessage());
      return ExitCode.FAILED;
    }
  }

  private FormResult form(LedgerState state, String name) throws FormRejectedException {
    YearForms forms = new YearForms(state, asOf.year());
    Optional<FormResult> found = forms.findNamed(name);
    if (found.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), texts().text("report.no-form", name, names(forms)));
    }
    return found.get();
  }

  static String names(YearForms forms) throws FormRejectedException {
    List<String> names = new ArrayList<>();
    for (String key : forms.keys()) {
      forms.find(key).ifPresent(each -> names.add(key + "（" + each.definition().title() + "）"));
    }
    return String.join("、", names);
  }

  private int printIndicators(AsOf.Open open, LedgerState state) throws IOException {
    Path file = out();
    PrintedFormat format = format(file);
    List<Indicator> indicators = Catalogue.at(state).list();
    PrintedDocument document =
        IndicatorList.compose(
            indicators,
            FigureEngine.figures(state, indicators, Period.year(asOf.year())),
            texts().text("report.year", String.valueOf(asOf.year())),
            open.provenance());
    DurableFile.write(file, stream -> format.write(document, stream));
    return done(open, "indicators", file);
  }

  private int printForm(AsOf.Open open, FormResult filled, FormDetails details) throws IOException {
    Path file = out();
    PrintedFormat format = format(file);
    FormLayouts layouts = FormLayouts.shipped();
    if (layout != null) {
      layouts = layouts.with(FormLayoutJson.read(Files.readAllBytes(layout)));
    }
    PrintedDocument document =
        new FormComposer(layouts).compose(filled, details, open.provenance());
    DurableFile.write(file, stream -> format.write(document, stream));
    filled.flags().forEach(flag -> err().println(flag.sentence(ServerTexts.core(texts()))));
    return done(open, filled.definition().key(), file);
  }

  private int fill(AsOf.Open open, FormResult filled, FormValues values, Path from)
      throws IOException, FillException {
    Path file = out();
    List<Tie> tied = ties();
    FillReport[] report = new FillReport[1];
    DurableFile.<FillException>write(
        file, stream -> report[0] = FormFiller.fill(from, values, tied, stream));
    for (FillReport.Filled place : report[0].filled()) {
      err().println(texts().text("report.filled", place.where(), place.name(), place.text()));
    }
    report[0].notices().forEach(err()::println);
    return done(open, filled.definition().key(), file);
  }

  private List<Tie> ties() throws IOException {
    List<String> lines = new ArrayList<>(ties);
    if (tiesFile != null) {
      lines.addAll(
          Files.readString(tiesFile)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList());
    }
    List<Tie> read = new ArrayList<>();
    for (String line : lines) {
      read.add(
          Tie.parse(line)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(), texts().text("report.bad-tie", line))));
    }
    return read;
  }

  private int listPlaceholders(FormValues values) {
    values
        .all()
        .forEach(
            (name, value) ->
                spec.commandLine().getOut().println("{{" + name + "}}\t" + value.text()));
    return ExitCode.OK;
  }

  private int check(Path file, FormResult filled) throws IOException, FillException {
    List<NarrativeCheck.Finding> findings = NarrativeCheck.check(file, filled);
    findings.forEach(finding -> spec.commandLine().getOut().println(finding.message()));
    if (findings.isEmpty()) {
      spec.commandLine().getOut().println(texts().text("report.narrative-agrees"));
    }
    return findings.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private int exportRecords(AsOf.Open open, LedgerState state, List<String> types)
      throws IOException {
    Path file = out();
    if (format(file) != PrintedFormat.XLSX) {
      throw new ParameterException(spec.commandLine(), texts().text("report.records-xlsx"));
    }
    List<String> wanted = types.stream().filter(type -> !type.isEmpty()).toList();
    for (String type : wanted) {
      if (!state.records().containsKey(type)) {
        throw new ParameterException(
            spec.commandLine(),
            texts().text("report.no-type", type, String.join(" ", state.records().keySet())));
      }
    }
    DurableFile.write(
        file,
        stream ->
            LedgerExport.write(state, open.ledger(), open.provenance(), wanted, personal, stream));
    return done(open, "records" + (personal ? " with personal fields" : ""), file);
  }

  private Path out() {
    if (out == null) {
      throw new ParameterException(spec.commandLine(), texts().text("report.no-out"));
    }
    return out;
  }

  private PrintedFormat format(Path file) {
    return PrintedFormat.of(file.toString())
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), texts().text("report.bad-ending", file.toString())));
  }

  private int done(AsOf.Open open, String what, Path file) {
    asOf.audit(open.bureau(), what, file.getFileName().toString(), err(), texts());
    spec.commandLine()
        .getOut()
        .println(
            texts()
                .text(
                    "report.written",
                    file.toAbsolutePath(),
                    open.cutoff().date().toString(),
                    String.valueOf(open.cutoff().seq())));
    return ExitCode.OK;
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private Texts texts() {
    return Language.texts(spec);
  }
}
