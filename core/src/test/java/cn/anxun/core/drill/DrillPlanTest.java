package cn.anxun.core.drill;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.indicator.Ledgers;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DrillPlanTest {
  @Test
  void list_readsEveryPart_theDaysIncluded_theFirstFirst() {
    String plan = Documents.drillPlan(2026);
    DrillPlan read =
        DrillPlan.of(
            new Ledgers()
                .document(
                    plan,
                    "{'drills':[{'date':'2026-03-08','name':'丙'},{'date':'2026-03-02','name':'甲',"
                        + "'unit':'U01','hazard':'火灾'},{'name':'无日'}]}")
                .document(
                    plan + "/2",
                    "{'drills':[{'date':'2026-03-05','name':'乙'},{'date':'2026-03-09','name':'丁'}]}")
                .build()
                .documentParts(plan));

    assertThat(read.list(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8)))
        .extracting(DrillPlan.Drill::name)
        .containsExactly("甲", "乙", "丙");
    assertThat(read.drills()).hasSize(4);
  }

  @Test
  void check_saysEverythingThatIsWrong() {
    assertThat(
            DrillPlan.check(
                Ledgers.members(
                    "{'drills':[{'date':'2026-03-02','name':'甲'},{'date':'2026-03-02','name':'甲'},"
                        + "{'name':'乙'},{'date':'3月','name':'丙'},{'date':'2026-03-02'}]}")))
        .extracting(problem -> problem.path() + ' ' + problem.code())
        .containsExactly(
            "drills[1].name DUPLICATE",
            "drills[2].date MISSING",
            "drills[3].date WRONG_TYPE",
            "drills[4].name MISSING");
  }
}
