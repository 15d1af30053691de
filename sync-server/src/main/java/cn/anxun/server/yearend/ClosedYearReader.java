package cn.anxun.server.yearend;

import cn.anxun.core.entry.YearClosed;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureRejectedException;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ClosedYearJson} wrote, from the entries of one edition. */
final class ClosedYearReader {
  private final List<Json.Members> figures = new ArrayList<>();
  private final Map<String, Json.Members> forms = new LinkedHashMap<>();
  private final Map<String, List<ClosedForm.Row>> rows = new LinkedHashMap<>();
  private final RecordSetReader sets;

  private ClosedYearReader(FirstSeqs seqs) {
    this.sets = new RecordSetReader(seqs);
  }

  /**
   * The edition that these entries say, the first of them first.
   *
   * @param seqs gives the first seqs of all subjects up to a cut-off
   * @throws IllegalArgumentException where they do not say one
   */
  static ClosedYear read(List<LedgerEntry> parts, LongFunction<FirstSeqs> seqs) {
    LedgerEntry first = parts.get(0);
    Json.Members document = document(first);
    if (number(document, "parts").intValue() != parts.size()) {
      throw new IllegalArgumentException(
          "of " + number(document, "parts") + " parts there are " + parts.size());
    }
    Cutoff cutoff = cutoff(document);
    ClosedYearReader reader = new ClosedYearReader(seqs.apply(cutoff.seq()));
    parts.forEach(part -> items(document(part), "items").forEach(reader::take));
    return new ClosedYear(
        first.entry().fields().find(YearClosed.YEAR).orElse(0L).intValue(),
        first.entry().fields().find(YearClosed.EDITION).orElse(0L).intValue(),
        cutoff,
        number(document, "engine").intValue(),
        text(document, "head"),
        text(document, "reason"),
        text(document, "override"),
        texts(document, "overridden"),
        first.stamp().author(),
        reader.figures(),
        reader.forms());
  }

  /** The document of such an entry. */
  static Json.Members document(LedgerEntry entry) {
    if (entry.entry().fields().raw(YearClosed.DOCUMENT.name()) instanceof Json.Members document) {
      return document;
    }
    throw new IllegalArgumentException("no document");
  }

  private static Cutoff cutoff(Json.Members document) {
    try {
      return new Cutoff(
          number(document, "seq").longValueExact(), LocalDate.parse(text(document, "date")));
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("no cut-off", e);
    }
  }

  private void take(Json item) {
    if (!(item instanceof Json.Members members)) {
      throw new IllegalArgumentException("an item is no object");
    }
    if (members.get("figure") != null) {
      figures.add(members);
    } else if (members.get("set") != null) {
      sets.take(members, number(members, "set").intValue());
    } else if (members.get("row") != null) {
      rows.computeIfAbsent(text(members, "form"), key -> new ArrayList<>())
          .add(
              new ClosedForm.Row(
                  text(members, "row"), text(members, "actual"), text(members, "score")));
    } else if (members.get("form") != null) {
      forms.put(text(members, "form"), members);
    }
  }

  private List<ClosedFigure> figures() {
    return figures.stream().map(this::figure).toList();
  }

  private ClosedFigure figure(Json.Members json) {
    return new ClosedFigure(
        text(json, "figure"),
        text(json, "name"),
        measure(json.get("measure")),
        text(json, "unit"),
        text(json, "value"),
        number(json, "part"),
        number(json, "whole"),
        number(json, "tally"),
        texts(json, "marks"),
        sets.get(number(json, "part_set").intValue()),
        sets.get(number(json, "whole_set").intValue()));
  }

  private static Measure measure(@Nullable Json json) {
    try {
      return MeasureJson.read(json == null ? Json.NULL : json);
    } catch (MeasureRejectedException e) {
      throw new IllegalArgumentException(e.problem().message(), e);
    }
  }

  private List<ClosedForm> forms() {
    List<ClosedForm> list = new ArrayList<>();
    forms.forEach(
        (key, form) ->
            list.add(
                new ClosedForm(
                    key,
                    text(form, "title"),
                    text(form, "execution_rate"),
                    text(form, "total"),
                    rows.getOrDefault(key, List.of()))));
    return list;
  }

  private static List<Json> items(Json.Members json, String name) {
    if (json.get(name) instanceof Json.Items items) {
      return items.values();
    }
    throw new IllegalArgumentException("no " + name);
  }

  static String text(Json.Members json, String name) {
    if (json.get(name) instanceof Json.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException("no " + name);
  }

  private static List<String> texts(Json.Members json, String name) {
    List<String> texts = new ArrayList<>();
    for (Json item : items(json, name)) {
      if (item instanceof Json.Text text) {
        texts.add(text.value());
      }
    }
    return texts;
  }

  static BigDecimal number(Json.Members json, String name) {
    if (json.get(name) instanceof Json.Num number) {
      return number.value();
    }
    throw new IllegalArgumentException("no " + name);
  }
}
