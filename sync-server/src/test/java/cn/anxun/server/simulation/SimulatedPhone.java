package cn.anxun.server.simulation;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.server.phone.HttpRemoteLedger;
import cn.anxun.server.phone.Phone;
import cn.anxun.server.phone.SqlitePhoneStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A phone whose process dies and comes back, and who remembers what its owner saw saved. */
final class SimulatedPhone implements AutoCloseable {
  private final int number;
  private final Path folder;
  private final Enrolment enrolment;
  private final Wiring wiring;
  private final BadNetwork network;
  private final SimulatedClock clock;
  private final Random random;
  private final Map<String, WrittenEntry> seenSaved = new LinkedHashMap<>();
  private Fate fate = new Fate();
  private Path file;
  private SqlitePhoneStore store;
  private Phone phone;
  private int lives;
  private int kills;

  SimulatedPhone(
      int number,
      Path folder,
      Enrolment enrolment,
      BadNetwork network,
      Instant now,
      long seed,
      Wiring wiring) {
    this.number = number;
    this.folder = folder;
    this.enrolment = enrolment;
    this.wiring = wiring;
    this.network = network;
    this.clock = new SimulatedClock(now);
    this.random = new Random(seed);
    this.file = folder.resolve("phone-" + number + "-0.db");
    this.store = open();
    this.phone = phone();
  }

  private SqlitePhoneStore open() {
    Fate next = new Fate();
    Path living = file;
    Path heir = folder.resolve("phone-" + number + "-" + ++lives + ".db");
    next.atDeath(() -> next.copy(living, heir));
    fate = next;
    return SqlitePhoneStore.open(file, wiring.phoneDisk(number, next));
  }

  private Phone phone() {
    return new Phone(
        enrolment,
        wiring.store(number, store),
        wiring.remote(number, new HttpRemoteLedger(network, enrolment.token(), clock)),
        clock,
        random);
  }

  /**
   * Has its owner do something that ends with "saved" on the screen. Nothing where the process died
   * before, or the disk was full: then nobody saw it saved.
   */
  Optional<WrittenEntry> act(Function<Phone, @Nullable WrittenEntry> deed) {
    try {
      Optional<WrittenEntry> saved = Optional.ofNullable(deed.apply(phone));
      saved.ifPresent(entry -> seenSaved.put(entry.entry().id(), entry));
      return saved;
    } catch (Killed e) {
      revive();
      return Optional.empty();
    } catch (cn.anxun.server.storage.StorageException e) {
      return Optional.empty();
    }
  }

  /** One sync; empty where the process died in it. */
  Optional<SyncOutcome> sync() {
    try {
      return Optional.of(phone.sync());
    } catch (Killed e) {
      revive();
      return Optional.empty();
    } catch (cn.anxun.server.storage.StorageException e) {
      return Optional.empty();
    }
  }

  private void revive() {
    kills++;
    store.close();
    file = folder.resolve("phone-" + number + "-" + lives + ".db");
    store = open();
    phone = phone();
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

  SqlitePhoneStore store() {
    return store;
  }

  Phone phone0() {
    return phone;
  }

  int kills() {
    return kills;
  }

  /** What its owner saw saved, by id. */
  Map<String, WrittenEntry> seenSaved() {
    return seenSaved;
  }

  void jump(Duration by) {
    clock.jump(by);
  }

  void setClock(Instant now) {
    clock.set(now);
  }

  @Override
  public void close() {
    store.close();
  }
}
