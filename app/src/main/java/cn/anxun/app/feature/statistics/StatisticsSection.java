package cn.anxun.app.feature.statistics;

import android.content.Context;
import android.content.res.ColorStateList;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.annotation.LayoutRes;
import cn.anxun.app.R;
import cn.anxun.app.chart.ChartMark;
import cn.anxun.app.navigation.Destination;
import java.util.function.Consumer;

/** A heading, its chart, and the same as rows of text, each of which opens its records. */
final class StatisticsSection {
  private final Context context;
  private final ViewGroup chart;
  private final ViewGroup rows;
  private final TextView toggle;
  private final Consumer<Destination> opened;

  /** Adds itself to what is there. */
  StatisticsSection(ViewGroup into, String title, Consumer<Destination> opened) {
    this.context = into.getContext();
    this.opened = opened;
    View root = inflate(R.layout.statistics_section, into);
    chart = root.findViewById(R.id.statistics_chart);
    rows = root.findViewById(R.id.statistics_rows);
    toggle = root.findViewById(R.id.statistics_text);
    toggle.setVisibility(View.GONE);
    text(root, R.id.statistics_heading, title);
    into.addView(root);
  }

  void draw(View drawn) {
    chart.addView(drawn);
  }

  void addRate(String name, String value, String formula, String doubt, Destination destination) {
    View card = inflate(R.layout.statistics_rate, rows);
    text(card, R.id.statistics_rate_name, name);
    text(card, R.id.statistics_rate_value, value);
    text(card, R.id.statistics_rate_formula, formula);
    text(card, R.id.statistics_rate_doubt, doubt);
    add(card, destination);
  }

  /** What a mark of the chart says, with its colour. */
  void addRow(ChartMark mark, Destination destination) {
    View row = row(mark.label(), "", mark.text(), "");
    View tone = row.findViewById(R.id.statistics_row_tone);
    tone.setVisibility(View.VISIBLE);
    tone.setBackgroundResource(R.drawable.statistics_tone);
    tone.setBackgroundTintList(ColorStateList.valueOf(mark.tone().color(context)));
    add(row, destination);
  }

  void addRow(String name, String detail, String value, String doubt, Destination destination) {
    add(row(name, detail, value, doubt), destination);
  }

  private View row(String name, String detail, String value, String doubt) {
    View row = inflate(R.layout.statistics_row, rows);
    row.findViewById(R.id.statistics_row_tone).setVisibility(View.GONE);
    text(row, R.id.statistics_row_name, name);
    text(row, R.id.statistics_row_detail, detail);
    text(row, R.id.statistics_row_doubt, doubt);
    text(row, R.id.statistics_row_value, value);
    return row;
  }

  private void add(View row, Destination destination) {
    row.setOnClickListener(tap -> opened.accept(destination));
    rows.addView(row);
    rows.setVisibility(View.VISIBLE);
  }

  /** Hides the rows until somebody asks for them: the chart says the same. */
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

  private View inflate(@LayoutRes int layout, ViewGroup parent) {
    return LayoutInflater.from(context).inflate(layout, parent, false);
  }

  private static void text(View in, int id, String text) {
    TextView view = in.findViewById(id);
    view.setText(text);
    view.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
  }
}
