package cn.anxun.app.feature.statistics;

import androidx.annotation.WorkerThread;
import cn.anxun.app.feature.statistics.Overview.Answer;
import cn.anxun.app.feature.statistics.Overview.Goal;
import cn.anxun.app.feature.statistics.Overview.HazardStanding;
import cn.anxun.app.feature.statistics.Overview.Month;
import cn.anxun.app.feature.statistics.Overview.Part;
import cn.anxun.app.feature.statistics.Overview.StateShare;
import cn.anxun.app.record.Ledger;
import cn.anxun.app.ui.Dates;
import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormEngine;
import cn.anxun.core.form.FormLibrary;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormSettings;
import cn.anxun.core.hazard.HazardState;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Dimension;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Count;
import cn.anxun.core.indicator.Measure.Distinct;
import cn.anxun.core.indicator.Measure.Where;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;

/** Computes an {@link Overview} from what the phone holds, by core's engine alone. */
public final class Statistics {
  private static final String HAZARD = "hazard";
  private static final String RATE = "hazard.rate";
  private static final String FOUND = "hazard.stock.new";
  private static final String CLOSED = "hazard.stock.closed";

  private final Ledger ledger;
  private final Clock clock;

  @Inject
  public Statistics(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Today where business days are counted. */
  public LocalDate today() {
    return clock.instant().atZone(Dates.ZONE).toLocalDate();
  }

  /**
   * The ledger as of the last of these days, or today where they go on: what is due tomorrow is not
   * overdue today.
   */
  @WorkerThread
  LedgerState state(Period period) {
    LocalDate today = today();
    return ledger.fold(Cutoff.latest(period.until().isAfter(today) ? today : period.until()));
  }

  @WorkerThread
  public Overview overview(Span span) {
    return overview(state(span.period()), span);
  }

  static Overview overview(LedgerState state, Span span) {
    Catalogue catalogue = Catalogue.at(state);
    List<Answer> rates = new ArrayList<>();
    List<Answer> counts = new ArrayList<>();
    Map<String, Figure> figures = FigureEngine.figures(state, catalogue.list(), span.period());
    for (Indicator indicator : catalogue.list()) {
      Figure figure = figures.get(indicator.id());
      if (figure == null || !figure.exact().isDefined()) {
        continue;
      }
      if (indicator.measure() instanceof Measure.Rate) {
        rates.add(new Answer(indicator, figure));
      } else if (figure.part().signum() != 0) {
        counts.add(new Answer(indicator, figure));
      }
    }
    return new Overview(
        span,
        state.cutoff().date(),
        rates,
        units(state, catalogue, span),
        months(state, catalogue, span),
        standings(state, span),
        goals(state, span),
        counts);
  }

  private static List<Part> units(LedgerState state, Catalogue catalogue, Span span) {
    Indicator rate = catalogue.get(RATE);
    List<Part> units = new ArrayList<>();
    FigureEngine.breakDown(state, rate.measure(), rate.unit(), span.period(), Dimension.UNIT)
        .forEach((label, figure) -> units.add(new Part(rate, Dimension.UNIT, label, figure)));
    units.removeIf(unit -> !unit.figure().exact().isDefined());
    // The worst first; of those alike the one with more hazards.
    units.sort(
        (one, other) -> {
          int byRate = one.figure().exact().compareTo(other.figure().exact());
          return byRate != 0 ? byRate : other.figure().whole().compareTo(one.figure().whole());
        });
    return units;
  }

  private static List<Month> months(LedgerState state, Catalogue catalogue, Span span) {
    List<Month> months = new ArrayList<>();
    YearMonth last = YearMonth.from(span.months().until());
    for (YearMonth month = YearMonth.from(span.months().from());
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      Period days = new Period(month.atDay(1), month.atEndOfMonth());
      months.add(
          new Month(
              month,
              FigureEngine.figure(state, catalogue.get(FOUND), days),
              FigureEngine.figure(state, catalogue.get(CLOSED), days)));
    }
    return months;
  }

  private static List<StateShare> standings(LedgerState state, Span span) {
    List<StateShare> standings = new ArrayList<>();
    boolean any = false;
    for (HazardStanding standing : HazardStanding.values()) {
      Measure measure = measure(standing);
      Figure figure = FigureEngine.figure(state, measure, "个", span.period());
      any |= figure.part().signum() > 0;
      standings.add(new StateShare(standing, measure, figure));
    }
    return any ? standings : List.of();
  }

  private static Measure measure(HazardStanding standing) {
    Map<String, List<Json>> where = new LinkedHashMap<>();
    HazardState state =
        switch (standing) {
          case CLOSED -> HazardState.CLOSED;
          case RECTIFIED -> HazardState.RECTIFIED;
          case OPEN, OVERDUE -> HazardState.OPEN;
        };
    where.put("state", List.of(Json.of(state.wire())));
    if (state == HazardState.OPEN) {
      where.put("overdue", List.of(Json.of(standing == HazardStanding.OVERDUE)));
    }
    return new Count(HAZARD, Distinct.RECORDS, new Where(where), Basis.RECORDED);
  }

  /** The targets of the year that the span ends in; a form that cannot be read has none here. */
  private static List<Goal> goals(LedgerState state, Span span) {
    int year = span.period().until().getYear();
    FormLibrary library = new FormLibrary(state, year);
    List<Goal> goals = new ArrayList<>();
    for (String key : library.keys()) {
      find(library, key).ifPresent(form -> goals.addAll(goals(state, form, Period.year(year))));
    }
    return goals;
  }

  private static Optional<FormDefinition> find(FormLibrary library, String key) {
    try {
      return library.find(key);
    } catch (FormRejectedException e) {
      // The office is told when it saves or prints the form; the phone shows the others.
      return Optional.empty();
    }
  }

  private static List<Goal> goals(LedgerState state, FormDefinition form, Period year) {
    FormResult filled =
        new FormEngine(FormSettings.STANDARD)
            .fill(
                form,
                new FormEngine.Figures() {
                  @Override
                  public Figure figure(Measure measure, String unit) {
                    return FigureEngine.figure(state, measure, unit, year);
                  }

                  @Override
                  public Cutoff cutoff() {
                    return state.cutoff();
                  }
                });
    List<Goal> goals = new ArrayList<>();
    for (FormResult.RowResult row : filled.rows()) {
      if (row.figure().isPresent() && row.row().measure().isPresent()) {
        goals.add(
            new Goal(
                form.title(),
                row.row().level3(),
                row.row().target(),
                row.actualWithUnit(),
                row.completion(),
                row.row().measure().get(),
                row.figure().get()));
      }
    }
    return goals;
  }
}
