package cn.anxun.app.feature.statistics;

import android.content.Context;
import android.content.res.ColorStateList;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.LinearLayout;
import android.widget.TextView;
import androidx.annotation.LayoutRes;
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
  private final Navigator navigator;
  private final Questions questions = new Questions();

  StatisticsSections(LinearLayout into, Charts charts, Navigator navigator) {
    this.into = into;
    this.context = into.getContext();
    this.charts = charts;
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
    Section section = section(context.getString(R.string.statistics_rates));
    for (Answer rate : overview.rates()) {
      View card = inflate(R.layout.statistics_rate, section.rows);
      text(card, R.id.statistics_rate_name, rate.indicator().name());
      text(card, R.id.statistics_rate_value, Numbers.of(rate.figure()));
      text(
          card,
          R.id.statistics_rate_formula,
          context.getString(
              R.string.statistics_and, Phrases.formula(context, rate.figure()), gap(rate)));
      text(card, R.id.statistics_rate_doubt, Phrases.doubt(context, rate.figure()));
      opens(card, questions.of(rate));
      section.rows.addView(card);
    }
    section.rows.setVisibility(View.VISIBLE);
  }

  private String gap(Answer rate) {
    int open = rate.figure().gapIds().size();
    return Phrases.gap(context, FigureRecords.gap(rate.indicator().measure()), open);
  }

  private void showUnits(Overview overview) {
    if (overview.units().isEmpty()) {
      return;
    }
    Section section = section(context.getString(R.string.statistics_units));
    List<ChartMark> bars = new ArrayList<>();
    for (Part unit : overview.units()) {
      bars.add(bar(unit));
    }
    section.chart.addView(
        charts.bars(
            context,
            new BarChart(context.getString(R.string.statistics_units), bars, RATE_FULL),
            (line, index) -> open(questions.of(overview.units().get(index)))));
    for (int i = 0; i < bars.size(); i++) {
      row(section, bars.get(i), questions.of(overview.units().get(i)));
    }
    section.hideRows();
  }

  private ChartMark bar(Part unit) {
    Figure rate = unit.figure();
    String label =
        unit.label().isEmpty() ? context.getString(R.string.statistics_no_unit) : unit.label();
    String value =
        context.getString(
            R.string.statistics_unit_value,
            Numbers.value(rate),
            Numbers.grouped(rate.part()),
            Numbers.grouped(rate.whole()));
    return new ChartMark(label, rate.exact().rounded(2).doubleValue(), value, Tone.PLAIN);
  }

  private void showMonths(Overview overview) {
    Section section = section(context.getString(R.string.statistics_months));
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
    section.chart.addView(
        charts.lines(
            context,
            chart,
            (line, index) ->
                open(questions.of(overview.months().get(index), line > 0, name(chart, line)))));
    for (int i = 0; i < labels.size(); i++) {
      for (int line = 0; line < chart.lines().size(); line++) {
        ChartMark point = chart.lines().get(line).points().get(i);
        row(
            section,
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

  private static ChartMark point(String label, Figure figure, Tone tone) {
    return new ChartMark(label, figure.part().doubleValue(), Numbers.of(figure), tone);
  }

  private void showStates(Overview overview) {
    if (overview.states().isEmpty()) {
      return;
    }
    String title = context.getString(R.string.statistics_states);
    Section section = section(title);
    List<ChartMark> slices = new ArrayList<>();
    long total = 0;
    for (StateShare share : overview.states()) {
      total += share.figure().part().longValue();
      slices.add(
          new ChartMark(
              Phrases.standing(context, share.standing()),
              share.figure().part().doubleValue(),
              Numbers.of(share.figure()),
              tone(share.standing())));
    }
    section.chart.addView(
        charts.ring(
            context,
            new RingChart(title, Numbers.grouped(total), slices),
            (line, index) ->
                open(questions.of(overview, overview.states().get(index), slices.get(index)))));
    for (int i = 0; i < slices.size(); i++) {
      row(section, slices.get(i), questions.of(overview, overview.states().get(i), slices.get(i)));
    }
    section.rows.setVisibility(View.VISIBLE);
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
    Section section = section(context.getString(R.string.statistics_goals, year));
    for (Goal goal : overview.goals()) {
      View row =
          row(
              section,
              goal.name(),
              goal.completion().isEmpty() || goal.completion().equals("/")
                  ? context.getString(R.string.statistics_goal_detail, goal.target())
                  : context.getString(
                      R.string.statistics_goal_completion, goal.target(), goal.completion()),
              goal.actual(),
              questions.of(goal));
      text(row, R.id.statistics_row_doubt, Phrases.doubt(context, goal.figure()));
    }
    section.rows.setVisibility(View.VISIBLE);
  }

  private void showCounts(Overview overview) {
    if (overview.counts().isEmpty()) {
      return;
    }
    Section section = section(context.getString(R.string.statistics_counts));
    for (Answer count : overview.counts()) {
      View row =
          row(
              section,
              count.indicator().name(),
              Phrases.split(context, count.figure()),
              Numbers.of(count.figure()),
              questions.of(count));
      text(row, R.id.statistics_row_doubt, Phrases.doubt(context, count.figure()));
    }
    section.rows.setVisibility(View.VISIBLE);
  }

  private Section section(String title) {
    Section section = new Section(inflate(R.layout.statistics_section, into));
    text(section.root, R.id.statistics_heading, title);
    into.addView(section.root);
    return section;
  }

  private void row(Section section, ChartMark mark, Destination destination) {
    View row = row(section, mark.label(), "", mark.text(), destination);
    View tone = row.findViewById(R.id.statistics_row_tone);
    tone.setVisibility(View.VISIBLE);
    tone.setBackgroundResource(R.drawable.statistics_tone);
    tone.setBackgroundTintList(ColorStateList.valueOf(mark.tone().color(context)));
  }

  private View row(
      Section section, String name, String detail, String value, Destination destination) {
    View row = inflate(R.layout.statistics_row, section.rows);
    row.findViewById(R.id.statistics_row_tone).setVisibility(View.GONE);
    text(row, R.id.statistics_row_name, name);
    text(row, R.id.statistics_row_detail, detail);
    text(row, R.id.statistics_row_doubt, "");
    text(row, R.id.statistics_row_value, value);
    opens(row, destination);
    section.rows.addView(row);
    return row;
  }

  private void opens(View view, Destination destination) {
    view.setOnClickListener(tap -> open(destination));
  }

  private void open(Destination destination) {
    navigator.open(destination);
  }

  private View inflate(@LayoutRes int layout, ViewGroup parent) {
    return LayoutInflater.from(context).inflate(layout, parent, false);
  }

  private static void text(View in, int id, String text) {
    TextView view = in.findViewById(id);
    view.setText(text);
    view.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
  }

  /** A heading, its chart, and the same as text. */
  private static final class Section {
    private final View root;
    private final ViewGroup chart;
    private final ViewGroup rows;
    private final TextView toggle;

    Section(View root) {
      this.root = root;
      this.chart = root.findViewById(R.id.statistics_chart);
      this.rows = root.findViewById(R.id.statistics_rows);
      this.toggle = root.findViewById(R.id.statistics_text);
      toggle.setVisibility(View.GONE);
    }

    /** Until somebody asks for them: the chart says the same. */
    void hideRows() {
      rows.setVisibility(View.GONE);
      toggle.setVisibility(View.VISIBLE);
      toggle.setOnClickListener(
          tap -> {
            boolean shown = rows.getVisibility() == View.VISIBLE;
            rows.setVisibility(shown ? View.GONE : View.VISIBLE);
            toggle.setText(shown ? R.string.statistics_as_text : R.string.statistics_as_chart);
          });
    }
  }
}
