package cn.anxun.app.chart;

import android.content.Context;
import android.view.View;
import android.view.ViewGroup;
import androidx.core.content.ContextCompat;
import cn.anxun.app.R;
import com.github.mikephil.charting.charts.BarLineChartBase;
import com.github.mikephil.charting.charts.Chart;
import com.github.mikephil.charting.charts.HorizontalBarChart;
import com.github.mikephil.charting.charts.PieChart;
import com.github.mikephil.charting.components.AxisBase;
import com.github.mikephil.charting.components.Legend;
import com.github.mikephil.charting.components.XAxis;
import com.github.mikephil.charting.components.YAxis;
import com.github.mikephil.charting.data.BarData;
import com.github.mikephil.charting.data.BarDataSet;
import com.github.mikephil.charting.data.BarEntry;
import com.github.mikephil.charting.data.Entry;
import com.github.mikephil.charting.data.LineData;
import com.github.mikephil.charting.data.LineDataSet;
import com.github.mikephil.charting.data.PieData;
import com.github.mikephil.charting.data.PieDataSet;
import com.github.mikephil.charting.data.PieEntry;
import com.github.mikephil.charting.highlight.Highlight;
import com.github.mikephil.charting.interfaces.datasets.ILineDataSet;
import com.github.mikephil.charting.listener.OnChartValueSelectedListener;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;

/** Draws with MPAndroidChart. What the eye sees is said below each chart in rows. */
public final class LibraryCharts implements Charts {
  private static final float TEXT_DP = 13;
  private static final float ROW_DP = 56;
  private static final float PLOT_DP = 240;
  private static final float BAR_BREADTH = 0.45f;

  @Inject
  LibraryCharts() {}

