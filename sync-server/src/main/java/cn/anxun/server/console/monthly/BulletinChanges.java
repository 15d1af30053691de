package cn.anxun.server.console.monthly;

import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Dimension;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.Paging;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is different now from a published bulletin: figures, and the records that make them so.
 *
 * @param said of which bulletin and as of when
 * @param records that came or changed since, as they are now
 * @param gone records that do not count any more, as they were then
 */
public record BulletinChanges(
    String tabQuery,
    String said,
    String report,
    String ranking,
    List<Row> rows,
    List<Listing> records,
    Paging paging,
    List<Listing> gone) {

  /** One figure that differs. */
  public record Row(
      String unit, String column, String then, String thenLink, String now, String nowLink) {}

  public BulletinChanges {
    rows = List.copyOf(rows);
    records = List.copyOf(records);
    gone = List.copyOf(gone);
  }

  static BulletinChanges of(
      Bulletin bulletin, LedgerState then, LedgerState now, int offset, Texts texts) {
    Reading reading = new Reading(bulletin, then, now, texts);
    List<Row> rows = reading.rows();
    Map<String, FoldedRecord> before = bySubject(then);
    Map<String, FoldedRecord> after = bySubject(now);
    List<String> changed = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (String id : reading.ids) {
      FoldedRecord record = after.get(id);
      if (record == null) {
        gone.add(id);
      } else if (!record.equals(before.get(id))) {
        changed.add(id);
      }
    }
    return new BulletinChanges(
        "from=" + bulletin.period().from() + "&until=" + bulletin.period().until(),
        texts.text(
            "console.bulletin.said",
            Long.toString(bulletin.cutoff().seq()),
            Days.text(bulletin.cutoff().date(), texts)),
        "/monthly?" + bulletin.query(),
        "/monthly/ranking?" + bulletin.query(),
        rows,
        Listing.of(now, Paging.cut(changed, offset), texts),
        Paging.of(changed.size(), offset, bulletin.link() + "?offset="),
        Listing.of(then, Paging.cut(gone, 0), texts));
  }

  private static Map<String, FoldedRecord> bySubject(LedgerState state) {
    Map<String, FoldedRecord> bySubject = new HashMap<>();
    state
        .records()
        .values()
        .forEach(ofType -> ofType.forEach(record -> bySubject.put(record.subject(), record)));
    return bySubject;
  }

  /** Finds the figures that differ. */
  private static final class Reading {
    private final Bulletin bulletin;
    private final LedgerState then;
    private final LedgerState now;
    private final Names names;
    private final Texts texts;
    private final Set<String> ids = new LinkedHashSet<>();

    Reading(Bulletin bulletin, LedgerState then, LedgerState now, Texts texts) {
      this.bulletin = bulletin;
      this.then = then;
      this.now = now;
      this.names = Names.at(now, texts);
      this.texts = texts;
    }

    List<Row> rows() {
      List<Row> rows = new ArrayList<>();
      for (String id : MonthlyFigures.COLUMNS) {
        Indicator before = Catalogue.at(then).get(id);
        Indicator after = Catalogue.at(now).get(id);
        Period period = bulletin.period();
        compare(
            rows,
            after,
            texts.text("console.monthly.total"),
            "",
            FigureEngine.figure(then, before, period),
            FigureEngine.figure(now, after, period));
        Map<String, Figure> unitsThen = byUnit(then, before, period);
        Map<String, Figure> unitsNow = byUnit(now, after, period);
        Set<String> units = new TreeSet<>(unitsThen.keySet());
        units.addAll(unitsNow.keySet());
        for (String unit : units) {
          compare(
              rows,
              after,
              names.of("hazard", "unit", unit),
              "&by=unit&label=" + Links.encoded(unit),
              unitsThen.get(unit),
              unitsNow.get(unit));
        }
      }
      return rows;
    }

    private static Map<String, Figure> byUnit(
        LedgerState state, Indicator indicator, Period period) {
      return FigureEngine.breakDown(
          state, indicator.measure(), indicator.unit(), period, Dimension.UNIT);
    }

    private void compare(
        List<Row> rows,
        Indicator indicator,
        String unit,
        String by,
        @Nullable Figure before,
        @Nullable Figure after) {
      String first = printed(indicator, before);
      String second = printed(indicator, after);
      if (first.equals(second)) {
        return;
      }
      addRecords(before);
      addRecords(after);
      String to = "/figures/" + indicator.id() + '?';
      String period = "from=" + bulletin.period().from() + "&until=" + bulletin.period().until();
      rows.add(
          new Row(
              unit,
              texts.text("console.monthly.column." + indicator.id()),
              first,
              before == null ? "" : to + bulletin.query() + by,
              second,
              after == null ? "" : to + period + by));
    }

    private void addRecords(@Nullable Figure figure) {
      if (figure != null) {
        ids.addAll(figure.partIds());
        ids.addAll(figure.wholeIds());
      }
    }

    private static String printed(Indicator indicator, @Nullable Figure figure) {
      return figure != null
          ? figure.printed()
          : indicator.measure() instanceof Measure.Rate ? "/" : "0";
    }
  }

  /** Up to now, as of the period's end, or today where it still goes on. */
  static Cutoff now(Bulletin bulletin, long lastSeq, LocalDate today) {
    LocalDate until = bulletin.period().until();
    return new Cutoff(lastSeq, until.isAfter(today) ? today : until);
  }
}
