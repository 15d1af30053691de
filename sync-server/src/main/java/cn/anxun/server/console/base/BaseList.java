package cn.anxun.server.console.base;

import java.util.List;

/**
 * The bureau's tables.
 *
 * @param problem why a new one cannot have the name that was asked for, or ""
 */
public record BaseList(String problem, List<Group> groups) {

  /**
   * Tables of a family, or those that are alone in theirs.
   *
   * @param title "" where the tables' own names say it
   * @param family its key where there can be more of them by name, else ""
   * @param typed the name that was asked for
   */
  public record Group(String title, String about, String family, String typed, List<Item> items) {}

  /**
   * One table.
   *
   * @param about what it is, where its group does not say it
   * @param saved who saved it last and when, or that it ships
   * @param begun how many rows the reader has changed and not saved
   */
  public record Item(String name, String about, String link, int rows, String saved, int begun) {}
}
