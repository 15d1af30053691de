package cn.anxun.app.feature.statistics;

import androidx.annotation.WorkerThread;
import cn.anxun.app.feature.statistics.FigureRow.Gap;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.ui.Numbers;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.indicator.Dimension;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureRejectedException;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;

/**
 * Finds the records behind a figure: first those that it leaves open, the longest overdue first.
 */
final class FigureRecords {
  private static final String HAZARD = "hazard";
  private static final Json CLOSED = Json.of("closed");
  private static final Json RECTIFIED = Json.of("rectified");

  /** Overdue ones by days, then by deadline, those without one last. */
  private static final Comparator<FoldedRecord> MOST_URGENT =
      Comparator.comparing(FigureRecords::deadline);

  private final Statistics statistics;

  @Inject
  FigureRecords(Statistics statistics) {
    this.statistics = statistics;
  }

  LocalDate today() {
    return statistics.today();
  }

  /** The rows; none where the figure is of a label that no record has any more. */
  @WorkerThread
  List<FigureRow> list(Destination.Figure asked) {
    LedgerState state = statistics.state(new Period(asked.from(), asked.until()));
    return list(state, asked);
  }

  static List<FigureRow> list(LedgerState state, Destination.Figure asked) {
    Measure measure = measure(asked.measure());
    Figure figure = figure(state, measure, asked).orElse(null);
    if (figure == null) {
      return List.of();
    }
    Gap kind = gap(measure);
    Map<String, FoldedRecord> records = bySubject(state);
    List<FoldedRecord> gap = Numbers.isRate(figure) ? find(records, figure.gapIds()) : List.of();
    List<FoldedRecord> part = find(records, figure.partIds());
    gap.sort(MOST_URGENT);
    List<FigureRow> rows = new ArrayList<>();
    rows.add(new FigureRow.Summary(figure, gap.size(), kind));
    if (!figure.marks().isEmpty()) {
      rows.add(new FigureRow.Doubts(figure.marks()));
    }
    if (!gap.isEmpty()) {
      rows.add(new FigureRow.Heading(true, false, kind, gap.size()));
      add(rows, gap, records);
    }
    if (!part.isEmpty()) {
      rows.add(new FigureRow.Heading(false, Numbers.isRate(figure), kind, part.size()));
      add(rows, part, records);
    }
    return rows;
  }

  private static void add(
      List<FigureRow> rows, List<FoldedRecord> items, Map<String, FoldedRecord> records) {
    for (FoldedRecord item : items) {
      rows.add(new FigureRow.Item(item, siteName(item, records)));
    }
  }

  private static Measure measure(String json) {
    try {
      return MeasureJson.read(JsonText.read(json));
    } catch (JsonSyntaxException | MeasureRejectedException e) {
      // Only this app writes it, and does so by MeasureJson.
      throw new IllegalArgumentException(e);
    }
  }

  /** Empty where nothing stands under the label any more. */
  private static Optional<Figure> figure(
      LedgerState state, Measure measure, Destination.Figure asked) {
    Period period = new Period(asked.from(), asked.until());
    if (asked.field().isEmpty()) {
      return Optional.of(FigureEngine.figure(state, measure, asked.unit(), period));
    }
    Dimension dimension = new Dimension(asked.field(), asked.length());
    return Optional.ofNullable(
        FigureEngine.breakDown(state, measure, asked.unit(), period, dimension).get(asked.label()));
  }

  /** What a rate's open part is called. */
  static Gap gap(Measure measure) {
    if (!(measure instanceof Measure.Rate rate)
        || !(rate.part() instanceof Measure.Count count)
        || !count.type().equals(HAZARD)) {
      return Gap.NOT_REACHED;
    }
    List<Json> states = count.where().anyOf().getOrDefault("state", List.of());
    if (!states.contains(CLOSED)) {
      return Gap.NOT_REACHED;
    }
    return states.contains(RECTIFIED) ? Gap.NOT_RECTIFIED : Gap.NOT_CLOSED;
  }

  private static Map<String, FoldedRecord> bySubject(LedgerState state) {
    Map<String, FoldedRecord> records = new HashMap<>();
    for (List<FoldedRecord> ofType : state.records().values()) {
      for (FoldedRecord record : ofType) {
        records.put(record.subject(), record);
      }
    }
    return records;
  }

  private static List<FoldedRecord> find(Map<String, FoldedRecord> records, List<String> ids) {
    List<FoldedRecord> found = new ArrayList<>();
    for (String id : ids) {
      FoldedRecord record = records.get(id);
      if (record != null) {
        found.add(record);
      }
    }
    return found;
  }

  private static String siteName(FoldedRecord record, Map<String, FoldedRecord> records) {
    Fields fields = record.fields();
    FoldedRecord site = records.get(fields.text(RecordFields.SITE));
    return site == null ? "" : site.fields().text(SiteRegistered.NAME);
  }

  /** As text, which sorts as days do; what has none goes last. */
  private static String deadline(FoldedRecord record) {
    return record.value("current_deadline") instanceof Json.Text day ? day.value() : "9999";
  }
}
