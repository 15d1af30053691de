package cn.anxun.app.feature.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.feature.statistics.FigureRow.Gap;
import cn.anxun.app.feature.statistics.FigureRow.Heading;
import cn.anxun.app.feature.statistics.FigureRow.Item;
import cn.anxun.app.feature.statistics.FigureRow.Summary;
import cn.anxun.app.feature.statistics.Overview.Answer;
import cn.anxun.app.feature.statistics.Overview.HazardStanding;
import cn.anxun.app.feature.statistics.Overview.Part;
import cn.anxun.app.feature.statistics.Span.Length;
import cn.anxun.app.navigation.Destination;
import cn.anxun.core.indicator.Ledgers;
import cn.anxun.core.state.LedgerState;
import java.time.LocalDate;
import java.util.List;
import org.junit.Test;

public class StatisticsTest {
  private static final Span YEAR = Span.of(Length.YEAR, LocalDate.of(2023, 5, 1));

  private static String closed(String unit) {
    return "{'unit':'" + unit + "','level':'重大','state':'closed','closed_on':'2023-06-01'}";
  }

  private static String open(String unit, String deadline, int over) {
    return "{'unit':'"
        + unit
        + "','level':'重大','state':'open','overdue':"
        + (over > 0)
        + (over > 0 ? ",'days_over':" + over : "")
        + ",'current_deadline':'"
        + deadline
        + "'}";
  }

  /** The figures of the report that printed 99 % and 100 %. */
  private static LedgerState yueyanglou() {
    return new Ledgers()
        .add(2000, "hazard", "2023-03-01", closed("甲街道"))
        .add(395, "hazard", "2023-04-01", closed("乙街道"))
        .add("hazard", "2023-05-01", open("乙街道", "2024-01-31", 0))
        .add("hazard", "2023-05-02", open("乙街道", "2023-08-01", 152))
        .add("hazard", "2023-05-03", open("乙街道", "2023-06-01", 213))
        .add("hazard", "2023-05-04", open("乙街道", "2023-12-01", 30))
        .add("drill", "2023-05-01", "{'unit':'甲街道','participants':1650}")
        .build();
  }

  private static Answer rate(Overview overview, String id) {
    return overview.rates().stream()
        .filter(rate -> rate.indicator().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  public void overview_whenFourAreOpen_neverRoundsUpToAHundred() {
    Overview overview = Statistics.overview(yueyanglou(), YEAR);
    assertThat(rate(overview, "hazard.rate.major").figure().printed()).isEqualTo("99.83");
    assertThat(overview.units()).extracting(Part::label).containsExactly("乙街道", "甲街道");
    assertThat(overview.units().get(0).figure().gapIds()).hasSize(4);
    assertThat(overview.isEmpty()).isFalse();
  }

  @Test
  public void overview_whenHazardsAreInEveryState_sharesThemOutWithoutRest() {
    Overview overview = Statistics.overview(yueyanglou(), YEAR);
    assertThat(overview.states())
        .extracting(share -> share.standing() + " " + share.figure().printed())
        .containsExactly(
            HazardStanding.CLOSED + " 2395",
            HazardStanding.RECTIFIED + " 0",
            HazardStanding.OPEN + " 1",
            HazardStanding.OVERDUE + " 3");
    assertThat(overview.months()).hasSize(12);
    assertThat(overview.months().get(2).found().printed()).isEqualTo("2000");
    assertThat(overview.months().get(5).closed().printed()).isEqualTo("2395");
  }

  @Test
  public void overview_whenNothingWasRecorded_isEmpty() {
    Overview overview = Statistics.overview(new Ledgers().build(), YEAR);
    assertThat(overview.isEmpty()).isTrue();
    assertThat(overview.states()).isEmpty();
  }

  @Test
  public void list_whenARateIsOpened_showsItsGapFirstAndTheLongestOverdueOfIt() {
    LedgerState state = yueyanglou();
    Overview overview = Statistics.overview(state, YEAR);
    Destination.Figure asked =
        (Destination.Figure) new Questions().of(rate(overview, "hazard.rate.major"), "");
    List<FigureRow> rows = FigureRecords.list(state, asked);
    assertThat(rows.get(0)).isInstanceOf(Summary.class);
    assertThat(((Summary) rows.get(0)).gap()).isEqualTo(4);
    assertThat(rows.get(1)).isEqualTo(new Heading(true, false, Gap.NOT_CLOSED, 4));
    assertThat(rows.subList(2, 6))
        .extracting(row -> ((Item) row).record().fields().raw("current_deadline"))
        .extracting(String::valueOf)
        .satisfiesExactly(
            day -> assertThat(day).contains("2023-06-01"),
            day -> assertThat(day).contains("2023-08-01"),
            day -> assertThat(day).contains("2023-12-01"),
            day -> assertThat(day).contains("2024-01-31"));
    assertThat(rows.get(6)).isEqualTo(new Heading(false, true, Gap.NOT_CLOSED, 2395));
    assertThat(rows).hasSize(7 + 2395);
  }

  @Test
  public void list_whenABarIsOpened_showsItsUnitAlone() {
    LedgerState state = yueyanglou();
    Part unit = Statistics.overview(state, YEAR).units().get(0);
    List<FigureRow> rows =
        FigureRecords.list(state, (Destination.Figure) new Questions().of(unit, unit.label()));
    assertThat(((Summary) rows.get(0)).figure().printed()).isEqualTo("99.00");
    assertThat(rows).hasSize(1 + 1 + 4 + 1 + 395);
  }

  @Test
  public void list_whenTheLabelIsGone_isEmpty() {
    LedgerState state = yueyanglou();
    Part unit = Statistics.overview(state, YEAR).units().get(0);
    assertThat(
            FigureRecords.list(
                new Ledgers().build(), (Destination.Figure) new Questions().of(unit, unit.label())))
        .isEmpty();
  }

  @Test
  public void span_whenMoved_keepsItsLength() {
    Span march = Span.of(Length.MONTH, LocalDate.of(2024, 3, 31));
    assertThat(march.previous().period().until()).isEqualTo("2024-02-29");
    assertThat(Span.of(Length.QUARTER, LocalDate.of(2024, 11, 5)).period().from())
        .isEqualTo("2024-10-01");
    Span days = Span.days(LocalDate.of(2024, 3, 10), LocalDate.of(2024, 3, 1));
    assertThat(days.next().period().from()).isEqualTo("2024-03-11");
    assertThat(days.next().period().until()).isEqualTo("2024-03-20");
    assertThat(march.months().from()).isEqualTo("2023-10-01");
    assertThat(YEAR.as(Length.MONTH, LocalDate.of(2026, 5, 1)).period().from())
        .isEqualTo("2023-12-01");
  }
}
