package cn.anxun.app.feature.statistics;

import cn.anxun.app.chart.ChartMark;
import cn.anxun.app.feature.statistics.Overview.Answer;
import cn.anxun.app.feature.statistics.Overview.Goal;
import cn.anxun.app.feature.statistics.Overview.Month;
import cn.anxun.app.feature.statistics.Overview.Part;
import cn.anxun.app.feature.statistics.Overview.StateShare;
import cn.anxun.app.navigation.Destination;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.JsonText;

/** Where each part of an overview leads: to the records behind it. */
final class Questions {
  private static final String FOUND = "hazard.stock.new";
  private static final String CLOSED = "hazard.stock.closed";

  Destination of(Answer answer, String title) {
    return whole(
        title, answer.indicator().measure(), answer.figure().unit(), answer.figure().period());
  }

  Destination of(Part part, String title) {
    Figure figure = part.figure();
    return new Destination.Figure(
        title,
        json(part.indicator().measure()),
        figure.unit(),
        figure.period().from(),
        figure.period().until(),
        part.dimension().field(),
        part.dimension().length(),
        part.label());
  }

  Destination of(Month month, boolean closed, String title) {
    Figure figure = closed ? month.closed() : month.found();
    Measure measure = Catalogue.standard().get(closed ? CLOSED : FOUND).measure();
    return whole(title, measure, figure.unit(), figure.period());
  }

  Destination of(Overview overview, StateShare share, ChartMark slice) {
    return whole(slice.label(), share.measure(), share.figure().unit(), overview.span().period());
  }

  Destination of(Goal goal) {
    return whole(goal.name(), goal.measure(), goal.figure().unit(), goal.figure().period());
  }

  private static Destination whole(String title, Measure measure, String unit, Period period) {
    return new Destination.Figure(
        title, json(measure), unit, period.from(), period.until(), "", 0, "");
  }

  private static String json(Measure measure) {
    return JsonText.write(MeasureJson.write(measure));
  }
}
