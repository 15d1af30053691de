package cn.anxun.app.feature.statistics;

import android.content.Context;
import android.widget.LinearLayout;
import cn.anxun.app.R;
import cn.anxun.app.chart.BarChart;
import cn.anxun.app.chart.ChartMark;
import cn.anxun.app.chart.Charts;
import cn.anxun.app.chart.LineChart;
import cn.anxun.app.chart.RingChart;
import cn.anxun.app.chart.Tone;
import cn.anxun.app.feature.statistics.Overview.Answer;
import cn.anxun.app.feature.statistics.Overview.Goal;
import cn.anxun.app.feature.statistics.Overview.HazardStanding;
import cn.anxun.app.feature.statistics.Overview.Month;
import cn.anxun.app.feature.statistics.Overview.Part;
import cn.anxun.app.feature.statistics.Overview.StateShare;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.record.Names;
import cn.anxun.app.ui.Labels;
import cn.anxun.app.ui.Numbers;
import cn.anxun.core.indicator.Figure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows an overview as headings, charts and rows, each of which opens its records. */
final class StatisticsSections {
  private static final double RATE_FULL = 100;

  private final LinearLayout into;
  private final Context context;
  private final Charts charts;
  private final Names names;
  private final Navigator navigator;
  private final Questions questions = new Questions();

  StatisticsSections(LinearLayout into, Charts charts, Names names, Navigator navigator) {
    this.into = into;
    this.context = into.getContext();
    this.charts = charts;
    this.names = names;
    this.navigator = navigator;
  }

  void show(@Nullable Overview overview) {
    into.removeAllViews();
    if (overview == null || overview.isEmpty()) {
      return;
    }
    showRates(overview);
    showUnits(overview);
    showMonths(overview);
    showStates(overview);
    showGoals(overview);
    showCounts(overview);
  }

  private void showRates(Overview overview) {
    if (overview.rates().isEmpty()) {
      return;
    }
    StatisticsSection section = section(context.getString(R.string.statistics_rates));
    for (Answer rate : overview.rates()) {
      section.addRate(
          Labels.indicator(context, rate.indicator()),
          Numbers.of(context, rate.figure()),
          context.getString(
              R.string.statistics_and, Phrases.formula(context, rate.figure()), gap(rate)),
          Phrases.doubt(context, rate.figure()),
          questions.of(rate, Labels.indicator(context, rate.indicator())));
    }
  }

  private String gap(Answer rate) {
    int open = rate.figure().gapIds().size();
    return Phrases.gap(context, FigureRecords.gap(rate.indicator().measure()), open);
  }

  private void showUnits(Overview overview) {
    if (overview.units().isEmpty()) {
      return;
    }
    StatisticsSection section = section(context.getString(R.string.statistics_units));
    List<ChartMark> bars = new ArrayList<>();
    for (Part unit : overview.units()) {
      bars.add(bar(unit));
    }
    section.draw(
        charts.bars(
            context,
            new BarChart(context.getString(R.string.statistics_units), bars, RATE_FULL),
            (line, index) -> navigator.open(question(overview.units().get(index)))));
    for (int i = 0; i < bars.size(); i++) {
      section.addRow(bars.get(i), question(overview.units().get(i)));
    }
    section.hideRows();
  }

  private Destination question(Part unit) {
    String title = names.unit(unit.label()) + ' ' + Labels.indicator(context, unit.indicator());
    return questions.of(unit, title.trim());
  }

  private ChartMark bar(Part unit) {
    Figure rate = unit.figure();
    String label =
        unit.label().isEmpty()
            ? context.getString(R.string.statistics_no_unit)
            : names.unit(unit.label());
    String value =
        context.getString(
            R.string.statistics_unit_value,
            Numbers.value(rate),
            Numbers.grouped(rate.part()),
            Numbers.grouped(rate.whole()));
    return new ChartMark(label, rate.exact().rounded(2).doubleValue(), value, Tone.PLAIN);
  }