  @Override
  public View bars(Context context, BarChart chart, MarkListener listener) {
    HorizontalBarChart view = new HorizontalBarChart(context);
    int last = chart.bars().size() - 1;
    // Its bars go up from the bottom; ours go down from the top.
    List<BarEntry> entries = new ArrayList<>();
    List<Integer> colors = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int place = 0; place <= last; place++) {
      ChartMark bar = chart.bars().get(last - place);
      entries.add(new BarEntry(place, (float) bar.value(), bar.text()));
      colors.add(bar.tone().color(context));
      labels.add(bar.label());
    }
    BarDataSet set = new BarDataSet(entries, chart.title());
    set.setColors(colors);
    set.setValueFormatter(new WrittenValues());
    set.setValueTextSize(textSize(context));
    set.setValueTextColor(color(context, R.color.on_surface));
    BarData data = new BarData(set);
    data.setBarWidth(BAR_BREADTH);
    prepare(context, view, chart.title());
    // The values stand inside the bars' ends, where there is room for them.
    view.setDrawValueAboveBar(true);
    axes(view, context, labels, chart.full());
    view.getAxisLeft().setAxisMaximum((float) (chart.full() * 1.7));
    view.getAxisLeft().setEnabled(false);
    view.getXAxis().setDrawGridLines(false);
    view.setFitBars(true);
    view.setData(data);
    listen(view, (line, index) -> listener.onMark(0, last - index));
    height(view, Math.max(1, last + 1) * ROW_DP * fontScale(context) + ROW_DP / 2);
    return view;
  }

  @Override
  public View lines(Context context, LineChart chart, MarkListener listener) {
    com.github.mikephil.charting.charts.LineChart view =
        new com.github.mikephil.charting.charts.LineChart(context);
    List<ILineDataSet> sets = new ArrayList<>();
    for (LineChart.Line line : chart.lines()) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < line.points().size(); i++) {
        entries.add(new Entry(i, (float) line.points().get(i).value()));
      }
      LineDataSet set = new LineDataSet(entries, line.name());
      int color = line.tone().color(context);
      set.setColor(color);
      set.setCircleColor(color);
      set.setLineWidth(3);
      set.setCircleRadius(5);
      // The first is told by full points, the others by hollow ones.
      set.setDrawCircleHole(!sets.isEmpty());
      set.setCircleHoleColor(color(context, R.color.surface));
      set.setDrawValues(false);
      set.setDrawHighlightIndicators(false);
      sets.add(set);
    }
    prepare(context, view, chart.title());
    Legend legend = view.getLegend();
    legend.setEnabled(true);
    legend.setTextSize(textSize(context));
    legend.setTextColor(color(context, R.color.on_surface));
    legend.setVerticalAlignment(Legend.LegendVerticalAlignment.TOP);
    legend.setForm(Legend.LegendForm.LINE);
    axes(view, context, chart.labels(), chart.highest());
    view.getAxisLeft().setGranularity(1);
    view.setData(new LineData(sets));
    listen(view, listener);
    height(view, PLOT_DP);
    return view;
  }

  @Override
  public View ring(Context context, RingChart chart, MarkListener listener) {
    PieChart view = new PieChart(context);
    List<PieEntry> entries = new ArrayList<>();
    List<Integer> colors = new ArrayList<>();
    for (int i = 0; i < chart.slices().size(); i++) {
      ChartMark slice = chart.slices().get(i);
      if (slice.value() > 0) {
        entries.add(new PieEntry((float) slice.value(), "", i));
        colors.add(slice.tone().color(context));
      }
    }
    PieDataSet set = new PieDataSet(entries, chart.title());
    set.setColors(colors);
    set.setDrawValues(false);
    set.setSliceSpace(2);
    prepare(context, view, chart.title());
    view.setRotationEnabled(false);
    view.setHoleRadius(66);
    view.setTransparentCircleRadius(66);
    view.setHoleColor(color(context, R.color.surface));
    view.setCenterText(chart.centre());
    view.setCenterTextSize(24);
    view.setCenterTextColor(color(context, R.color.on_surface));
    view.setData(new PieData(set));
    listen(
        view,
        (line, index) -> {
          Object slice = entries.get(index).getData();
          if (slice instanceof Integer place) {
            listener.onMark(0, place);
          }
        });
    height(view, PLOT_DP);
    return view;
  }

  private static void prepare(Context context, Chart<?> view, String title) {
    view.setContentDescription(title);
    view.getDescription().setEnabled(false);
    view.getLegend().setEnabled(false);
    view.setNoDataTextColor(color(context, R.color.on_surface_muted));
    if (view instanceof BarLineChartBase<?> plot) {
      // The screen scrolls, not the chart within it.
      plot.setDragEnabled(false);
      plot.setScaleEnabled(false);
      plot.setDoubleTapToZoomEnabled(false);
      plot.setMinOffset(8);
    }
  }

  private static void axes(
      BarLineChartBase<?> view, Context context, List<String> labels, double highest) {
    XAxis across = view.getXAxis();
    across.setPosition(XAxis.XAxisPosition.BOTTOM);
    across.setGranularity(1);
    across.setLabelCount(labels.size());
    across.setDrawGridLines(false);
    across.setValueFormatter(new NamedPlaces(labels));
    view.setExtraBottomOffset(8);
    YAxis left = view.getAxisLeft();
    left.setAxisMinimum(0);
    left.setAxisMaximum((float) (highest * 1.1));
    view.getAxisRight().setEnabled(false);
    view.getAxisRight().setAxisMinimum(0);
    for (AxisBase axis : List.<AxisBase>of(across, left)) {
      axis.setTextSize(textSize(context));
      axis.setTextColor(color(context, R.color.on_surface));
      axis.setGridColor(color(context, R.color.outline_soft));
    }
  }

  private static void listen(Chart<?> view, MarkListener listener) {
    view.setOnChartValueSelectedListener(
        new OnChartValueSelectedListener() {
          @Override
          public void onValueSelected(Entry entry, Highlight highlight) {
            listener.onMark(highlight.getDataSetIndex(), Math.round(highlight.getX()));
            // So that a second tap on the same mark is heard again.
            view.highlightValues(null);
          }

          @Override
          public void onNothingSelected() {}
        });
  }

  private static void height(View view, float dp) {
    float density = view.getResources().getDisplayMetrics().density;
    view.setLayoutParams(
        new ViewGroup.LayoutParams(ViewGroup.LayoutParams.MATCH_PARENT, Math.round(dp * density)));
  }

  private static float textSize(Context context) {
    return TEXT_DP * fontScale(context);
  }

  private static float fontScale(Context context) {
    return context.getResources().getConfiguration().fontScale;
  }

  private static int color(Context context, int id) {
    return ContextCompat.getColor(context, id);
  }
}
