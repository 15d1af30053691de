package cn.anxun.core.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Keeps a ledger in memory: for tests, replays and simulated phones. Safe for several threads. */
public final class InMemoryLedgerStore implements LedgerStore {

  /** By seq, unsent ones last in the order they were put. */
  private record Place(long seq, long putNumber) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::seq).thenComparingLong(Place::putNumber);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final NavigableMap<Place, LedgerEntry> entries = new TreeMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, NavigableMap<Place, LedgerEntry>> bySubject = new HashMap<>();
  private long putNumber;

  @Override
  public synchronized void put(List<LedgerEntry> added) {
    for (LedgerEntry entry : List.copyOf(added)) {
      Place held = places.get(entry.id());
      if (held == null) {
        keep(new Place(entry.seq(), ++putNumber), entry);
      } else if (held.seq() == Stamp.UNSENT && !entry.stamp().isUnsent()) {
        replace(entry);
      }
    }
  }

  @Override
  public synchronized void redact(String id) {
    Place held = places.get(id);
    if (held != null) {
      keep(held, AcceptedEntries.withoutPersonal(forget(held)));
    }
  }

  /** Puts another entry in the place of the one with its id; no effect for an unknown id. */
  public synchronized void replace(LedgerEntry entry) {
    Place held = places.get(entry.id());
    if (held != null) {
      forget(held);
      keep(new Place(entry.seq(), held.putNumber()), entry);
    }
  }

  /** Drops the entry of this id; no effect for an unknown one. */
  public synchronized void remove(String id) {
    Place held = places.remove(id);
    if (held != null) {
      forget(held);
    }
  }

  private void keep(Place place, LedgerEntry entry) {
    entries.put(place, entry);
    places.put(entry.id(), place);
    bySubject.computeIfAbsent(entry.entry().subject(), s -> new TreeMap<>()).put(place, entry);
  }

  private LedgerEntry forget(Place place) {
    LedgerEntry entry = entries.remove(place);
    if (entry == null) {
      throw new IllegalStateException("no entry at seq " + place.seq());
    }
    bySubject.getOrDefault(entry.entry().subject(), new TreeMap<>()).remove(place);
    return entry;
  }

  @Override
  public synchronized Optional<LedgerEntry> find(String id) {
    return Optional.ofNullable(places.get(id)).map(entries::get);
  }

  @Override
  public synchronized List<LedgerEntry> listSubject(String subject, long seq) {
    NavigableMap<Place, LedgerEntry> held = bySubject.get(subject);
    return held == null
        ? List.of()
        : Collections.unmodifiableList(new ArrayList<>(held.headMap(last(seq), true).values()));
  }

  @Override
  public void scan(long after, long upTo, Consumer<LedgerEntry> each) {
    List<LedgerEntry> shown;
    synchronized (this) {
      shown =
          after >= upTo
              ? List.of()
              : new ArrayList<>(entries.subMap(last(after), false, last(upTo), true).values());
    }
    shown.forEach(each);
  }

  @Override
  public synchronized long lastSeq() {
    Place last = entries.lowerKey(new Place(Stamp.UNSENT, 0));
    return last == null ? 0 : last.seq();
  }

  private static Place last(long seq) {
    return new Place(seq, Long.MAX_VALUE);
  }
}
