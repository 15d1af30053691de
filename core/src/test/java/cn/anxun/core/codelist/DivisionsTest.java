package cn.anxun.core.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.codelist.Divisions.Division;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.indicator.Ledgers;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DivisionsTest {
  private static final LocalDate DAY = LocalDate.of(2023, 6, 1);

  @Test
  void at_readsEveryPartAndFindsWhatHoldsOnADay() {
    Divisions divisions =
        Divisions.at(
            new Ledgers()
                .document(
                    Documents.DIVISIONS,
                    "{'divisions':[{'code':'430602001','name':'旧名街道','until':'2022-12-31'},"
                        + "{'code':'430602001','name':'新名街道','from':'2023-01-01'}]}")
                .document(
                    Documents.DIVISIONS + "/2",
                    "{'divisions':[{'code':'430602001003','name':'某社区'},{'code':'430602001003017','name':'十七网格'}]}")
                .build());
    assertThat(divisions.find("430602001", DAY).map(Division::name)).hasValue("新名街道");
    assertThat(divisions.find("430602001", LocalDate.of(2022, 12, 31)).map(Division::name))
        .hasValue("旧名街道");
    assertThat(divisions.listBelow("430602", DAY))
        .extracting(Division::name)
        .containsExactly("新名街道");
    assertThat(divisions.listBelow("430602001", DAY))
        .extracting(Division::name)
        .containsExactly("某社区");
    assertThat(divisions.listBelow("430602001003", DAY)).isEmpty();
  }

  @Test
  void check_saysEverythingThatIsWrong() {
    assertThat(
            Divisions.check(
                Ledgers.members(
                    "{'divisions':[{'code':'430602001','name':'甲'},{'code':'430602001','name':'乙'},"
                        + "{'code':'4306','name':'丙'},{'code':'430602002'},"
                        + "{'code':'430602003','name':'丁','from':'2023-02-01','until':'2023-01-01'},"
                        + "{'code':'430602004','name':'戊','from':'2023-2-1'}]}")))
        .extracting(problem -> problem.path() + ' ' + problem.code())
        .containsExactly(
            "divisions[1].code DUPLICATE",
            "divisions[2].code BAD_NAME",
            "divisions[3].name MISSING",
            "divisions[4].until BAD_PERIOD",
            "divisions[5].from WRONG_TYPE");
  }
}
