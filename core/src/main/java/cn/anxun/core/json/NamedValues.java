package cn.anxun.core.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of a few names in the order in which they were given: what the fields of an
 * entry and the members of an object are. A year's ledger has some hundred thousand of them, so
 * they are kept in the least room: those with the same names share these, and a name is found by
 * looking through their hashes.
 */
public final class NamedValues extends AbstractMap<String, Json> {
  /** With more names than this a hash table is quicker. */
  private static final int MOST = 48;

  private final Names names;
  private final Json[] values;

  private NamedValues(Map<String, Json> from) {
    String[] given = new String[from.size()];
    values = new Json[given.length];
    int at = 0;
    for (Map.Entry<String, Json> value : from.entrySet()) {
      given[at] = value.getKey();
      values[at] = value.getValue();
      at++;
    }
    names = Names.of(given);
  }

  /** Names in an order. */
  private static final class Names {
    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 32;
    private static final @Nullable Names[] KEPT = new @Nullable Names[SLOTS];

    private final String[] inOrder;
    private final int[] hashes;
    private final int hash;

    private Names(String[] inOrder, int hash) {
      this.inOrder = inOrder;
      this.hash = hash;
      this.hashes = new int[inOrder.length];
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = inOrder[i].hashCode();
      }
    }

    /** The same names as they were given before, where these are still kept. */
    static Names of(String[] inOrder) {
      int hash = Arrays.hashCode(inOrder);
      int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
      Names kept = KEPT[slot];
      if (kept != null && Arrays.equals(kept.inOrder, inOrder)) {
        return kept;
      }
      Names names = new Names(inOrder, hash);
      if (areShort(inOrder)) {
        KEPT[slot] = names;
      }
      return names;
    }

    /** What somebody sends to fill the memory is not kept. */
    private static boolean areShort(String[] names) {
      for (String name : names) {
        if (name.length() > LONGEST) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Names names && Arrays.equals(inOrder, names.inOrder);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    int indexOf(@Nullable Object name) {
      if (name != null) {
        int hash = name.hashCode();
        for (int i = 0; i < hashes.length; i++) {
          if (hashes[i] == hash && inOrder[i].equals(name)) {
            return i;
          }
        }
      }
      return -1;
    }
  }

  /** An immutable map that says the same, in the same order. */
  public static Map<String, Json> copyOf(Map<String, Json> values) {
    if (values instanceof NamedValues) {
      return values;
    }
    return values.size() > MOST
        ? Collections.unmodifiableMap(new LinkedHashMap<>(values))
        : new NamedValues(values);
  }

  /**
   * Reads some names out of one map after the other. Where these have their names from the same
   * sort of entry, where each stands is looked up once. Safe for several threads that each have
   * rows of their own.
   */
  public static final class Picking {
    private final String[] wanted;
    private final Map<Names, int[]> places = new ConcurrentHashMap<>();

    public Picking(Collection<String> names) {
      wanted = names.toArray(new String[0]);
    }

    /**
     * Puts the values into the row, in the order of the names; null for one that is not there or
     * JSON null.
     *
     * @param into a column for each name
     */
    public void pick(Map<String, Json> from, int row, List<@Nullable Json[]> into) {
      NamedValues few = from instanceof NamedValues values ? values : null;
      int[] place = few == null ? null : place(few.names);
      for (int i = 0; i < wanted.length; i++) {
        @Nullable Json[] column = into.get(i);
        if (few == null || place == null) {
          column[row] = present(from.get(wanted[i]));
        } else {
          column[row] = place[i] < 0 ? null : present(few.values[place[i]]);
        }
      }
    }

    private int[] place(Names names) {
      int[] known = places.get(names);
      return known == null ? places.computeIfAbsent(names, this::places) : known;
    }

    private int[] places(Names names) {
      int[] place = new int[wanted.length];
      for (int i = 0; i < place.length; i++) {
        place[i] = names.indexOf(wanted[i]);
      }
      return place;
    }

    private static @Nullable Json present(@Nullable Json value) {
      return value instanceof Json.Null ? null : value;
    }
  }

  @Override
  public @Nullable Json get(@Nullable Object name) {
    int index = names.indexOf(name);
    return index < 0 ? null : values[index];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return names.indexOf(name) >= 0;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Json> action) {
    for (int i = 0; i < values.length; i++) {
      action.accept(names.inOrder[i], values[i]);
    }
  }

  @Override
  public Set<Map.Entry<String, Json>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<String, Json>> {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Iterator<Map.Entry<String, Json>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < values.length;
        }

        @Override
        public Map.Entry<String, Json> next() {
          if (next >= values.length) {
            throw new NoSuchElementException();
          }
          Map.Entry<String, Json> entry =
              new SimpleImmutableEntry<>(names.inOrder[next], values[next]);
          next++;
          return entry;
        }
      };
    }
  }
}
