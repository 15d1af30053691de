package cn.anxun.core.ranking;

import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Dimension;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Fraction;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Indicator.Direction;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.state.LedgerState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Units in the order of their scores. A score is the weighted mean of the rule's rates, exact and
 * rounded once to two decimals; a rate of which one wants less counts as 100 less it. A rate that a
 * unit does not have ("/": nothing fell due) is left out, and the other weights stand for the
 * whole. Units with the same printed score share a rank, and the next one's is as if they had not.
 *
 * @param lines those ranked, the best first; then the others with the reason
 */
public record Ranking(Period period, RankingRule rule, List<Line> lines) {
  private static final int DECIMALS = 2;
  private static final Fraction FULL = Fraction.of(BigDecimal.valueOf(RankingRule.WHOLE));

  /** Why a unit has no rank. */
  public enum Reason {
    /** It has fewer of the rule's basis than the rule asks for. */
    TOO_FEW,
    /** None of the rule's rates has a value. */
    NO_RATE
  }

  /**
   * One unit.
   *
   * @param rank from 1; 0 where it has none
   * @param basis how many it has of the rule's basis
   * @param score 0 to 100; without a value where no rate has one
   */
  public record Line(
      String unit,
      int rank,
      Optional<Reason> unranked,
      BigDecimal basis,
      Fraction score,
      List<Part> parts) {
    public Line {
      parts = Collections.unmodifiableList(new ArrayList<>(parts));
    }

    /** With two decimals; "/" where there is none. Below 100 never prints as 100. */
    public String printedScore() {
      return score.printedRate(DECIMALS);
    }

    private Line at(int place) {
      return new Line(unit, place, unranked, basis, score, parts);
    }
  }

  /**
   * What one rate gives.
   *
   * @param figure the unit's; empty where it has none
   * @param points 0 to 100; without a value where the rate has none
   */
  public record Part(Indicator indicator, int weight, Optional<Figure> figure, Fraction points) {}

  public Ranking {
    lines = Collections.unmodifiableList(new ArrayList<>(lines));
  }

  /**
   * The ranking of a period.
   *
   * @param units the bureau's, in its order; those that only records name follow
   */
  public static Ranking of(
      LedgerState state, RankingRule rule, Period period, Collection<String> units) {
    Catalogue catalogue = Catalogue.at(state);
    Map<String, Figure> basis = byUnit(state, catalogue.get(rule.basis()), period);
    Map<RankingRule.Term, Map<String, Figure>> rates = new LinkedHashMap<>();
    Set<String> others = new TreeSet<>(basis.keySet());
    for (RankingRule.Term term : rule.terms()) {
      Map<String, Figure> figures = byUnit(state, catalogue.get(term.indicator()), period);
      rates.put(term, figures);
      others.addAll(figures.keySet());
    }
    others.remove("");
    Set<String> all = new LinkedHashSet<>(units);
    all.addAll(others);
    List<Line> ranked = new ArrayList<>();
    List<Line> unranked = new ArrayList<>();
    for (String unit : all) {
      List<Part> parts = new ArrayList<>();
      rates.forEach(
          (term, figures) ->
              parts.add(
                  part(
                      catalogue.get(term.indicator()),
                      term.weight(),
                      Optional.ofNullable(figures.get(unit)))));
      Figure has = basis.get(unit);
      Line line = line(unit, has == null ? BigDecimal.ZERO : has.part(), rule.least(), parts);
      (line.unranked().isPresent() ? unranked : ranked).add(line);
    }
    List<Line> lines = placed(ranked);
    lines.addAll(unranked);
    return new Ranking(period, rule, lines);
  }

  private static Map<String, Figure> byUnit(LedgerState state, Indicator indicator, Period period) {
    return FigureEngine.breakDown(
        state, indicator.measure(), indicator.unit(), period, Dimension.UNIT);
  }

  private static Part part(Indicator indicator, int weight, Optional<Figure> figure) {
    Fraction rate =
        figure.map(Figure::exact).orElse(new Fraction(BigDecimal.ZERO, BigDecimal.ZERO));
    boolean turned = rate.isDefined() && indicator.direction() == Direction.LOWER;
    return new Part(indicator, weight, figure, turned ? FULL.minus(rate) : rate);
  }

  private static Line line(String unit, BigDecimal basis, int least, List<Part> parts) {
    Fraction sum = Fraction.of(BigDecimal.ZERO);
    int weights = 0;
    for (Part part : parts) {
      if (part.points().isDefined()) {
        Fraction weight = Fraction.of(BigDecimal.valueOf(part.weight()));
        sum = sum.plus(part.points().times(weight));
        weights += part.weight();
      }
    }
    Fraction score = sum.dividedBy(Fraction.of(BigDecimal.valueOf(weights)));
    Optional<Reason> reason =
        basis.compareTo(BigDecimal.valueOf(least)) < 0
            ? Optional.of(Reason.TOO_FEW)
            : weights == 0 ? Optional.of(Reason.NO_RATE) : Optional.empty();
    return new Line(unit, 0, reason, basis, score, parts);
  }

  private static List<Line> placed(List<Line> ranked) {
    ranked.sort(
        Comparator.comparing((Line line) -> new BigDecimal(line.printedScore())).reversed());
    List<Line> placed = new ArrayList<>();
    for (Line line : ranked) {
      boolean tied =
          !placed.isEmpty()
              && placed.get(placed.size() - 1).printedScore().equals(line.printedScore());
      placed.add(line.at(tied ? placed.get(placed.size() - 1).rank() : placed.size() + 1));
    }
    return placed;
  }
}
