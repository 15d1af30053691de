package cn.anxun.server.console.ledger;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.entry.DeskPages;
import cn.anxun.server.console.ledger.LedgerPage.Column;
import cn.anxun.server.console.ledger.LedgerPage.Facet;
import cn.anxun.server.console.ledger.LedgerPage.Offered;
import cn.anxun.server.console.ledger.LedgerPage.Option;
import cn.anxun.server.console.ledger.LedgerPage.Row;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.FieldWords;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Attachment;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.form.PrintedFormat;
import cn.anxun.server.report.records.LedgerExport;
import cn.anxun.server.report.xlsx.StreamedWorkbook;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ledgers: one page for each type of record, and the same rows as a workbook. */
public final class LedgerPages {
  /** In the order of the menu; a bureau's own kinds follow. */
  private static final List<String> TYPES =
      List.of(
          "hazard",
          "inspection",
          "site",
          "drill",
          "training",
          "publicity",
          "enforcement",
          "accident",
          "response",
          "plan",
          "service",
          "tally");

  private static final int MAX_OPTIONS = 200;

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Clock clock;
  private final LedgerTotals.Kept totals = new LedgerTotals.Kept();

  public LedgerPages(
      Access access, Pages pages, BureauLedgers ledgers, Directory directory, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get("/records", access.see(Permission.SEE_FIGURES, this::first));
    routes.get("/records/{type}", access.see(Permission.SEE_FIGURES, this::show));
    routes.get("/records/{type}/export", access.see(Permission.EXPORT, this::export));
  }

  private void first(Context context, Principal person) {
    context.redirect("/records/" + TYPES.get(0));
  }

  private static List<String> types(LedgerState state) {
    List<String> types = new ArrayList<>(TYPES);
    for (String type : state.records().keySet()) {
      if (!types.contains(type)) {
        types.add(type);
      }
    }
    return types;
  }

  private static String type(Context context, LedgerState state) {
    String type = context.pathParam("type");
    if (!types(state).contains(type)) {
      throw Refusal.of(404, "not-found");
    }
    return type;
  }

  private void show(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.latest(ledger, clock);
    LedgerState state = viewed.state(ledger);
    String type = type(context, state);
    LedgerQuery query = LedgerQuery.of(context);
    Names names = Names.at(state, texts);
    LedgerTotals all = totals.of(person.bureau(), state);
    LedgerRows ledgerRows = new LedgerRows(all, type);
    int offset = Requests.number(context, "offset", 0, 0, Integer.MAX_VALUE);
    LedgerRows.Part part = ledgerRows.page(query, offset);
    String path = "/records/" + type;
    List<String> shown = LedgerColumns.shown(type, query.columns());
    Cells cells = new Cells(ledgerRows, type, names, texts);
    List<Row> rows = new ArrayList<>();
    for (FoldedRecord record : part.rows()) {
      rows.add(
          new Row(
              Links.record(record.subject()),
              shown.stream().map(column -> cells.text(record, column)).toList(),
              Json.TRUE.equals(record.value("overdue")),
              FieldWords.marks(texts, record.marks())));
    }
    String export = person.may(Permission.EXPORT) ? path + "/export?" + query.query() : "";
    Pages.send(
        context,
        "ledger/ledger.jte",
        pages.of(
            context,
            person,
            Section.RECORDS,
            texts.text("console.ledger", names.type(type)),
            ledger,
            viewed),
        new LedgerPage(
            path,
            query,
            menu(state, type, names),
            facets(all.ofType(type), type, query, names, texts),
            columns(query, shown, path, names, texts),
            offered(type, shown, names),
            rows,
            Paging.of(part.total(), offset, path + '?' + query.query() + "&offset="),
            export,
            DeskPages.address(person, type),
            LedgerChart.of(path, query, part.months(), names, texts)));
  }

  private static List<LedgerPage.Type> menu(LedgerState state, String here, Names names) {
    return types(state).stream()
        .map(
            type ->
                new LedgerPage.Type(
                    names.type(type),
                    state.list(type).size(),
                    "/records/" + type,
                    type.equals(here)))
        .toList();
  }

  /** What there is to filter by: the values that occur, each with its number of records. */
  private static List<Facet> facets(
      LedgerTotals.OfType totals, String type, LedgerQuery query, Names names, Texts texts) {
    List<Facet> facets = new ArrayList<>();
    for (String field : LedgerQuery.FACETS) {
      Map<String, Integer> counts = totals.values().getOrDefault(field, Map.of());
      boolean isThere = counts.size() > 1 || query.values().containsKey(field);
      if (isThere && counts.size() <= MAX_OPTIONS) {
        List<String> wanted = query.values().getOrDefault(field, List.of());
        List<Option> options = new ArrayList<>();
        counts.forEach(
            (value, count) ->
                options.add(
                    new Option(
                        value,
                        Cells.label(type, field, value, names, texts),
                        count,
                        wanted.contains(value))));
        facets.add(new Facet(field, names.field(field), options));
      }
    }
    return facets;
  }

  private static List<Column> columns(
      LedgerQuery query, List<String> shown, String path, Names names, Texts texts) {
    List<Column> columns = new ArrayList<>();
    for (String field : shown) {
      boolean up = query.sort().equals(field);
      boolean down = query.sort().equals("-" + field);
      columns.add(
          new Column(
              heading(field, names, texts),
              path + '?' + query.sortedBy(up ? "-" + field : field).query(),
              up ? "ascending" : down ? "descending" : "none",
              Cells.NUMBERS.contains(field)));
    }
    return columns;
  }

  private static List<Offered> offered(String type, List<String> shown, Names names) {
    return LedgerColumns.offered(type).stream()
        .map(field -> new Offered(field, names.field(field), shown.contains(field)))
        .toList();
  }

  private static String heading(String field, Names names, Texts texts) {
    return field.equals("date") ? texts.text("console.date") : names.field(field);
  }

  private void export(Context context, Principal person) throws IOException {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.latest(ledger, clock);
    LedgerState state = viewed.state(ledger);
    String type = type(context, state);
    LedgerQuery query = LedgerQuery.of(context);
    Names names = Names.at(state, texts);
    List<String> shown = LedgerColumns.shown(type, query.columns());
    LedgerRows ledgerRows = new LedgerRows(totals.of(person.bureau(), state), type);
    Cells cells = new Cells(ledgerRows, type, names, texts);
    List<FoldedRecord> found = ledgerRows.list(query);
    directory
        .audit()
        .record(AuditEvent.of(person, "ledger-exported").about(type + '?' + query.query()));
    String name = names.type(type) + '-' + viewed.cutoff().date() + ".xlsx";
    context.contentType(PrintedFormat.XLSX.mediaType());
    Attachment.named(context, name);
    Provenance provenance =
        new Provenance(
            pages.bureau(person.bureau()), viewed.cutoff(), ledger.headAt(viewed.cutoff().seq()));
    List<StreamedWorkbook.Column> headings = new ArrayList<>();
    for (String field : shown) {
      headings.add(new StreamedWorkbook.Column(heading(field, names, texts), Cells.width(field)));
    }
    try (StreamedWorkbook workbook = new StreamedWorkbook(context.outputStream())) {
      StreamedWorkbook.Sheet sheet =
          workbook.sheet(names.type(type), List.of(LedgerExport.note(provenance)), headings);
      for (FoldedRecord record : found) {
        sheet.row(shown.stream().map(column -> cells.value(record, column)).toList());
      }
      sheet.finish();
    }
  }
}
