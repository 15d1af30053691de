package cn.anxun.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextMeasureTest {
  @Test
  void width_ofChineseAndLatin_isTwoAndOne() {
    assertThat(TextMeasure.width("隐患3755个")).isEqualTo(10);
    assertThat(TextMeasure.width("≥98%“好”")).isEqualTo(2 + 3 + 2 + 2 + 2);
  }

  @Test
  void lines_whenTheTextFillsTheWidthExactly_isOne() {
    assertThat(TextMeasure.lines("排查隐患", 8)).isEqualTo(1);
    assertThat(TextMeasure.lines("排查隐患个", 8)).isEqualTo(2);
  }

  @Test
  void lines_whenALatinWordReachesTheEnd_movesItDownWhole() {
    assertThat(TextMeasure.lines("共 abcdef abcdef", 10)).isEqualTo(2);
    assertThat(TextMeasure.lines("隐患隐患 abcdef隐患隐", 12)).isEqualTo(2);
    assertThat(TextMeasure.lines("隐患隐患 abcdef隐患隐患", 12)).isEqualTo(3);
  }

  @Test
  void lines_whenAWordIsLongerThanTheLine_breaksIt() {
    assertThat(TextMeasure.lines("a".repeat(25), 10)).isEqualTo(3);
  }

  @Test
  void lines_ofParagraphs_countsEachAndEmptyOnes() {
    assertThat(TextMeasure.lines("一\n\n二", 10)).isEqualTo(3);
    assertThat(TextMeasure.lines("", 10)).isEqualTo(1);
  }
}
