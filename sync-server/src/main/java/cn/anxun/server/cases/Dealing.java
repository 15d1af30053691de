package cn.anxun.server.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Deals the work to devices and rounds. In a round each device works alone, offline; between rounds
 * they sync. A step that rests on what another device logged is dealt to a later round, so that its
 * author has pulled it by then. Records change hands: one phone finds, another reviews.
 */
final class Dealing {
  /** How many times a year each device syncs at least. */
  private static final int PARTS_OF_THE_YEAR = 6;

  private static final int CHANGES_HANDS_PERCENT = 40;

  /** Every so many phones, one keeps its entries on disk. */
  private static final int ON_DISK_EVERY = 5;

  /** And is dealt only this fraction of a phone's share. */
  private static final int ON_DISK_SHARE = 5;

  /** Where and when a step is done. */
  private record Place(int device, int round) {}

  private record Dealt(Step step, Place place, int order) {}

  private final int phones;
  private final Random random;
  private final Map<Subject, Place> latest = new HashMap<>();
  private final Map<Subject, Place> opened = new HashMap<>();

  private Dealing(int phones, Random random) {
    this.phones = phones;
    this.random = random;
  }

  /** The device of the office, after those of the phones from 0. */
  static int office(int phones) {
    return phones;
  }

  /** The device of the supervisor. */
  static int supervisor(int phones) {
    return phones + 1;
  }

  /**
   * Whether this phone keeps its entries in a SQLite file. It is dealt less work than the others:
   * each of its entries waits for the disk.
   */
  static boolean isOnDisk(int phone) {
    return phone % ON_DISK_EVERY == 1;
  }

  /** For each round, for each device, its steps in the order in which they are done. */
  static List<List<List<Step>>> deal(CaseWork work, int phones, long seed) {
    Dealing dealing = new Dealing(phones, new Random(seed));
    List<Dealt> dealt = new ArrayList<>();
    for (Step step : work.steps()) {
      dealt.add(new Dealt(step, dealing.place(step), dealt.size()));
    }
    dealt.sort(Comparator.comparing((Dealt one) -> one.step().date()).thenComparing(Dealt::order));
    List<List<List<Step>>> rounds = new ArrayList<>();
    int last = dealt.stream().mapToInt(one -> one.place().round()).max().orElse(-1);
    for (int round = 0; round <= last; round++) {
      List<List<Step>> devices = new ArrayList<>();
      for (int device = 0; device < phones + 2; device++) {
        devices.add(new ArrayList<>());
      }
      rounds.add(devices);
    }
    for (Dealt one : dealt) {
      rounds.get(one.place().round()).get(one.place().device()).add(one.step());
    }
    return Collections.unmodifiableList(rounds);
  }

  private Place place(Step step) {
    Place before = latest.get(step.subject());
    int device = device(step, before);
    int round = partOfTheYear(step.date());
    if (before != null) {
      round = Math.max(round, earliest(before, device));
    }
    for (Subject mentioned : step.mentions()) {
      Place place = opened.get(mentioned);
      if (place == null) {
        throw new IllegalStateException(
            step.kind() + " mentions " + mentioned + ", which nothing has opened before it");
      }
      round = Math.max(round, earliest(place, device));
    }
    Place place = new Place(device, round);
    latest.put(step.subject(), place);
    opened.putIfAbsent(step.subject(), place);
    return place;
  }

  private int device(Step step, @Nullable Place before) {
    return switch (step.worker()) {
      case OFFICE -> office(phones);
      case SUPERVISOR -> supervisor(phones);
      case FIELD -> fieldDevice(before);
    };
  }

  private int fieldDevice(@Nullable Place before) {
    if (before == null
        || before.device() >= phones
        || random.nextInt(100) < CHANGES_HANDS_PERCENT) {
      return anyPhone();
    }
    return before.device();
  }

  private int anyPhone() {
    int phone = random.nextInt(phones);
    return isOnDisk(phone) && random.nextInt(ON_DISK_SHARE) > 0
        ? (phone + 1 + random.nextInt(phones - 1)) % phones
        : phone;
  }

  /** The first round in which this device knows what was done at that place. */
  private static int earliest(Place place, int device) {
    return place.device() == device ? place.round() : place.round() + 1;
  }

  private static int partOfTheYear(LocalDate date) {
    return (date.getDayOfYear() - 1) * PARTS_OF_THE_YEAR / 366;
  }
}
