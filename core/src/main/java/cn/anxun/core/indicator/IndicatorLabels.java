package cn.anxun.core.indicator;

import cn.anxun.core.text.Texts;

/**
 * What indicators and the units they are printed in are called. The Chinese is theirs; the English
 * is that of the shipped ones, as long as the office calls them what they were shipped as.
 */
public final class IndicatorLabels {
  private IndicatorLabels() {}

  public static String name(Texts texts, Indicator indicator) {
    String key = "indicator." + indicator.id();
    boolean shipped =
        Catalogue.standard()
            .find(indicator.id())
            .filter(standard -> standard.name().equals(indicator.name()))
            .isPresent();
    return shipped && texts.has(key) ? texts.text(key) : indicator.name();
  }

  /** The unit that a figure is printed in, such as 人次. */
  public static String unit(Texts texts, String unit) {
    String key = "unit." + unit;
    return texts.has(key) ? texts.text(key) : unit;
  }
}
