package cn.anxun.app.navigation;

/**
 * A place in the app. Screens name destinations and never each other; {@code Screens} alone knows
 * which fragment shows which.
 */
public sealed interface Destination {

  /** 首页. */
  record Home() implements Destination {}

  /** 复查. */
  record Review() implements Destination {}

  /** 隐患台账. */
  record Hazards() implements Destination {}

  /** One hazard. */
  record Hazard(String subject) implements Destination {}

  /**
   * A form about one hazard.
   *
   * @param step what is to be done with it
   * @param entry the entry that a correction or a void is of; "" for the one that opened the hazard
   */
  record HazardForm(String subject, String step, String entry) implements Destination {}
}
