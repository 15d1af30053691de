package cn.anxun.server.http.v1;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.Mark;
import cn.anxun.server.yearend.ClosedFigure;
import cn.anxun.server.yearend.ClosedYear;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Figures, periods and cut-offs as the API says them. */
final class FigureJson {
  private FigureJson() {}

  /**
   * The figure; {@code value} as a form prints it, the amounts exact.
   *
   * @param closed the edition at whose cut-off the figure answers; what it signed stands beside
   */
  static Json.MembersBuilder figure(
      Indicator indicator, Figure figure, Optional<ClosedYear> closed) {
    return Json.members()
        .put("id", indicator.id())
        .put("name", indicator.name())
        .put("unit", figure.unit())
        .put("direction", indicator.direction().name().toLowerCase(Locale.ROOT))
        .put("value", figure.printed())
        .put(
            "signed",
            closed.flatMap(year -> year.find(indicator.id())).map(ClosedFigure::value).orElse(null))
        .put("part", Json.of(figure.part()))
        .put("whole", Json.of(figure.whole()))
        .put("fromLedger", Json.of(figure.fromLedger()))
        .put("fromTally", Json.of(figure.fromTally()))
        .put("records", figure.partIds().size())
        .put("marks", marks(figure.marks()));
  }

  static Json closed(ClosedYear closed) {
    return Json.members()
        .put("edition", closed.edition())
        .put("reason", closed.reason())
        .put("signedBy", closed.signedBy())
        .put("engine", closed.engine())
        .build();
  }

  static Json period(Period period) {
    return Json.members()
        .put("from", period.from().toString())
        .put("until", period.until().toString())
        .build();
  }

  static Json cutoff(Cutoff cutoff) {
    return Json.members().put("seq", cutoff.seq()).put("date", cutoff.date().toString()).build();
  }

  static Json marks(Set<Mark> marks) {
    List<String> names = new ArrayList<>();
    for (Mark mark : marks) {
      names.add(mark.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return Json.texts(names);
  }
}
