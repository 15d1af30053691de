package cn.anxun.server.report.paper;

import cn.anxun.core.paper.PrintedDates;
import cn.anxun.core.text.Texts;
import java.time.LocalDate;

/**
 * What a void paper carries on its face, so that no copy of it passes for one in force.
 *
 * @param date on which it was said to be void
 * @param reason why
 */
public record VoidMark(LocalDate date, String reason) {
  /** Written across each page. */
  static final String WORD = Texts.CHINESE.text("paper.label.annulled-mark");

  /** Stands above the paper: since when and why, in Chinese as the paper. */
  public String line() {
    return Texts.CHINESE.text("paper.label.annulled", PrintedDates.day(date), reason);
  }
}
