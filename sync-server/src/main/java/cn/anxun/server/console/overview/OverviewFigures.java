package cn.anxun.server.console.overview;

import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Dimension;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.backup.BackupWarning;
import cn.anxun.server.console.ledger.LedgerQuery;
import cn.anxun.server.console.overview.Overview.Card;
import cn.anxun.server.console.overview.Overview.Cell;
import cn.anxun.server.console.overview.Overview.Heat;
import cn.anxun.server.console.overview.Overview.Row;
import cn.anxun.server.console.page.Chart;
import cn.anxun.server.console.page.Chart.Mark;
import cn.anxun.server.console.page.Chart.Series;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.PeriodBar;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.storage.BureauLedger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the overview's figures from the folded ledger, by core's engine alone. */
final class OverviewFigures {
  private static final String HAZARD = "hazard";
  private static final String RATE = "hazard.rate";
  private static final String FOUND = "hazard.stock.new";
  private static final String CLOSED = "hazard.stock.closed";
  private static final int SHOWN_LABELS = 20;
  private static final int HEATS = 4;

  /** The cards, and whether more of it is bad. */
  private static final Map<String, Boolean> CARDS = cards();

  /** Days since a hazard was found: up to so many. */
  private static final List<Integer> AGES = List.of(7, 15, 30, 90);

  private final Viewed viewed;
  private final LedgerState state;
  private final LedgerState before;
  private final Catalogue catalogue;
  private final Names names;
  private final Texts texts;

  /** A bureau that records no units is shown by streets and townships. */
  private final boolean byPlace;

  OverviewFigures(BureauLedger ledger, Viewed viewed, Texts texts) {
    this.viewed = viewed;
    this.state = viewed.state(ledger);
    this.before = viewed.yearBefore().state(ledger);
    this.catalogue = Catalogue.at(state);
    this.names = Names.at(state, texts);
    this.texts = texts;
    this.byPlace = state.list(HAZARD).stream().allMatch(hazard -> text(hazard, "unit").isEmpty());
  }

  private static Map<String, Boolean> cards() {
    Map<String, Boolean> cards = new LinkedHashMap<>();
    cards.put("hazard.found", false);
    cards.put(CLOSED, false);
    cards.put(RATE, false);
    cards.put("hazard.overdue", true);
    cards.put("hazard.review.overdue", true);
    cards.put("hazard.not-closed.major", true);
    cards.put("drill.times", false);
    cards.put("training.attendees", false);
    return cards;
  }

  Overview read(Optional<BackupWarning.Said> backup) {
    return new Overview(
        PeriodBar.of(viewed, texts),
        readCards(),
        List.of(
            byPlace
                ? rates("street", "division", Dimension.STREET)
                : rates("unit", "unit", Dimension.UNIT),
            months(),
            ages(),
            rates("industry", "industry", Dimension.INDUSTRY)),
        heat(),
        backup);
  }

  private List<Card> readCards() {
    List<Indicator> indicators = new ArrayList<>();
    CARDS.keySet().forEach(id -> catalogue.find(id).ifPresent(indicators::add));
    Map<String, Figure> now = FigureEngine.figures(state, indicators, viewed.period());
    Map<String, Figure> then =
        FigureEngine.figures(before, indicators, viewed.yearBefore().period());
    List<Card> cards = new ArrayList<>();
    for (Indicator indicator : indicators) {
      Figure figure = now.get(indicator.id());
      Figure last = then.get(indicator.id());
      if (figure != null && last != null) {
        boolean bad = CARDS.getOrDefault(indicator.id(), false) && figure.part().signum() > 0;
        cards.add(
            new Card(
                texts.text("console.card." + indicator.id()),
                figure.printed(),
                names.unit(figure.unit()),
                last.printed(),
                change(figure, last),
                bad,
                "/figures/" + indicator.id() + '?' + viewed.periodQuery()));
      }
    }
    return cards;
  }

  /** The difference of what is printed, so that it can be checked on the page. */
  private static String change(Figure now, Figure then) {
    if (!now.exact().isDefined() || !then.exact().isDefined()) {
      return "";
    }
    BigDecimal change = new BigDecimal(now.printed()).subtract(new BigDecimal(then.printed()));
    String text = change.abs().toPlainString();
    return change.signum() == 0 ? "" : (change.signum() > 0 ? "+" : "−") + text;
  }

  /** The worst first; of those alike the one with more hazards. */
  private Chart rates(String by, String field, Dimension dimension) {
    Indicator rate = catalogue.get(RATE);
    List<Map.Entry<String, Figure>> parts =
        new ArrayList<>(
            FigureEngine.breakDown(state, rate.measure(), rate.unit(), viewed.period(), dimension)
                .entrySet());
    parts.removeIf(part -> !part.getValue().exact().isDefined());
    parts.sort(
        Comparator.comparing((Map.Entry<String, Figure> part) -> part.getValue().exact())
            .thenComparing(part -> part.getValue().whole().negate()));
    List<String> labels = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (Map.Entry<String, Figure> part : parts.subList(0, Math.min(SHOWN_LABELS, parts.size()))) {
      labels.add(names.of(HAZARD, field, part.getKey()));
      marks.add(
          new Mark(
              part.getValue().printed(),
              "/figures/" + RATE + '?' + viewed.periodQuery() + by(by, part.getKey())));
    }
    return new Chart(
        Chart.Type.BARS,
        texts.text("console.overview.rate-by-" + by),
        "%",
        labels,
        List.of(new Series(names.indicator(rate), marks)));
  }

