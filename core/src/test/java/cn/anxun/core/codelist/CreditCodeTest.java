package cn.anxun.core.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.codelist.CreditCode.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditCodeTest {

  @ParameterizedTest
  @CsvSource({
    "91110000101623741K,VALID",
    "911101066976941872,VALID",
    "91350100M000100Y43,VALID",
    "91350211M0000XUF46,WRONG_CHECK_DIGIT",
    "911101066976941873,WRONG_CHECK_DIGIT",
    "91110106697694187,MALFORMED",
    "9111010669769418722,MALFORMED",
    "91110106697694187I,MALFORMED",
    "9111O1066976941872,MALFORMED",
    "91110000101623741k,MALFORMED",
    "'',MALFORMED",
  })
  void check_judgesTheCode(String code, Verdict verdict) {
    assertThat(CreditCode.check(code)).isEqualTo(verdict);
  }

  @Test
  void normalized_takesWhatAPersonTypes() {
    assertThat(CreditCode.normalized(" 91110000-1016２３741ｋ\u3000")).isEqualTo("91110000101623741K");
  }

  @Test
  void check_whenAnyOneCharacterIsAnother_isNotValid() {
    String valid = "91110000101623741K";
    for (int i = 0; i < valid.length(); i++) {
      char other = valid.charAt(i) == '7' ? '8' : '7';
      String changed = valid.substring(0, i) + other + valid.substring(i + 1);
      assertThat(CreditCode.check(changed)).isEqualTo(Verdict.WRONG_CHECK_DIGIT);
    }
  }
}
