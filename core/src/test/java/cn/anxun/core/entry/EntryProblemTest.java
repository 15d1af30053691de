package cn.anxun.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EntryProblemTest {
  @Test
  void sentence_ofEveryCode_isThereInEnglish_andNamesTheField() {
    for (EntryProblem.Code code : EntryProblem.Code.values()) {
      EntryProblem problem = new EntryProblem(code, "note", "就这样");

      assertThat(problem.sentence(Texts.ENGLISH)).as(code.wire()).doesNotContain("{");
      assertThat(problem.sentence(Texts.CHINESE)).isEqualTo("就这样");
    }
    assertThat(new EntryProblem(EntryProblem.Code.TOO_LONG, "note", "").sentence(Texts.ENGLISH))
        .contains("\"Note\" is too long");
  }

  @Test
  void sentence_ofWhatHasNoCode_quotesTheServer() {
    assertThat(
            new EntryProblem(EntryProblem.Code.REFUSED, "", "年度已关账").sentence(Texts.of(Locale.UK)))
        .contains("年度已关账");
  }

  @Test
  void of_aReaderOfAnyOtherLanguage_isChinese() {
    assertThat(Texts.of(Locale.FRENCH)).isSameAs(Texts.CHINESE);
  }
}
