package cn.anxun.core.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Ledgers;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Period MARCH = Period.month(2023, 3);
  private static final String ON_TIME =
      "'current_deadline':'2023-03-20','deadline_reached':true,'rectified_on_time':true,"
          + "'state':'closed','closed_on':'2023-03-21'}";
  private static final String LATE =
      "'current_deadline':'2023-03-20','deadline_reached':true,'overdue':true,'state':'open'}";

  private static Ledgers ledgers() {
    return new Ledgers()
        .add(3, "hazard", "2023-03-01", "{'unit':'甲'," + ON_TIME)
        .add(3, "hazard", "2023-03-01", "{'unit':'丙'," + ON_TIME)
        .add(2, "hazard", "2023-03-01", "{'unit':'乙'," + ON_TIME)
        .add(1, "hazard", "2023-03-01", "{'unit':'乙'," + LATE)
        .add(2, "hazard", "2023-03-01", "{'unit':'丁'," + ON_TIME);
  }

  @Test
  void of_whenScoresAreEqual_sharesTheRank_andSaysWhyOthersHaveNone() {
    Ranking ranking =
        Ranking.of(
            ledgers().build(),
            RankingRule.standard(),
            MARCH,
            Arrays.asList("丁", "乙", "丙", "甲", "戊"));
    assertThat(said(ranking))
        .containsExactly("1 丙 100.00", "1 甲 100.00", "3 乙 41.67", "0 丁 TOO_FEW", "0 戊 TOO_FEW");
  }

  /** 乙: 2 of 3 in time, all that is open is overdue, no review due: (66.67·50 + 0·30) ÷ 80. */
  @Test
  void of_showsWhatAScoreIsMadeOf_leavingOutWhatHasNoValue() {
    Ranking ranking =
        Ranking.of(ledgers().build(), RankingRule.standard(), MARCH, new ArrayList<>());
    Ranking.Line line =
        ranking.lines().stream().filter(one -> one.unit().equals("乙")).findFirst().get();
    List<String> parts = new ArrayList<>();
    line.parts()
        .forEach(
            part ->
                parts.add(
                    part.indicator().id() + ' ' + part.weight() + ' ' + part.points().printed(2)));
    assertThat(parts)
        .containsExactly(
            "hazard.on-time.current 50 66.67",
            "hazard.review.when-due 20 /",
            "hazard.overdue.rate 30 0.00");
    assertThat(line.score().rounded(4)).hasToString("41.6667");
  }

  @Test
  void of_goesByTheOfficesRule() {
    LedgerState state =
        ledgers()
            .document(
                Documents.RANKING,
                "{'period':'quarter','basis':'hazard.found','least':1,"
                    + "'terms':[{'indicator':'hazard.rate','weight':100}]}")
            .build();
    RankingRule rule = RankingRule.at(state);
    assertThat(rule.span()).isEqualTo(RankingRule.Span.QUARTER);
    assertThat(said(Ranking.of(state, rule, MARCH, new ArrayList<>())))
        .containsExactly("1 丁 100.00", "1 丙 100.00", "1 甲 100.00", "4 乙 66.67");
    assertThat(RankingRule.check(rule.write(), Catalogue.standard())).isEmpty();
  }

  @Test
  void check_namesWhatIsWrong_andTheShippedRuleHoldsInItsPlace() {
    String wrong =
        "{'period':'week','basis':'hazard.rate','least':0,'terms':["
            + "{'indicator':'hazard.found','weight':40},"
            + "{'indicator':'hazard.rate','weight':40},{'indicator':'hazard.rate'}]}";
    List<DocumentProblem> problems =
        RankingRule.check(Ledgers.members(wrong), Catalogue.standard());
    assertThat(problems)
        .extracting(DocumentProblem::path, DocumentProblem::code)
        .containsExactlyInAnyOrder(
            tuple("period", Code.UNKNOWN_VALUE),
            tuple("basis", Code.UNKNOWN_VALUE),
            tuple("least", Code.WRONG_TYPE),
            tuple("terms[0].indicator", Code.UNKNOWN_VALUE),
            tuple("terms[2].indicator", Code.DUPLICATE),
            tuple("terms[2].weight", Code.MISSING),
            tuple("terms", Code.WEIGHTS));
    LedgerState state = ledgers().document(Documents.RANKING, wrong).build();
    assertThat(RankingRule.at(state)).isEqualTo(RankingRule.standard());
  }

  private static List<String> said(Ranking ranking) {
    List<String> said = new ArrayList<>();
    for (Ranking.Line line : ranking.lines()) {
      said.add(
          line.rank()
              + " "
              + line.unit()
              + ' '
              + line.unranked().map(Enum::name).orElse(line.printedScore()));
    }
    return said;
  }
}
