package cn.anxun.server.simulation;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.phone.EachHead;
import cn.anxun.server.phone.HttpRemoteLedger;
import cn.anxun.server.phone.Network;
import cn.anxun.server.phone.Phone;
import cn.anxun.server.phone.SqlitePhoneStore;
import cn.anxun.server.storage.StorageException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A phone whose process dies and comes back, and who remembers what its owner saw saved. */
final class SimulatedPhone implements AutoCloseable {
  private static final Duration BETWEEN_DEEDS = Duration.ofMinutes(1);

  private final int number;
  private final Path folder;
  private final Enrolment enrolment;
  private final Wiring wiring;
  private final BadNetwork network;
  private final Happened happened;
  private final SettableClock clock = new SettableClock(World.BEGINNING);
  private final Random random;
  private final EntryIds ids;
  private final Map<String, List<WrittenEntry>> seenSaved = new LinkedHashMap<>();
  private final Set<String> perhapsWithdrawn = new LinkedHashSet<>();
  private final Set<String> bad = new LinkedHashSet<>();
  private final Set<WrittenEntry> meant = new HashSet<>();
  private final Overlap overlap = new Overlap();
  private final Portions portions;
  private final boolean asksForEachHead;
  private final @Nullable InMemoryPhoneStore memory;
  private Fate fate;
  private Path file;
  private PhoneStore store;
  private Runnable closing = () -> {};
  private Phone phone;
  private boolean old;
  private int lives;

  /**
   * @param inMemory whether it keeps what it has in memory that outlives its processes
   * @param seed of its own; where it is even its app asks for each head of a push, as old ones do
   */
  SimulatedPhone(
      int number,
      Path folder,
      boolean inMemory,
      BadNetwork network,
      long seed,
      Wiring wiring,
      Happened happened) {
    this.number = number;
    this.folder = folder;
    this.enrolment = Template.enrolment(number);
    this.wiring = wiring;
    this.network = network;
    this.happened = happened;
    this.random = new Random(seed);
    this.ids = new EntryIds(clock, random);
    this.memory = inMemory ? new InMemoryPhoneStore() : null;
    this.file = folder.resolve("phone-" + number + "-0.db");
    this.portions = Portions.of(seed, happened);
    this.asksForEachHead = seed % 2 == 0;
    this.fate = new Fate("phone", happened);
    network.tellPassing(clock::forward);
    if (!inMemory) {
      Template.copyPhone(file);
    }
    this.store = open();
    this.phone = made();
  }

  private PhoneStore open() {
    Fate next = new Fate("phone", happened);
    fate = next;
    if (memory != null) {
      return noted(MemoryDisk.of(memory, next));
    }
    Path living = file;
    Path heir = folder.resolve("phone-" + number + "-" + ++lives + ".db");
    next.atDeath(() -> next.copy(living, heir));
    SqlitePhoneStore sqlite = SqlitePhoneStore.open(file, wiring.phoneDisk(number, next));
    closing = sqlite::close;
    return noted(sqlite);
  }

  /** What its owner means to save is noted before it is. */
  private PhoneStore noted(PhoneStore kept) {
    return WatchedStore.of(
        kept,
        (call, with) -> {
          if (with.length > 0 && with[0] instanceof WrittenEntry entry) {
            meant.add(entry);
          }
        });
  }

  private Phone made() {
    Network way = old || asksForEachHead ? new EachHead(network) : network;
    RemoteLedger http = new HttpRemoteLedger(overlap.in(way), enrolment.token(), clock);
    RemoteLedger remote = portions.pages(new ToldHeads(http, happened));
    return new Phone(
        enrolment,
        overlap.in(wiring.store(number, portions.batches(store))),
        wiring.remote(number, old ? new OldApp(remote, happened) : remote),
        clock,
        random);
  }

  /**
   * Has its owner do something that ends with "saved" on the screen. Nothing where the process died
   * before, or the disk was full: then nobody saw it saved.
   */
  Optional<WrittenEntry> act(Function<SimulatedPhone, @Nullable WrittenEntry> deed) {
    clock.forward(BETWEEN_DEEDS);
    try {
      return done(deed);
    } catch (Killed e) {
      revive();
      return Optional.empty();
    }
  }

