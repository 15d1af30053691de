package cn.anxun.server.console.phonerules;

import java.util.List;

/**
 * The bureau's rules for its phones.
 *
 * @param seen the revision that is shown; "" where there is none
 * @param problems why what was typed was not taken
 * @param days as it is typed: whole days, "" for no rule
 */
public record PhoneRulesPage(String seen, List<String> problems, String days) {
  public PhoneRulesPage {
    problems = List.copyOf(problems);
  }
}
