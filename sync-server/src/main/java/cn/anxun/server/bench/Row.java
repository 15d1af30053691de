package cn.anxun.server.bench;

import java.util.Optional;

/**
 * What became of one work.
 *
 * @param measured empty where the counts were wrong, so that the figures would mean nothing
 */
record Row(String name, Unit unit, Goal goal, Optional<Measured> measured) {

  /** Whether everything was counted right and the goal is met. */
  boolean ok() {
    return measured.filter(goal::isMet).isPresent();
  }
}
