package cn.anxun.server.console.importing;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.importer.ImportColumn;
import cn.anxun.server.importer.ImportKind;
import cn.anxun.server.importer.ImportPreview;
import cn.anxun.server.importer.ImportProblem;
import cn.anxun.server.importer.ImportReport;
import cn.anxun.server.scope.PublicFields;
import cn.anxun.server.storage.BureauLedger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts an import into words. */
final class ImportReading {
  private static final String KEYS = "console.import.";

  private final BureauLedger ledger;
  private final Clock clock;
  private final Texts texts;

  ImportReading(BureauLedger ledger, Clock clock, Texts texts) {
    this.ledger = ledger;
    this.clock = clock;
    this.texts = texts;
  }

  private String t(String key, Object... details) {
    return texts.text(KEYS + key, details);
  }

  /** The key of the column that a heading was taken for, or "". */
  static String key(ImportPreview.Head head) {
    return head.column().map(ImportColumn::key).orElse("");
  }

  /**
   * The page.
   *
   * @param chosen by column letter what somebody chose that was not taken
   */
  ImportView page(ImportJob job, Map<String, String> chosen, String problem) {
    ImportJob.Standing standing = job.standing();
    Optional<ImportPreview> preview = standing.preview();
    Optional<ImportReport> report =
        standing.report().or(() -> preview.flatMap(ImportPreview::report));
    boolean done = standing.state() == ImportJob.State.DONE;
    return new ImportView(
        job.address(),
        problem.isEmpty() ? problem(standing) : problem,
        busy(standing),
        standing.rows(),
        standing.state() == ImportJob.State.WRITING ? rows(report) : 0,
        preview.map(ImportPreview::sheets).orElse(List.of()),
        preview.map(ImportPreview::sheet).orElse(""),
        preview.map(ImportPreview::headingRow).orElse(0),
        preview.map(seen -> heads(seen, chosen)).orElse(List.of()),
        columns(job.kind()),
        preview.map(this::missing).orElse(""),
        preview.map(ImportReading::unread).orElse(0),
        report.map(this::counts).orElse(List.of()),
        done ? List.of() : preview.map(this::tables).orElse(List.of()),
        done ? "" : report.map(this::apply).orElse(""),
        report.filter(one -> !one.clean()).isPresent(),
        report.map(one -> done ? done(one) : note(one)).orElse(""),
        report
            .filter(one -> !one.problems().isEmpty() && job.file().toFile().exists())
            .map(one -> job.address() + "/problems")
            .orElse(""),
        done,
        done ? report.map(this::opened).orElse(List.of()) : List.of(),
        "/records/" + job.kind().entry().recordType());
  }

  private static int rows(Optional<ImportReport> report) {
    return report.map(ImportReport::rows).orElse(0);
  }

  private String problem(ImportJob.Standing standing) {
    if (standing.state() == ImportJob.State.FAILED) {
      return t("failed");
    }
    return standing.problem().map(problem -> problem.message(texts)).orElse("");
  }

  private String busy(ImportJob.Standing standing) {
    return switch (standing.state()) {
      case READING -> t("reading", standing.rows());
      case WRITING -> t("writing", standing.rows());
      default -> "";
    };
  }

  private static List<ImportView.Head> heads(ImportPreview preview, Map<String, String> chosen) {
    return preview.heads().stream()
        .map(
            head ->
                new ImportView.Head(
                    head.letter(),
                    head.written(),
                    chosen.getOrDefault(head.letter(), key(head)),
                    head.sample()))
        .toList();
  }

