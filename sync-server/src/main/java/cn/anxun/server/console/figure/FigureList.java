package cn.anxun.server.console.figure;

import cn.anxun.server.console.page.PeriodBar;
import java.util.List;

/** All indicators of a period, and the forms that print them. */
public record FigureList(PeriodBar bar, List<Row> rows, List<Form> forms) {

  /** An indicator's figure; its parts as printed. */
  public record Row(
      String name,
      String value,
      String unit,
      String fromLedger,
      String fromTally,
      int records,
      String marks,
      String link) {}

  /** A form to take away. */
  public record Form(String title, String xlsx, String docx) {}
}
