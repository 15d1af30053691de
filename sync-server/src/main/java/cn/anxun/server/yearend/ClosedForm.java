package cn.anxun.server.yearend;

import cn.anxun.core.form.FormResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A form as it was signed.
 *
 * @param executionRate 执行率 in percent; "" where the form has none
 * @param total the sum of the scores; "" for a form without scores
 */
public record ClosedForm(
    String key, String title, String executionRate, String total, List<Row> rows) {

  /**
   * A row.
   *
   * @param actual as it stands in 实际完成值, with its unit
   * @param score "" where the row has none
   */
  public record Row(String name, String actual, String score) {}

  public ClosedForm {
    rows = List.copyOf(rows);
  }

  static ClosedForm of(FormResult form) {
    List<Row> rows = new ArrayList<>();
    for (FormResult.RowResult row : form.rows()) {
      rows.add(
          new Row(
              row.row().level3(),
              row.actualWithUnit(),
              row.score().map(BigDecimal::toPlainString).orElse("")));
    }
    return new ClosedForm(
        form.definition().key(),
        form.definition().title(),
        form.executionRate().orElse(""),
        form.total().map(BigDecimal::toPlainString).orElse(""),
        rows);
  }
}
