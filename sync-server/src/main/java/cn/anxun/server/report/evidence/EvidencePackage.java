package cn.anxun.server.report.evidence;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormResult.RowResult;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.report.PrintedDocument;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.form.FormComposer;
import cn.anxun.server.report.form.FormDetails;
import cn.anxun.server.report.form.FormLayouts;
import cn.anxun.server.report.form.PrintedFormat;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The evidence of a form as one zip: the form; for each row a folder with its records as a workbook
 * and as JSON, and the computation in words; the office's documents that the form rests on; the
 * files of the records as far as they are here; and the SHA-256 of everything. Personal fields are
 * left out.
 */
public final class EvidencePackage {
  private static final String INDEX = "manifest.json";
  private static final DateTimeFormatter SHANGHAI =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.SIMPLIFIED_CHINESE)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private final LedgerState state;
  private final Provenance provenance;
  private final RowEvidence evidence;
  private final Path attachments;
  private final SteadyOfficeFile steady;

  /**
   * Which records are drawn of each row for a closer look: those whose SHA-256 of {@code seed:id}
   * comes first, so that anyone can draw them again.
   *
   * @param size from 1 to {@link #MOST}
   */
  public record Sampling(int size, long seed) {
    public static final int MOST = 100_000;

    /** At most {@link #size} of these ids, in their order. */
    public List<String> draw(List<String> ids) {
      return Sample.draw(ids, size, seed);
    }
  }

  /**
   * Evidence from this ledger.
   *
   * @param state as of the form's cut-off
   * @param attachments the folder that holds the records' files by their SHA-256
   */
  public EvidencePackage(
      LedgerState state, BureauLedger ledger, Provenance provenance, Path attachments) {
    this.state = state;
    this.provenance = provenance;
    this.evidence = new RowEvidence(state, ledger, provenance);
    this.attachments = attachments;
    this.steady = new SteadyOfficeFile(provenance.cutoff().date());
  }

  /**
   * Writes the zip; the stream stays open.
   *
   * @param row the level-3 name of the one row that is asked for, or empty for all
   * @throws IllegalArgumentException where the form has no such row
   */
  public void write(
      FormResult form, Optional<String> row, Optional<Sampling> sampling, OutputStream out)
      throws IOException {
    List<RowResult> rows =
        form.rows().stream()
            .filter(result -> row.isEmpty() || row.get().equals(result.row().level3()))
            .toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no row " + row.orElse(""));
    }
    try (EvidenceZip zip = new EvidenceZip(out)) {
      zip.add(name("readme"), readme(form, sampling));
      printForm(zip, form);
      documents(zip, form);
      Map<String, EvidenceFile> files = new LinkedHashMap<>();
      List<Json> index = new ArrayList<>();
      for (RowResult result : rows) {
        index.add(row(zip, form, result, sampling, files));
      }
      files(zip, files);
      zip.add(INDEX, JsonText.write(manifest(form, index, sampling, zip)) + "\n");
    }
  }

  private void printForm(EvidenceZip zip, FormResult form) throws IOException {
    PrintedDocument document =
        new FormComposer(FormLayouts.shipped()).compose(form, FormDetails.BLANK, provenance);
    for (PrintedFormat format : PrintedFormat.values()) {
      zip.add(
          zip.fresh(form.definition().title() + format.ending()),
          out -> steady.write(into -> format.write(document, into), out));
    }
  }

  private Json row(
      EvidenceZip zip,
      FormResult form,
      RowResult result,
      Optional<Sampling> sampling,
      Map<String, EvidenceFile> files)
      throws IOException {
    int number = form.rows().indexOf(result) + 1;
    String folder = zip.fresh("%02d-%s".formatted(number, result.row().level3()));
    zip.add(
        folder + "/" + name("words"),
        String.join("\n", new RowWords(ServerTexts.CHINESE).lines(form, result, provenance))
            + "\n");
    List<String> sample = List.of();
    if (result.figure().isPresent()) {
      Figure figure = result.figure().get();
      List<String> drawn = sampling.map(asked -> asked.draw(figure.partIds())).orElse(List.of());
      sample = drawn;
      zip.add(
          folder + "/" + name("workbook"),
          out -> steady.write(into -> evidence.workbook(figure, drawn, into), out));
      zip.add(folder + "/records.json", out -> evidence.json(result, figure, drawn, out));
      evidence.files(sampling.isPresent() ? drawn : figure.partIds()).forEach(files::putIfAbsent);
    }
    return Json.members()
        .put("row", result.row().level3())
        .put("folder", folder)
        .put("actual", result.actualWithUnit())
        .put("records", result.figure().map(figure -> figure.partIds().size()).orElse(0))
        .put("sample", Json.texts(sample))
        .build();
  }

  /** The definition, targets, typed rows and budget as the ledger holds them at the cut-off. */
  private void documents(EvidenceZip zip, FormResult form) throws IOException {
    int year = form.definition().year();
    String key = form.definition().key();
    Map<String, String> subjects = new LinkedHashMap<>();
    subjects.put("form", Documents.form(year, key));
    subjects.put("targets", Documents.targets(year));
    subjects.put("typed-rows", Documents.typedRows(year, key));
    subjects.put("budget", Documents.budget(year, key));
    for (Map.Entry<String, String> subject : subjects.entrySet()) {
      Optional<DocumentRevision> revision = state.document(subject.getValue());
      if (revision.isPresent()) {
        zip.add(
            name("documents") + "/" + subject.getKey() + ".json",
            JsonText.write(document(revision.get())) + "\n");
      }
    }
  }

  private static Json document(DocumentRevision revision) {
    List<Json> adjustments = new ArrayList<>();
    revision.adjustments().forEach(fields -> adjustments.add(new Json.Members(fields.values())));
    return Json.members()
        .put("subject", revision.subject())
        .put("entry", revision.entryId())
        .put("seq", revision.seq())
        .put("date", revision.date().toString())
        .put("fields", new Json.Members(revision.fields().values()))
        .put("adjustments", Json.items(adjustments))
        .build();
  }

  /** The files themselves where the server has them, and a list that says which it has not. */
  private void files(EvidenceZip zip, Map<String, EvidenceFile> files) throws IOException {
    if (files.isEmpty()) {
      return;
    }
    StringBuilder list = new StringBuilder(ServerTexts.CHINESE.text("evidence.files.heading"));
    for (EvidenceFile file : files.values()) {
      Path held = attachments.resolve(file.attachment().sha256());
      EvidenceFile.State state = file.state(Files.isRegularFile(held));
      if (state == EvidenceFile.State.HERE) {
        zip.add(name("files") + "/" + file.name(), out -> Files.copy(held, out));
      }
      list.append('\n').append(line(file, state));
    }
    zip.add(name("file-list"), list.append('\n').toString());
  }

  private static String line(EvidenceFile file, EvidenceFile.State state) {
    String kind = "console.kind." + file.kind();
    return String.join(
        "\t",
        file.attachment().sha256(),
        file.attachment().type(),
        file.attachment().role(),
        Long.toString(file.attachment().bytes()),
        file.number(),
        ServerTexts.CHINESE.has(kind) ? ServerTexts.CHINESE.text(kind) : file.kind(),
        SHANGHAI.format(file.at()),
        file.author(),
        ServerTexts.CHINESE.text("evidence.files." + state.name().toLowerCase(Locale.ROOT)));
  }

  private String readme(FormResult form, Optional<Sampling> sampling) {
    String drawn =
        sampling
            .map(
                asked ->
                    ServerTexts.CHINESE.text(
                            "evidence.readme.sample",
                            String.valueOf(asked.size()),
                            String.valueOf(asked.seed()))
                        + "\n")
            .orElse("");
    return ServerTexts.CHINESE.text(
            "evidence.readme",
            provenance.bureau(),
            form.definition().title(),
            provenance.cutoff().date().toString(),
            String.valueOf(provenance.head().seq()),
            provenance.head().hash())
        + "\n"
        + drawn;
  }

  private Json manifest(
      FormResult form, List<Json> rows, Optional<Sampling> sampling, EvidenceZip zip) {
    List<Json> files = new ArrayList<>();
    zip.sums()
        .forEach(
            (name, sum) -> files.add(Json.members().put("name", name).put("sha256", sum).build()));
    Json.MembersBuilder manifest =
        Json.members()
            .put("bureau", provenance.bureau())
            .put("form", form.definition().key())
            .put("title", form.definition().title())
            .put("year", form.definition().year())
            .put("as_of_seq", provenance.head().seq())
            .put("as_of_date", provenance.cutoff().date().toString())
            .put("head", provenance.head().hash())
            .put("rows", Json.items(rows));
    sampling.ifPresent(
        asked ->
            manifest.put(
                "sampling",
                Json.members().put("size", asked.size()).put("seed", asked.seed()).build()));
    return manifest.put("files", Json.items(files)).build();
  }

  private static String name(String key) {
    return ServerTexts.CHINESE.text("evidence.name." + key);
  }
}
