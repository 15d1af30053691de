package cn.anxun.server.console.figure;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.scope.PublicFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Drafts 偏差原因, why a rate is below 100 %, from the records that it does not count. */
public final class Deviation {
  private final LedgerState state;
  private final Names names;
  private final Texts texts;

  public Deviation(LedgerState state, Texts texts) {
    this.state = state;
    this.names = Names.at(state, texts);
    this.texts = texts;
  }

  /** The draft; "" for what is no rate, or is at 100 %. */
  public String draft(Indicator indicator, Figure figure) {
    List<FoldedRecord> gap = PublicFields.find(state, figure.gapIds());
    if (!(indicator.measure() instanceof Measure.Rate) || gap.isEmpty()) {
      return "";
    }
    String draft =
        texts.text(
            "console.deviation",
            Days.text(state.cutoff().date(), texts),
            names.indicator(indicator),
            FigurePages.number(figure.whole()),
            FigurePages.number(figure.part()),
            figure.printed(),
            FigurePages.number(BigDecimal.valueOf(gap.size())));
    return draft + overdue(gap) + units(gap);
  }

  private String overdue(List<FoldedRecord> gap) {
    long count = 0;
    long longest = 0;
    for (FoldedRecord record : gap) {
      if (record.value("days_over") instanceof Json.Num days) {
        count++;
        longest = Math.max(longest, new BigDecimal(days.value().toPlainString()).longValue());
      }
    }
    return count == 0 ? "" : texts.text("console.deviation.overdue", count, longest);
  }

  private String units(List<FoldedRecord> gap) {
    Map<String, Integer> units = new TreeMap<>();
    for (FoldedRecord record : gap) {
      if (record.value("unit") instanceof Json.Text unit) {
        units.merge(names.of(record.type(), "unit", unit.value()), 1, Integer::sum);
      }
    }
    return units.isEmpty()
        ? ""
        : texts.text(
            "console.deviation.units",
            units.entrySet().stream()
                .map(unit -> texts.text("console.deviation.unit", unit.getKey(), unit.getValue()))
                .collect(Collectors.joining(texts.text("console.comma"))));
  }
}
