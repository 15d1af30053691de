package cn.anxun.core.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.indicator.Ledgers;
import org.junit.jupiter.api.Test;

class UnitsTest {
  @Test
  void find_readsEveryPart_andKnowsNothingOfOthers() {
    Units units =
        Units.of(
            new Ledgers()
                .document(Documents.UNITS, "{'units':[{'code':'U01','name':'城东街道'}]}")
                .document(Documents.UNITS + "/2", "{'units':[{'code':'U02','name':'南湖街道'}]}")
                .build()
                .documentParts(Documents.UNITS));

    assertThat(units.find("U01")).hasValue("城东街道");
    assertThat(units.find("U02")).hasValue("南湖街道");
    assertThat(units.find("城东街道")).isEmpty();
  }

  @Test
  void check_saysEverythingThatIsWrong() {
    assertThat(
            Units.check(
                Ledgers.members(
                    "{'units':[{'code':'U01','name':'甲'},{'code':'U01','name':'乙'},"
                        + "{'code':'U02'},{'name':'丙'},{'code':7,'name':'丁'}]}")))
        .extracting(problem -> problem.path() + ' ' + problem.code())
        .containsExactly(
            "units[1].code DUPLICATE",
            "units[2].name MISSING",
            "units[3].code MISSING",
            "units[4].code WRONG_TYPE");
    assertThat(Units.check(Ledgers.members("{}"))).hasSize(1);
  }
}
