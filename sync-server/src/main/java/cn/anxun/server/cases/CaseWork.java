package cn.anxun.server.cases;

import java.util.List;

/**
 * All that is logged in a case's year, by whom and when, before anybody has logged it.
 *
 * @param steps each after those it rests on
 */
public record CaseWork(List<Step> steps) {
  public CaseWork {
    steps = List.copyOf(steps);
  }
}
