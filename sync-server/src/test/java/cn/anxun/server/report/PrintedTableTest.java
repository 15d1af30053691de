package cn.anxun.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.anxun.server.report.PrintedTable.Cell;
import cn.anxun.server.report.PrintedTable.Style;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrintedTableTest {
  private static Cell cell(int row, int column, int rows, int columns) {
    return new Cell(row, column, rows, columns, "", Optional.empty(), Style.TEXT);
  }

  @Test
  void new_whenCellsOverlap_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PrintedTable(List.of(5, 5), 1, 0, List.of(cell(0, 0, 1, 2), cell(0, 1, 1, 1))))
        .withMessageContaining("two cells");
  }

  @Test
  void new_whenAPlaceHasNoCell_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrintedTable(List.of(5, 5), 1, 0, List.of(cell(0, 0, 1, 1))))
        .withMessageContaining("no cell at row 0 column 1");
  }

  @Test
  void evenly_takesTheColumnsNearestToEachShare() {
    List<Integer> widths = List.of(6, 12, 20, 30, 15, 14, 7, 9, 27);
    PrintedTable table = new PrintedTable(widths, 1, 0, List.of(cell(0, 0, 1, 9)));

    assertThat(table.evenly(4)).containsExactly(0, 3, 4, 7);
    assertThat(table.evenly(9)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(table.evenly(1)).containsExactly(0);
  }
}