  private Map<String, String> columns(ImportKind kind) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (ImportColumn column : kind.columns()) {
      columns.put(
          column.key(),
          column.required() ? t("column-required", column.heading()) : column.heading());
    }
    return columns;
  }

  private String missing(ImportPreview preview) {
    return preview.missing().isEmpty()
        ? ""
        : t(
            "missing",
            preview.sheet(),
            preview.headingRow(),
            String.join(
                texts.text("console.comma"),
                preview.missing().stream().map(ImportColumn::heading).toList()));
  }

  private static int unread(ImportPreview preview) {
    return (int) preview.heads().stream().filter(head -> head.column().isEmpty()).count();
  }

  private List<ImportView.Count> counts(ImportReport report) {
    List<ImportView.Count> counts = new ArrayList<>();
    count(counts, "rows", report.rows(), false);
    count(counts, "added", report.added(), false);
    count(counts, "known", report.known(), false);
    count(counts, "doubles", report.doubles(), false);
    count(counts, "bad", report.bad(), report.bad() > 0);
    count(counts, "passed-over", report.passedOver(), false);
    if (report.sites() > 0) {
      count(counts, "sites", report.sites(), false);
    }
    if (report.differing() > 0) {
      count(counts, "differing", report.differing(), false);
    }
    return counts;
  }

  private void count(List<ImportView.Count> counts, String key, int value, boolean bad) {
    counts.add(
        new ImportView.Count(t("count." + key), String.format(Locale.ROOT, "%,d", value), bad));
  }

  private List<ImportView.Table> tables(ImportPreview preview) {
    List<ImportView.Table> tables = new ArrayList<>();
    int bad = preview.report().map(ImportReport::bad).orElse(0);
    table(tables, preview, t("table.wrong", bad, preview.wrong().size()), preview.wrong());
    table(tables, preview, t("table.warned", preview.warned().size()), preview.warned());
    table(tables, preview, t("table.first", preview.first().size()), preview.first());
    return tables;
  }

  private void table(
      List<ImportView.Table> tables,
      ImportPreview preview,
      String title,
      List<ImportPreview.Row> rows) {
    if (!rows.isEmpty()) {
      tables.add(
          new ImportView.Table(
              title,
              preview.heads().stream()
                  .flatMap(
                      head -> head.column().map(of -> head.letter() + ' ' + of.heading()).stream())
                  .toList(),
              rows.stream().map(this::row).toList()));
    }
  }

  private ImportView.Row row(ImportPreview.Row row) {
    return new ImportView.Row(
        row.number(),
        t("outcome." + row.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')),
        row.outcome() == ImportPreview.Outcome.BAD,
        row.problems().stream().map(problem -> problem.message(texts)).toList(),
        row.cells().stream().map(this::cell).toList());
  }

  private ImportView.Cell cell(ImportPreview.Cell cell) {
    String style = cell.isBad() ? "cell-bad" : cell.problems().isEmpty() ? "" : "cell-warned";
    return new ImportView.Cell(
        cell.text(), style, cell.problems().stream().map(this::placed).toList());
  }

  private String placed(ImportProblem problem) {
    return t("at", problem.row(), problem.column(), problem.message(texts));
  }

  private String apply(ImportReport report) {
    if (report.entries() == 0) {
      return "";
    }
    return report.clean()
        ? t("apply", report.added())
        : t("apply-skipping", report.bad(), report.added());
  }

  private String note(ImportReport report) {
    if (report.entries() == 0) {
      return t(report.bad() > 0 ? "nothing-good" : "nothing-new");
    }
    return report.clean() ? "" : t("skip-note", report.bad());
  }

  private String done(ImportReport report) {
    return report.bad() == 0
        ? t("done", report.added())
        : t("done-skipping", report.added(), report.bad());
  }

  private List<ImportView.Opened> opened(ImportReport report) {
    Map<String, String> names = new LinkedHashMap<>();
    List<String> subjects = report.opened().stream().map(ImportReport.Opened::subject).toList();
    for (FoldedRecord record :
        PublicFields.find(Viewed.latest(ledger, clock).state(ledger), subjects)) {
      names.put(record.subject(), name(record));
    }
    return report.opened().stream()
        .map(
            one ->
                new ImportView.Opened(
                    Links.record(one.subject()),
                    t("opened", one.row(), names.getOrDefault(one.subject(), "")).strip()))
        .toList();
  }

  private static String name(FoldedRecord record) {
    return Stream.of("name", "description", "number")
        .map(record::value)
        .flatMap(value -> value instanceof Json.Text text ? Stream.of(text.value()) : Stream.of())
        .findFirst()
        .orElse("");
  }
}
