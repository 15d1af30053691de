package cn.anxun.server.report.fill;

import java.util.List;

/**
 * What was filled.
 *
 * @param filled each place with the name and the text of what it holds now
 * @param notices what a person should do or know, as Chinese sentences
 */
public record FillReport(List<Filled> filled, List<String> notices) {
  public FillReport {
    filled = List.copyOf(filled);
    notices = List.copyOf(notices);
  }

  /** One place. */
  public record Filled(String where, String name, String text) {}
}
