package cn.anxun.server.console.form;

import java.util.List;

/**
 * 数据体检 of a year.
 *
 * @param groups the findings by what they are; those with none are there too
 */
public record CheckupPage(int year, String before, String after, String back, List<Group> groups) {

  /**
   * Findings of one sort.
   *
   * @param size how many there are; the items are the first of them
   * @param help what to do about them
   */
  public record Group(String name, int size, String help, List<Item> items) {}

  /** A finding in a sentence, with its records. */
  public record Item(String sentence, List<FormPage.Link> records) {}

  /** The year without a comma. */
  public String yearText() {
    return Integer.toString(year);
  }
}
