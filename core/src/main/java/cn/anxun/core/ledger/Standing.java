package cn.anxun.core.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which of several subjects that are one and the same thing stands for all. Links are followed to
 * their end; where they run in a circle the smallest id, which is the one made first, is the end.
 * If the end is not there at the cut-off (voided, later, not arrived), the earliest that is stands.
 */
public final class Standing {
  private final Map<String, String> others;

  private Standing(Map<String, String> others) {
    this.others = others;
  }

  /**
   * Resolves the links.
   *
   * @param links from a subject to the one it was merged into
   * @param present the records that are there
   */
  public static Standing of(Map<String, String> links, Collection<FoldedRecord> present) {
    if (links.isEmpty()) {
      return new Standing(Map.of());
    }
    Map<String, String> ends = ends(links);
    Map<String, FoldedRecord> chosen = new HashMap<>();
    Comparator<FoldedRecord> earliest =
        Comparator.comparing(FoldedRecord::date).thenComparing(FoldedRecord::subject);
    for (FoldedRecord record : present) {
      String end = ends.getOrDefault(record.subject(), record.subject());
      chosen.merge(
          end,
          record,
          (one, other) ->
              one.subject().equals(end) || other.subject().equals(end)
                  ? (one.subject().equals(end) ? one : other)
                  : (earliest.compare(one, other) <= 0 ? one : other));
    }
    Map<String, String> others = new LinkedHashMap<>();
    ends.forEach(
        (subject, end) -> {
          FoldedRecord record = chosen.get(end);
          String stands = record == null ? end : record.subject();
          if (!subject.equals(stands)) {
            others.put(subject, stands);
          }
          if (!end.equals(stands)) {
            others.put(end, stands);
          }
        });
    return new Standing(others);
  }

  private static Map<String, String> ends(Map<String, String> links) {
    Map<String, String> ends = new LinkedHashMap<>();
    for (String start : links.keySet()) {
      Set<String> path = new LinkedHashSet<>();
      String at = start;
      while (!ends.containsKey(at) && links.containsKey(at) && path.add(at)) {
        at = links.getOrDefault(at, at);
      }
      String end = path.contains(at) ? firstOfCircle(path, at) : ends.getOrDefault(at, at);
      for (String subject : path) {
        ends.put(subject, end);
      }
    }
    return ends;
  }

  private static String firstOfCircle(Set<String> path, String entry) {
    String first = entry;
    boolean inCircle = false;
    for (String subject : path) {
      inCircle |= subject.equals(entry);
      if (inCircle && subject.compareTo(first) < 0) {
        first = subject;
      }
    }
    return first;
  }

  /** The subject that stands for this one, which is itself unless it was merged. */
  public String of(String subject) {
    return others.isEmpty() ? subject : others.getOrDefault(subject, subject);
  }

  /** Whether every subject stands for itself. */
  public boolean isEmpty() {
    return others.isEmpty();
  }

  /** For every subject that does not stand for itself, the one that does. */
  public Map<String, String> others() {
    return new LinkedHashMap<>(others);
  }

  /** Whether the record stands for itself. */
  public boolean stands(FoldedRecord record) {
    return others.isEmpty() || !others.containsKey(record.subject());
  }
}
