package cn.anxun.core.sync;

import cn.anxun.core.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a store must do so that it holds what the server holds, the same for every store.
 *
 * @param dropped ids of stamped entries that the server does not hold there
 * @param replaced held under their id, with another stamp or other bytes
 * @param added not held
 */
public record Restoration(
    List<String> dropped, List<LedgerEntry> replaced, List<LedgerEntry> added) {
  public Restoration {
    dropped = Collections.unmodifiableList(new ArrayList<>(dropped));
    replaced = Collections.unmodifiableList(new ArrayList<>(replaced));
    added = Collections.unmodifiableList(new ArrayList<>(added));
  }

  /**
   * What is to be done.
   *
   * @param held the stamped entries within the range
   * @param wanted what the server holds there
   * @param find finds an entry of the store that is not within the range
   */
  public static Restoration of(
      List<LedgerEntry> held,
      List<LedgerEntry> wanted,
      Function<String, Optional<LedgerEntry>> find) {
    Map<String, LedgerEntry> within = new HashMap<>();
    held.forEach(entry -> within.put(entry.id(), entry));
    Set<String> kept = new HashSet<>();
    List<LedgerEntry> replaced = new ArrayList<>();
    List<LedgerEntry> added = new ArrayList<>();
    for (LedgerEntry entry : wanted) {
      kept.add(entry.id());
      Optional<LedgerEntry> before =
          within.containsKey(entry.id())
              ? Optional.ofNullable(within.get(entry.id()))
              : find.apply(entry.id());
      if (!before.isPresent()) {
        added.add(entry);
      } else if (!isSame(before.get(), entry)) {
        replaced.add(entry);
      }
    }
    List<String> dropped = new ArrayList<>();
    for (LedgerEntry entry : held) {
      if (!kept.contains(entry.id())) {
        dropped.add(entry.id());
      }
    }
    return new Restoration(dropped, replaced, added);
  }

  private static boolean isSame(LedgerEntry one, LedgerEntry other) {
    return one.stamp().equals(other.stamp())
        && Arrays.equals(one.written().bytes(), other.written().bytes());
  }
}
