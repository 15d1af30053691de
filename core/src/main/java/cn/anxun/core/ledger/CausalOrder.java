package cn.anxun.core.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The entries of one subject in causal order: each after its predecessor, else by seq, unsent ones
 * last in the order they were put. An entry waits while its predecessor, or any before that, is
 * missing from the subject; so do entries that follow each other in a circle. Total on any input,
 * without recursion, in n·log n.
 */
final class CausalOrder {
  private static final int NONE = -1;
  private static final int MISSING = -2;

  private final List<LedgerEntry> ordered;
  private final List<LedgerEntry> waiting;
  private final int[] enter;
  private final int[] size;

  private CausalOrder(
      List<LedgerEntry> ordered, List<LedgerEntry> waiting, int[] enter, int[] size) {
    this.ordered = Collections.unmodifiableList(ordered);
    this.waiting = Collections.unmodifiableList(waiting);
    this.enter = enter;
    this.size = size;
  }

  /** Orders the entries of one subject; of an id that stands twice the first counts. */
  static CausalOrder of(List<LedgerEntry> entries) {
    if (entries.size() == 1 && entries.get(0).entry().header().after() == null) {
      return new CausalOrder(new ArrayList<>(entries), List.of(), new int[1], new int[] {1});
    }
    List<LedgerEntry> bySeq = new ArrayList<>(entries);
    bySeq.sort(Comparator.comparingLong(LedgerEntry::seq));
    Map<String, Integer> places = places(bySeq);
    int[] predecessor = predecessors(bySeq, places);
    int[] order = order(bySeq, predecessor);
    List<LedgerEntry> ordered = new ArrayList<>(order.length);
    boolean[] placed = new boolean[bySeq.size()];
    for (int place : order) {
      ordered.add(bySeq.get(place));
      placed[place] = true;
    }
    List<LedgerEntry> waiting = new ArrayList<>();
    for (int place = 0; place < placed.length; place++) {
      if (!placed[place]) {
        waiting.add(bySeq.get(place));
      }
    }
    return nested(ordered, waiting, order, predecessor);
  }

  private static Map<String, Integer> places(List<LedgerEntry> entries) {
    Map<String, Integer> places = new HashMap<>(entries.size() * 2);
    entries.removeIf(entry -> places.putIfAbsent(entry.id(), places.size()) != null);
    return places;
  }

  private static int[] predecessors(List<LedgerEntry> entries, Map<String, Integer> places) {
    int[] predecessor = new int[entries.size()];
    for (int place = 0; place < predecessor.length; place++) {
      String after = entries.get(place).entry().header().after();
      predecessor[place] = after == null ? NONE : places.getOrDefault(after, MISSING);
    }
    return predecessor;
  }

  /** Kahn's algorithm; each entry has at most one predecessor. */
  private static int[] order(List<LedgerEntry> entries, int[] predecessor) {
    int count = entries.size();
    int[] firstFollower = new int[count];
    int[] nextFollower = new int[count];
    Arrays.fill(firstFollower, NONE);
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int place = 0; place < count; place++) {
      int before = predecessor[place];
      if (before == NONE) {
        ready.add(place);
      } else if (before >= 0) {
        nextFollower[place] = firstFollower[before];
        firstFollower[before] = place;
      }
    }
    int[] order = new int[count];
    int placed = 0;
    for (Integer place = ready.poll(); place != null; place = ready.poll()) {
      order[placed++] = place;
      for (int next = firstFollower[place]; next != NONE; next = nextFollower[next]) {
        ready.add(next);
      }
    }
    return Arrays.copyOf(order, placed);
  }

  /**
   * Numbers the ordered entries so that the followers of one, near and far, have the numbers right
   * after its own.
   */
  private static CausalOrder nested(
      List<LedgerEntry> ordered, List<LedgerEntry> waiting, int[] order, int[] predecessor) {
    int[] position = new int[predecessor.length];
    for (int i = 0; i < order.length; i++) {
      position[order[i]] = i;
    }
    int[] size = new int[order.length];
    for (int i = order.length - 1; i >= 0; i--) {
      size[i]++;
      if (predecessor[order[i]] >= 0) {
        size[position[predecessor[order[i]]]] += size[i];
      }
    }
    int[] enter = new int[order.length];
    int[] free = new int[order.length];
    int freeRoot = 0;
    for (int i = 0; i < order.length; i++) {
      int before = predecessor[order[i]];
      if (before >= 0) {
        enter[i] = free[position[before]];
        free[position[before]] += size[i];
      } else {
        enter[i] = freeRoot;
        freeRoot += size[i];
      }
      free[i] = enter[i] + 1;
    }
    return new CausalOrder(ordered, waiting, enter, size);
  }

  List<LedgerEntry> ordered() {
    return ordered;
  }

  /** By seq. */
  List<LedgerEntry> waiting() {
    return waiting;
  }

  /** Whether the author of the later entry had seen the earlier one, both given by position. */
  boolean isAncestor(int earlier, int later) {
    return enter[earlier] < enter[later] && enter[later] < enter[earlier] + size[earlier];
  }

  /** A number by which the descendants of an entry follow right after it. */
  int nesting(int position) {
    return enter[position];
  }
}
