package cn.anxun.server.http.v1;

import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.server.http.Requests;
import cn.anxun.server.scope.PublicFields;
import cn.anxun.server.storage.BureauLedger;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of a list of records: {@code offset=} and {@code limit=}. The list of a cut-off never
 * changes, so no record is missed or seen twice from page to page when {@code asOf} is given.
 */
record RecordPage(int offset, int limit) {
  private static final int DEFAULT_LIMIT = 200;
  private static final int MAX_LIMIT = 1_000;

  static RecordPage of(Context context) {
    return new RecordPage(
        Requests.number(context, "offset", 0, 0, Integer.MAX_VALUE),
        Requests.number(context, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT));
  }

  /** Puts the page of these records into the answer. */
  Json.MembersBuilder put(
      Json.MembersBuilder answer, BureauLedger ledger, List<FoldedRecord> records) {
    int from = Math.min(offset, records.size());
    int to = (int) Math.min((long) from + limit, records.size());
    List<FoldedRecord> page = records.subList(from, to);
    List<Json.Members> fields = new PublicFields(ledger).of(page);
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      items.add(json(page.get(i), fields.get(i)));
    }
    return answer
        .put("total", records.size())
        .put("offset", from)
        .put("records", Json.items(items));
  }

  private static Json json(FoldedRecord record, Json.Members fields) {
    return Json.members()
        .put("type", record.type())
        .put("subject", record.subject())
        .put("number", record.fields().text(RecordFields.NUMBER))
        .put("date", record.date().toString())
        .put("fields", fields)
        .put("entries", Json.texts(record.entryIds()))
        .put("marks", FigureJson.marks(record.marks()))
        .build();
  }
}
