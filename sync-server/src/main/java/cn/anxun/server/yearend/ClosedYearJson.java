package cn.anxun.server.yearend;

import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents of a closed year: as many entries as it takes, each with some of the items. The
 * first says what holds for all:
 *
 * <pre>
 * {"close": id of the first entry, "part": 1, "parts": n, "seq", "date", "engine", "head", "reason",
 *  "override", "overridden", "items": [
 *    {"figure": key, "name", "measure", "unit", "value", "part", "whole", "tally", "marks", "part_set", "whole_set"},
 *    {"form": key, "title", "execution_rate", "total"}, {"row": name, "form": key, "actual", "score"},
 *    {"set": n, "seqs": text}, {"set": n, "ids": […]}]}
 * </pre>
 */
final class ClosedYearJson {
  /** Leaves room for the header of the entry and what stands beside the items. */
  private static final int MAX_ITEM_BYTES = 48 * 1024;

  private ClosedYearJson() {}

  /** The documents, the first first. */
  static List<Json> write(ClosedYear closed, String close, FirstSeqs seqs) {
    List<List<Json>> parts = packed(items(closed, seqs));
    List<Json> documents = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Json.MembersBuilder document =
          Json.members().put("close", close).put("part", i + 1).put("parts", parts.size());
      if (i == 0) {
        document
            .put("seq", closed.cutoff().seq())
            .put("date", closed.cutoff().date().toString())
            .put("engine", closed.engine())
            .put("head", closed.head())
            .put("reason", closed.reason())
            .put("override", closed.override())
            .put("overridden", Json.texts(closed.overridden()));
      }
      documents.add(document.put("items", Json.items(parts.get(i))).build());
    }
    return documents;
  }

  private static List<Json> items(ClosedYear closed, FirstSeqs seqs) {
    RecordSets sets = new RecordSets(seqs);
    List<Json> items = new ArrayList<>();
    for (ClosedFigure figure : closed.figures()) {
      items.add(
          Json.members()
              .put("figure", figure.key())
              .put("name", figure.name())
              .put("measure", MeasureJson.write(figure.measure()))
              .put("unit", figure.unit())
              .put("value", figure.value())
              .put("part", Json.of(figure.part()))
              .put("whole", Json.of(figure.whole()))
              .put("tally", Json.of(figure.fromTally()))
              .put("marks", Json.texts(figure.marks()))
              .put("part_set", sets.number(figure.partIds()))
              .put("whole_set", sets.number(figure.wholeIds()))
              .build());
    }
    for (ClosedForm form : closed.forms()) {
      items.add(
          Json.members()
              .put("form", form.key())
              .put("title", form.title())
              .put("execution_rate", form.executionRate())
              .put("total", form.total())
              .build());
      for (ClosedForm.Row row : form.rows()) {
        items.add(
            Json.members()
                .put("row", row.name())
                .put("form", form.key())
                .put("actual", row.actual())
                .put("score", row.score())
                .build());
      }
    }
    items.addAll(sets.write());
    return items;
  }

  private static List<List<Json>> packed(List<Json> items) {
    List<List<Json>> parts = new ArrayList<>();
    List<Json> part = new ArrayList<>();
    parts.add(part);
    int bytes = 0;
    for (Json item : items) {
      int size = JsonText.bytes(item).length + 1;
      if (bytes + size > MAX_ITEM_BYTES && !part.isEmpty()) {
        part = new ArrayList<>();
        parts.add(part);
        bytes = 0;
      }
      part.add(item);
      bytes += size;
    }
    return parts;
  }
}