  private Chart months() {
    YearMonth last = YearMonth.from(viewed.cutoff().date());
    YearMonth first = YearMonth.from(viewed.period().from());
    if (first.plusMonths(5).isAfter(last)) {
      first = last.minusMonths(5);
    }
    List<String> labels = new ArrayList<>();
    List<Mark> found = new ArrayList<>();
    List<Mark> closed = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      Period days = new Period(month.atDay(1), month.atEndOfMonth());
      labels.add(month.toString());
      found.add(mark(FOUND, days));
      closed.add(mark(CLOSED, days));
    }
    return new Chart(
        Chart.Type.LINES,
        texts.text("console.overview.by-month"),
        names.unit("个"),
        labels,
        List.of(
            new Series(texts.text("console.overview.found"), found),
            new Series(texts.text("console.overview.closed"), closed)));
  }

  private Mark mark(String id, Period days) {
    Figure figure = FigureEngine.figure(state, catalogue.get(id), days);
    return new Mark(
        figure.printed(), "/figures/" + id + "?from=" + days.from() + "&until=" + days.until());
  }

  /** How long what is open at the cut-off has been so. */
  private Chart ages() {
    int[] counts = new int[AGES.size() + 1];
    LocalDate day = state.cutoff().date();
    for (FoldedRecord hazard : state.list(HAZARD)) {
      if (!text(hazard, "state").equals("closed")) {
        counts[bucket(ChronoUnit.DAYS.between(hazard.date(), day))]++;
      }
    }
    List<String> labels = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      int from = i == 0 ? 0 : AGES.get(i - 1) + 1;
      boolean endless = i == AGES.size();
      labels.add(
          endless
              ? texts.text("console.overview.days-over", AGES.get(i - 1))
              : texts.text("console.overview.days", from, AGES.get(i)));
      String youngest = endless ? "" : "&found_from=" + day.minusDays(AGES.get(i));
      marks.add(
          new Mark(
              Integer.toString(counts[i]),
              "/records/hazard?state=open&state=rectified&found_until="
                  + day.minusDays(from)
                  + youngest));
    }
    boolean none = Arrays.stream(counts).sum() == 0;
    return new Chart(
        Chart.Type.COLUMNS,
        texts.text("console.overview.ages"),
        names.unit("个"),
        none ? List.of() : labels,
        List.of(new Series(texts.text("console.overview.not-closed"), marks)));
  }

  private static int bucket(long days) {
    int bucket = 0;
    while (bucket < AGES.size() && days > AGES.get(bucket)) {
      bucket++;
    }
    return bucket;
  }

  private Heat heat() {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    Set<String> industries = new LinkedHashSet<>();
    int most = 0;
    for (FoldedRecord hazard : state.list(HAZARD)) {
      if (viewed.period().contains(hazard.date())) {
        String industry = text(hazard, "industry");
        industries.add(industry);
        int count =
            counts
                .computeIfAbsent(place(hazard), place -> new LinkedHashMap<>())
                .merge(industry, 1, Integer::sum);
        most = Math.max(most, count);
      }
    }
    List<String> across = new ArrayList<>(industries);
    across.sort(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()));
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, Map<String, Integer>> unit : counts.entrySet()) {
      List<Cell> cells = new ArrayList<>();
      for (String industry : across) {
        int count = unit.getValue().getOrDefault(industry, 0);
        cells.add(
            new Cell(
                count == 0 ? "" : Integer.toString(count),
                (count * HEATS + most - 1) / Math.max(1, most),
                "/records/hazard?"
                    + viewed.periodQuery()
                    + filter(byPlace ? "division" : "unit", orNone(unit.getKey()))
                    + filter("industry", orNone(industry))));
      }
      rows.add(new Row(names.of(HAZARD, byPlace ? "division" : "unit", unit.getKey()), cells));
    }
    return new Heat(
        across.stream().map(industry -> names.of(HAZARD, "industry", industry)).toList(), rows);
  }

  private String place(FoldedRecord hazard) {
    String division = text(hazard, "division");
    return byPlace
        ? division.substring(0, Math.min(Divisions.STREET_DIGITS, division.length()))
        : text(hazard, "unit");
  }

  private static String orNone(String value) {
    return value.isEmpty() ? LedgerQuery.NONE : value;
  }

  private static String text(FoldedRecord record, String field) {
    return record.value(field) instanceof Json.Text text ? text.value() : "";
  }

  private static String by(String field, String label) {
    return "&by=" + field + filter("label", label);
  }

  private static String filter(String name, String value) {
    return '&' + name + '=' + Links.encoded(value);
  }
}
