package cn.anxun.core.indicator;

import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.Resources;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The national monthly table of hazards by industry (隐患排查治理情况统计月报表). Rates have one decimal, funds
 * are in 万元. 列入治理计划 are the major hazards not yet closed: each must have a plan (五落实) by law. The
 * total is counted afresh over the whole ledger and its rates recomputed from its sums, never
 * averaged; a site visited for two industries counts once in it.
 *
 * @param columns in the order they are printed; each row has a figure for each
 * @param rows one for each industry at the top of the bureau's list, sub-industries added to it;
 *     then industries the list lacks, then what has none, under ""
 */
public record MonthlyTable(List<Indicator> columns, List<Row> rows, List<Figure> total) {
  private static final int RATE_DECIMALS = 1;
  private static final List<Indicator> COLUMNS = readColumns();

  /** The figures of one industry. */
  public record Row(String industry, List<Figure> cells) {
    public Row {
      cells = Collections.unmodifiableList(new ArrayList<>(cells));
    }
  }

  public MonthlyTable {
    columns = Collections.unmodifiableList(new ArrayList<>(columns));
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
    total = Collections.unmodifiableList(new ArrayList<>(total));
  }

  /** The table for a period: a month, or from the year's start to a month's end. */
  public static MonthlyTable of(LedgerState state, Period period) {
    CodeList industries = CodeLists.at(state).get("industry");
    List<Map<String, Figure>> byColumn = new ArrayList<>();
    Set<String> found = new TreeSet<>(FigureEngine.UNSET_LAST);
    Map<String, String> tops = new HashMap<>();
    for (Indicator column : COLUMNS) {
      Map<String, Figure> figures =
          FigureEngine.breakDown(
              state,
              column,
              period,
              Dimension.INDUSTRY,
              industry -> tops.computeIfAbsent(industry, industries::top));
      byColumn.add(figures);
      found.addAll(figures.keySet());
    }
    Set<String> printed = new LinkedHashSet<>();
    for (CodeList.Item item : industries.listOffered()) {
      printed.add(industries.top(item.value()));
    }
    printed.addAll(found);
    List<Figure> nothing = figures(empty(state), period);
    List<Row> rows = new ArrayList<>();
    for (String industry : printed) {
      List<Figure> cells = new ArrayList<>();
      for (int i = 0; i < COLUMNS.size(); i++) {
        Figure figure = byColumn.get(i).get(industry);
        cells.add(figure == null ? nothing.get(i) : asPrinted(figure));
      }
      rows.add(new Row(industry, cells));
    }
    return new MonthlyTable(COLUMNS, rows, figures(state, period));
  }

  private static List<Figure> figures(LedgerState state, Period period) {
    List<Figure> figures = new ArrayList<>();
    for (Figure figure : FigureEngine.figures(state, COLUMNS, period).values()) {
      figures.add(asPrinted(figure));
    }
    return figures;
  }

  private static Figure asPrinted(Figure figure) {
    return figure.unit().equals("%") ? figure.withScale(RATE_DECIMALS) : figure;
  }

  private static LedgerState empty(LedgerState state) {
    return new LedgerState(state.cutoff(), Map.of(), Map.of(), Map.of(), List.of(), state.marks());
  }

  private static List<Indicator> readColumns() {
    List<DocumentProblem> problems = new ArrayList<>();
    List<Indicator> columns =
        Catalogue.read(
            Resources.json("/cn/anxun/core/indicator/monthly-table.json"),
            MeasureVocabulary.standard(),
            problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the shipped monthly table is wrong: " + problems);
    }
    return columns;
  }
}
