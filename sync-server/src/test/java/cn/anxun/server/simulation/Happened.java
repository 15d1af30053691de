package cn.anxun.server.simulation;

import java.util.Map;
import java.util.TreeMap;

/** How often what happened; a fault that never did is not covered. */
public final class Happened {
  private final Map<String, Integer> counts = new TreeMap<>();

  synchronized void count(String what) {
    count(what, 1);
  }

  synchronized void count(String what, int times) {
    if (times > 0) {
      counts.merge(what, times, Integer::sum);
    }
  }

  /** How often this happened, as the simulation calls it. */
  public synchronized int of(String what) {
    return counts.getOrDefault(what, 0);
  }

  void add(Happened other) {
    other.counts().forEach(this::count);
  }

  synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }
}