  private Optional<WrittenEntry> done(Function<SimulatedPhone, @Nullable WrittenEntry> deed) {
    int limited = fate.limited();
    try {
      Optional<WrittenEntry> saved = Optional.ofNullable(deed.apply(this));
      saved.ifPresent(entry -> seenSaved.put(entry.entry().id(), List.of(entry)));
      return saved;
    } catch (StorageException e) {
      requireFull(limited, e);
      return Optional.empty();
    }
  }

  /** One sync, after so many steps of which its owner does something; who dies in it dies whole. */
  Optional<SyncOutcome> sync(
      Overlap.Place place, int after, Function<SimulatedPhone, @Nullable WrittenEntry> deed) {
    overlap.arm(place, after, () -> done(deed).ifPresent(saved -> happened.count(place.counted())));
    try {
      return sync();
    } finally {
      overlap.end();
    }
  }

  /** One sync; empty where the process died in it, or its disk was full. */
  Optional<SyncOutcome> sync() {
    clock.forward(BETWEEN_DEEDS);
    int limited = fate.limited();
    try {
      return Optional.of(phone.sync());
    } catch (Killed e) {
      revive();
      return Optional.empty();
    } catch (StorageException e) {
      requireFull(limited, e);
      return Optional.empty();
    }
  }

  /** A store may fail where the disk is full, and for no other reason. */
  private void requireFull(int limitedBefore, StorageException e) {
    if (fate.limited() == limitedBefore) {
      throw e;
    }
    happened.count("phone" + Fate.FULL_DISK);
  }

  private void revive() {
    happened.count("phone: killed");
    overlap.end();
    portions.killed();
    Path heir = folder.resolve("phone-" + number + "-" + lives + ".db");
    closeStore();
    file = heir;
    store = open();
    phone = made();
  }

  /**
   * The app is replaced by an older or newer one, which finds what this one leaves. One in memory
   * stays as it is: what it has read stays read.
   */
  void replaceApp(boolean byOld) {
    if (memory != null) {
      return;
    }
    if (old && !byOld && store.counts().pending() > 0) {
      happened.count("app upgraded with unsent work");
    }
    old = byOld;
    closeStore();
    store = open();
    phone = made();
  }

  /** Whether its app does not know trainings yet. */
  boolean isOld() {
    return old;
  }

  private void closeStore() {
    closing.run();
  }

  Fate fate() {
    return fate;
  }

  BadNetwork network() {
    return network;
  }

  Enrolment enrolment() {
    return enrolment;
  }

  PhoneStore store() {
    return store;
  }

  Phone phone() {
    return phone;
  }

  Clock clock() {
    return clock;
  }

  EntryIds ids() {
    return ids;
  }

  Happened happened() {
    return happened;
  }

  /**
   * What its owner saw saved, by id: in these bytes, or one of these where the process died as they
   * were changed.
   */
  Map<String, List<WrittenEntry>> seenSaved() {
    return seenSaved;
  }

  /** What was saved is about to be replaced by this; nobody has seen yet that it was. */
  void replaces(WrittenEntry next) {
    List<WrittenEntry> either =
        new ArrayList<>(seenSaved.getOrDefault(next.entry().id(), List.of()));
    either.add(next);
    seenSaved.put(next.entry().id(), either);
  }

  /** Ids of what its owner took back, or began to. */
  Set<String> perhapsWithdrawn() {
    return perhapsWithdrawn;
  }

  /** Ids of entries that no server should take as they were written. */
  Set<String> bad() {
    return bad;
  }

  /** All that its owner ever began to save, whether anybody saw it saved or not. */
  Set<WrittenEntry> meant() {
    return meant;
  }

  void jump(Duration by) {
    clock.forward(by);
  }

  void setClock(Instant now) {
    clock.set(now);
  }

  @Override
  public void close() {
    closeStore();
  }
}
