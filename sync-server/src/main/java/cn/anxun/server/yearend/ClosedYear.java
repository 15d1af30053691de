package cn.anxun.server.yearend;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An edition of a closed year. What it says stands, whatever comes later.
 *
 * @param edition from 1
 * @param engine the version of the figure engine that computed it
 * @param head the chain's head at the cut-off
 * @param reason why there is a further edition; "" for the first
 * @param override why what stood in the way of closing was passed over; "" where nothing did
 * @param overridden what that was, a sentence each
 * @param signedBy the account that closed it
 */
public record ClosedYear(
    int year,
    int edition,
    Cutoff cutoff,
    int engine,
    String head,
    String reason,
    String override,
    List<String> overridden,
    String signedBy,
    List<ClosedFigure> figures,
    List<ClosedForm> forms) {

  public ClosedYear {
    overridden = List.copyOf(overridden);
    figures = List.copyOf(figures);
    forms = List.copyOf(forms);
  }

  /** The figure of this key. */
  public Optional<ClosedFigure> find(String key) {
    return figures.stream().filter(figure -> figure.key().equals(key)).findFirst();
  }

  /** The figures that come out of this state when it is asked what was asked then. */
  public List<ClosedFigure> answers(LedgerState state) {
    List<Indicator> asked = new ArrayList<>();
    for (ClosedFigure figure : figures) {
      asked.add(
          new Indicator(
              figure.key(),
              figure.name(),
              figure.measure(),
              figure.unit(),
              Indicator.Direction.NEITHER));
    }
    Map<String, Figure> answers = FigureEngine.figures(state, asked, Period.year(year));
    return asked.stream()
        .map(
            indicator ->
                ClosedFigure.of(
                    indicator.id(),
                    indicator.name(),
                    indicator.measure(),
                    Objects.requireNonNull(answers.get(indicator.id()))))
        .toList();
  }
}