  private void showMonths(Overview overview) {
    StatisticsSection section = section(context.getString(R.string.statistics_months));
    List<String> labels = new ArrayList<>();
    List<ChartMark> found = new ArrayList<>();
    List<ChartMark> closed = new ArrayList<>();
    for (Month month : overview.months()) {
      labels.add(context.getString(R.string.statistics_month_label, month.month().getMonthValue()));
      String name = Phrases.span(context, Span.of(Span.Length.MONTH, month.month().atDay(1)));
      found.add(point(name, month.found(), Tone.PLAIN));
      closed.add(point(name, month.closed(), Tone.SECOND));
    }
    LineChart chart =
        new LineChart(
            context.getString(R.string.statistics_months),
            labels,
            List.of(
                new LineChart.Line(context.getString(R.string.statistics_found), Tone.PLAIN, found),
                new LineChart.Line(
                    context.getString(R.string.statistics_closed), Tone.SECOND, closed)));
    section.draw(
        charts.lines(
            context,
            chart,
            (line, index) ->
                navigator.open(
                    questions.of(overview.months().get(index), line > 0, name(chart, line)))));
    for (int i = 0; i < labels.size(); i++) {
      for (int line = 0; line < chart.lines().size(); line++) {
        ChartMark point = chart.lines().get(line).points().get(i);
        section.addRow(
            new ChartMark(
                point.label() + ' ' + name(chart, line), point.value(), point.text(), point.tone()),
            questions.of(overview.months().get(i), line > 0, name(chart, line)));
      }
    }
    section.hideRows();
  }

  private static String name(LineChart chart, int line) {
    return chart.lines().get(line).name();
  }

  private ChartMark point(String label, Figure figure, Tone tone) {
    return new ChartMark(label, figure.part().doubleValue(), Numbers.of(context, figure), tone);
  }

  private void showStates(Overview overview) {
    if (overview.states().isEmpty()) {
      return;
    }
    String title = context.getString(R.string.statistics_states);
    StatisticsSection section = section(title);
    List<ChartMark> slices = new ArrayList<>();
    long total = 0;
    for (StateShare share : overview.states()) {
      total += share.figure().part().longValue();
      slices.add(
          new ChartMark(
              Phrases.standing(context, share.standing()),
              share.figure().part().doubleValue(),
              Numbers.of(context, share.figure()),
              tone(share.standing())));
    }
    section.draw(
        charts.ring(
            context,
            new RingChart(title, Numbers.grouped(total), slices),
            (line, index) ->
                navigator.open(
                    questions.of(overview, overview.states().get(index), slices.get(index)))));
    for (int i = 0; i < slices.size(); i++) {
      section.addRow(
          slices.get(i), questions.of(overview, overview.states().get(i), slices.get(i)));
    }
  }

  private static Tone tone(HazardStanding standing) {
    return switch (standing) {
      case CLOSED -> Tone.GOOD;
      case RECTIFIED -> Tone.PLAIN;
      case OPEN -> Tone.WAITING;
      case OVERDUE -> Tone.DANGER;
    };
  }

  private void showGoals(Overview overview) {
    if (overview.goals().isEmpty()) {
      return;
    }
    int year = overview.span().period().until().getYear();
    StatisticsSection section = section(context.getString(R.string.statistics_goals, year));
    for (Goal goal : overview.goals()) {
      section.addRow(
          goal.name(),
          goal.completion().isEmpty() || goal.completion().equals("/")
              ? context.getString(R.string.statistics_goal_detail, goal.target())
              : context.getString(
                  R.string.statistics_goal_completion, goal.target(), goal.completion()),
          goal.actual(),
          Phrases.doubt(context, goal.figure()),
          questions.of(goal));
    }
  }

  private void showCounts(Overview overview) {
    if (overview.counts().isEmpty()) {
      return;
    }
    StatisticsSection section = section(context.getString(R.string.statistics_counts));
    for (Answer count : overview.counts()) {
      section.addRow(
          Labels.indicator(context, count.indicator()),
          Phrases.split(context, count.figure()),
          Numbers.of(context, count.figure()),
          Phrases.doubt(context, count.figure()),
          questions.of(count, Labels.indicator(context, count.indicator())));
    }
  }

  private StatisticsSection section(String title) {
    return new StatisticsSection(into, title, navigator::open);
  }
}
