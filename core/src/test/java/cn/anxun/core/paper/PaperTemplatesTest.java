package cn.anxun.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import org.junit.jupiter.api.Test;

class PaperTemplatesTest {

  @Test
  void of_whenTheOfficeRevised_keepsWhatItLeftOut() {
    PaperTemplates templates =
        PaperTemplates.of(
            members(
                "{'bureau':{'short':'岳楼'},'papers':[{'paper':'责令限期整改指令书',"
                    + "'deadline_days':15,'external':true}]}"));

    assertThat(templates.number(Paper.ORDER, 2026, 12)).isEqualTo("（岳楼）应急责改〔2026〕12号");
    assertThat(templates.get(Paper.ORDER).deadlineDays()).isEqualTo(15);
    assertThat(templates.get(Paper.ORDER).external()).isTrue();
    assertThat(templates.get(Paper.ORDER).text(PaperText.REMEDIES)).contains("行政复议");
    assertThat(templates.get(Paper.CHECK_RECORD))
        .isEqualTo(PaperTemplates.standard().get(Paper.CHECK_RECORD));
  }

  @Test
  void check_saysEverythingThatIsWrongAndWhere() {
    assertThat(
            PaperTemplates.check(
                members(
                    "{'bureau':{'short':3},'papers':[{'paper':'罚单'},"
                        + "{'paper':'告知单','number':'第{n}号','deadline_days':0,"
                        + "'remedies':'找{judge}','copies':'{'},{'paper':'告知单'}]}")))
        .extracting(problem -> problem.path() + ' ' + problem.code())
        .containsExactly(
            "bureau.short WRONG_TYPE",
            "papers[0].paper UNKNOWN_VALUE",
            "papers[1].remedies UNKNOWN_VALUE",
            "papers[1].copies UNKNOWN_VALUE",
            "papers[1].number WRONG_TYPE",
            "papers[1].deadline_days WRONG_TYPE",
            "papers[2].paper DUPLICATE");
    assertThat(PaperTemplates.check(PaperTemplates.standardDocument())).isEmpty();
    assertThat(PaperTemplates.of(Json.of("?"))).isEqualTo(PaperTemplates.standard());
  }

  static Json members(String text) {
    return JsonText.read(text.replace('\'', '"'));
  }
}
