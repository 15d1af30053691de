package cn.anxun.server.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.anxun.server.text.TextTable.Align;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void lines_whenCellsAreChinese_alignsByTheCellsOfATerminal() {
    TextTable table =
        new TextTable(List.of(Align.LEFT, Align.RIGHT), List.of("指标", "数")).row(List.of("a", "12"));

    assertThat(table.lines(" ")).containsExactly(" 指标  数", " ────────", " a     12");
  }

  @Test
  void width_whenThereIsACombiningMark_countsNothingForIt() {
    assertThat(TextTable.width("é（家）")).isEqualTo(7);
  }

  @Test
  void cut_whenItIsTooLong_endsWithAnEllipsisWithinTheWidth() {
    assertThat(TextTable.cut("安全生产检查", 7)).isEqualTo("安全生…");
    assertThat(TextTable.cut("安全生产", 8)).isEqualTo("安全生产");
  }

  @Test
  void row_whenACellIsMissing_refuses() {
    TextTable table = new TextTable(List.of(Align.LEFT, Align.RIGHT), List.of("甲", "乙"));

    assertThatIllegalArgumentException().isThrownBy(() -> table.row(List.of("丙")));
  }
}
