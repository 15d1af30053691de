package cn.anxun.server.console.measure;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.console.figure.FigurePages;
import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.page.FieldWords;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.PeriodBar;
import cn.anxun.server.report.evidence.MeasureWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a measure gives, before it is saved: its meaning in a sentence, the figure and its first
 * records.
 *
 * @param sentence what the measure counts, or ""
 * @param sum how the figure comes about; "" where the measure is not complete
 * @param sides part, whole and gap with all their records
 * @param listings the first records of the side that is shown
 */
public record LiveFigure(
    String sentence,
    String period,
    String sum,
    String origin,
    String marks,
    List<Side> sides,
    String shown,
    List<Listing> listings) {
  private static final int FIRST = 8;

  /** Some records of the figure. */
  public record Side(String name, String link) {}

  static final LiveFigure NONE = new LiveFigure("", "", "", "", "", List.of(), "", List.of());

  static LiveFigure of(MeasureRequest asked, Measure measure, String unit, Period period) {
    LedgerState state = state(asked, period);
    Figure figure = FigureEngine.figure(state, measure, unit, period);
    boolean isRate = measure instanceof Measure.Rate;
    String address = records(measure, unit, period);
    List<Side> sides = new ArrayList<>();
    for (String of : isRate ? List.of("gap", "part", "whole") : List.of("part")) {
      String size = Integer.toString(FigurePages.side(figure, of).size());
      sides.add(new Side(asked.texts.text("console." + of, size), address + of));
    }
    String first = isRate && !figure.gapIds().isEmpty() ? "gap" : "part";
    List<String> ids = FigurePages.side(figure, first);
    List<String> some = ids.subList(0, Math.min(FIRST, ids.size()));
    return new LiveFigure(
        new MeasureWords(asked.texts).of(measure),
        PeriodBar.name(period, asked.texts),
        FigurePages.sum(figure, asked.names),
        asked.texts.text(
            "console.origin",
            FigurePages.number(figure.fromLedger()),
            FigurePages.number(figure.fromTally())),
        FieldWords.marks(asked.texts, figure.marks()),
        sides,
        asked.t("first-of." + first, some.size(), ids.size()),
        Listing.of(state, some, asked.texts));
  }

  /** The ledger as of the period's end; as of today while it still goes on. */
  static LedgerState state(MeasureRequest asked, Period period) {
    LocalDate today = asked.latest.today();
    LocalDate day = period.until().isAfter(today) ? today : period.until();
    return asked.ledger.state(new Cutoff(asked.latest.cutoff().seq(), day));
  }

  /** Where the records of a measure are shown; the side is still to be added. */
  static String records(Measure measure, String unit, Period period) {
    return "/admin/measures/records?measure="
        + Links.encoded(JsonText.write(MeasureJson.write(measure)))
        + "&unit="
        + Links.encoded(unit)
        + "&from="
        + period.from()
        + "&until="
        + period.until()
        + "&of=";
  }
}
