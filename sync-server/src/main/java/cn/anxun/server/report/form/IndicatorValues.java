package cn.anxun.server.report.form;

import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.report.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bureau's indicators say of a year, by name, to stand in files and reports beside a form's
 * own values: {@code indicator.<name>.<part>}, the parts being {@code name actual value part
 * whole}; {@code actual} is with its unit, {@code value} without. Part and whole are a rate's.
 */
public final class IndicatorValues {
  private IndicatorValues() {}

  /** The values of all indicators, in the order of the catalogue. */
  public static Map<String, Value> of(LedgerState state, int year) {
    List<Indicator> indicators = Catalogue.at(state).list();
    Map<String, Figure> figures = FigureEngine.figures(state, indicators, Period.year(year));
    Map<String, Value> values = new LinkedHashMap<>();
    for (Indicator indicator : indicators) {
      Figure figure = figures.get(indicator.id());
      if (figure != null) {
        put(values, "indicator." + indicator.name() + ".", indicator.name(), figure);
      }
    }
    return values;
  }

  private static void put(Map<String, Value> values, String key, String name, Figure figure) {
    boolean isRate = figure.unit().equals("%");
    boolean isNumber = figure.exact().isDefined();
    String printed = figure.printed();
    values.putIfAbsent(key + "name", Value.of(name));
    values.putIfAbsent(
        key + "actual",
        Value.measured(printed, isNumber ? printed + figure.unit() : printed, isRate));
    values.putIfAbsent(key + "value", Value.measured(printed, printed, isRate));
    if (isRate) {
      values.putIfAbsent(key + "part", Value.of(figure.part()));
      values.putIfAbsent(key + "whole", Value.of(figure.whole()));
    }
  }
}
