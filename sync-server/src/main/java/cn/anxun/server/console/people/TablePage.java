package cn.anxun.server.console.people;

import java.util.List;

/**
 * A table of people: to be chosen, or looked through.
 *
 * @param kept the lines, to be sent again when all is confirmed
 */
public record TablePage(
    String address, int most, List<String> problems, List<Person> people, List<String> kept) {

  /** Somebody in the table. */
  public record Person(String account, String name, String role, String unit, String division) {}

  public TablePage {
    problems = List.copyOf(problems);
    people = List.copyOf(people);
    kept = List.copyOf(kept);
  }
}
