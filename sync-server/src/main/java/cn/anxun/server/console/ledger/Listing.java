package cn.anxun.server.console.ledger;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.FieldWords;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.scope.PublicFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some records of one type in a table, with the usual columns and what is to be done next.
 *
 * @param type in words
 */
public record Listing(String type, List<LedgerPage.Column> columns, List<LedgerPage.Row> rows) {

  /** These records, a table for each type that is among them, in their order. */
  public static List<Listing> of(LedgerState state, List<String> subjects, Texts texts) {
    Map<String, List<FoldedRecord>> byType = new LinkedHashMap<>();
    for (FoldedRecord record : PublicFields.find(state, subjects)) {
      byType.computeIfAbsent(record.type(), type -> new ArrayList<>()).add(record);
    }
    Names names = Names.at(state, texts);
    LedgerTotals totals = new LedgerTotals(state);
    List<Listing> listings = new ArrayList<>();
    byType.forEach((type, records) -> listings.add(of(totals, type, records, names, texts)));
    return listings;
  }

  private static Listing of(
      LedgerTotals totals, String type, List<FoldedRecord> records, Names names, Texts texts) {
    Cells cells = new Cells(new LedgerRows(totals, type), type, names, texts);
    List<String> shown = LedgerColumns.shown(type, List.of());
    List<LedgerPage.Column> columns = new ArrayList<>();
    for (String field : shown) {
      String label = field.equals("date") ? texts.text("console.date") : names.field(field);
      columns.add(new LedgerPage.Column(label, "", "none", Cells.NUMBERS.contains(field)));
    }
    boolean isHazards = type.equals("hazard");
    if (isHazards) {
      columns.add(new LedgerPage.Column(texts.text("console.next-step"), "", "none", false));
    }
    List<LedgerPage.Row> rows = new ArrayList<>();
    for (FoldedRecord record : records) {
      List<String> texted = new ArrayList<>();
      shown.forEach(field -> texted.add(cells.text(record, field)));
      if (isHazards) {
        texted.add(nextStep(record, texts));
      }
      rows.add(
          new LedgerPage.Row(
              Links.record(record.subject()),
              texted,
              Json.TRUE.equals(record.value("overdue")),
              FieldWords.marks(texts, record.marks())));
    }
    return new Listing(names.type(type), columns, rows);
  }

  private static String nextStep(FoldedRecord hazard, Texts texts) {
    String state = hazard.value("state") instanceof Json.Text text ? text.value() : "";
    boolean late =
        Json.TRUE.equals(hazard.value("overdue"))
            || Json.TRUE.equals(hazard.value("review_overdue"));
    return switch (state) {
      case "open" -> texts.text(late ? "console.next.urge" : "console.next.rectify");
      case "rectified" -> texts.text(late ? "console.next.review-now" : "console.next.review");
      default -> "";
    };
  }
}
