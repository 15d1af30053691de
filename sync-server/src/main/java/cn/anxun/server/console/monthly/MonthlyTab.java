package cn.anxun.server.console.monthly;

import cn.anxun.core.text.Texts;
import java.util.Locale;

/**
 * The pages of the monthly work, beside each other; the words are {@code console.monthly.tab.NAME}.
 */
public enum MonthlyTab {
  REPORT("/monthly"),
  RANKING("/monthly/ranking"),
  BULLETINS("/monthly/bulletins"),
  NATIONAL("/monthly/national"),
  MEETING("/monthly/meeting");

  private final String path;

  MonthlyTab(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }

  /** Its address, with the parameters of the period that is shown. */
  public String link(String query) {
    return path + '?' + query;
  }

  public String title(Texts texts) {
    return texts.text("console.monthly.tab." + name().toLowerCase(Locale.ROOT));
  }
}
