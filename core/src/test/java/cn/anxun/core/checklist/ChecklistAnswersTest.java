package cn.anxun.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.checklist.ChecklistAnswers.Answer;
import cn.anxun.core.checklist.ChecklistAnswers.Answered;
import cn.anxun.core.indicator.Ledgers;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecklistAnswersTest {
  private static final ChecklistAnswers ANSWERS =
      new ChecklistAnswers(
          "small-shop",
          List.of(
              new Answered("exit", "出口？", Answer.FAILED, List.of("h-1", "h-2")),
              new Answered("fire", "灭火器？", Answer.PASSED, List.of()),
              new Answered("gas", "燃气？", Answer.NOT_APPLICABLE, List.of())));

  @Test
  void write_isTheDocumentedShape() {
    assertThat(JsonText.write(ANSWERS.write()))
        .isEqualTo(
            "{\"checklist\":\"small-shop\",\"answers\":["
                + "{\"item\":\"exit\",\"text\":\"出口？\",\"answer\":\"不合格\",\"hazards\":[\"h-1\",\"h-2\"]},"
                + "{\"item\":\"fire\",\"text\":\"灭火器？\",\"answer\":\"合格\"},"
                + "{\"item\":\"gas\",\"text\":\"燃气？\",\"answer\":\"不适用\"}]}");
  }

  @Test
  void read_givesWhatWasWritten() {
    assertThat(ChecklistAnswers.read(ANSWERS.write())).isEqualTo(ANSWERS);
  }

  @Test
  void read_whenPartsAreOfAnotherShape_keepsTheRest() {
    ChecklistAnswers answers =
        ChecklistAnswers.read(
            Ledgers.members(
                "{'checklist':7,'answers':[3,{'item':'a','answer':'待定'},{'answer':'合格'},"
                    + "{'item':'b','answer':'合格','hazards':'h'},{'item':'c','answer':'不合格','hazards':[1,'h']}]}"));
    assertThat(answers)
        .isEqualTo(
            new ChecklistAnswers(
                "",
                List.of(
                    new Answered("b", "", Answer.PASSED, List.of()),
                    new Answered("c", "", Answer.FAILED, List.of("h")))));
    assertThat(ChecklistAnswers.read(Json.items(List.of())).answers()).isEmpty();
    assertThat(ChecklistAnswers.read(Json.NULL).answers()).isEmpty();
  }
}
