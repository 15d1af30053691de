package cn.anxun.server.report.paper;

import cn.anxun.server.text.ServerTexts;
import java.time.LocalDate;

/**
 * What a void paper carries on its face, so that no copy of it passes for one in force.
 *
 * @param date on which it was said to be void
 * @param reason why
 */
public record VoidMark(LocalDate date, String reason) {
  /** Written across each page. */
  public static final String WORD = "作废";

  /** Stands above the paper: since when and why, in Chinese as the paper. */
  public String line() {
    String day = date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    return ServerTexts.CHINESE.text("console.papers.void-line", day, reason);
  }
}
