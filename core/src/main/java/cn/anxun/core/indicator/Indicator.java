package cn.anxun.core.indicator;

/**
 * A named measure with the unit it is printed in.
 *
 * @param id stable, for addresses: letters, digits, dots and hyphens, 1 to 64
 * @param name as forms print it
 * @param unit 家 家次 个 处 条 人 人次 次 期 起 份 元 万元 %, …
 * @param direction which way one wants it
 */
public record Indicator(String id, String name, Measure measure, String unit, Direction direction) {

  /** Which way one wants a measure. */
  public enum Direction {
    HIGHER,
    LOWER,
    NEITHER
  }
}
