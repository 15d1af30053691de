package cn.anxun.app.navigation;

/**
 * A place in the app. Screens name destinations and never each other; {@code Screens} alone knows
 * which fragment shows which.
 */
public sealed interface Destination {

  /** 首页. */
  record Home() implements Destination {}
}
