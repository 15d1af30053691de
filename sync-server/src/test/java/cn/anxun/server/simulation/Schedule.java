package cn.anxun.server.simulation;

import cn.anxun.core.ledger.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * All that happens in one simulation.
 *
 * @param phones how many there are
 * @param inMemory whether the phones keep what they have in memory that outlives their processes,
 *     rather than in SQLite on a disk
 */
record Schedule(long seed, int phones, boolean inMemory, List<Move> moves) {
  private static final int DAYS = 86_400;
  private static final int LONG_ONE_EACH = 40;

  Schedule {
    moves = List.copyOf(moves);
  }

  /** What this seed says. */
  static Schedule of(long seed) {
    Random random = new Random(seed);
    boolean isLong = seed % LONG_ONE_EACH == 0;
    int phones = isLong ? Template.ROLES.size() : 2 + random.nextInt(3);
    int length = isLong ? 80 + random.nextInt(60) : 12 + random.nextInt(24);
    int percent = List.of(0, 15, 35, 60).get(random.nextInt(4));
    boolean inMemory = !isLong && random.nextInt(3) < 2;
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      moves.add(move(random, phones, percent));
    }
    return new Schedule(seed, phones, inMemory, moves);
  }

  private static Move move(Random random, int phones, int percent) {
    int phone = random.nextInt(phones);
    int dice = random.nextInt(100);
    if (dice < 47) {
      return new Move.Act(phone, random.nextLong());
    } else if (dice < 49) {
      return new Move.Bulk(phone, random.nextLong(), 5 + random.nextInt(25));
    } else if (dice < 67) {
      return new Move.Sync(phone, random.nextLong(), percent);
    } else if (dice < 71) {
      return overlapped(random, phone, percent);
    } else if (dice < 74) {
      return new Move.Together(phone, (phone + 1 + random.nextInt(phones - 1)) % phones);
    }
    return mishap(random, phone, phones, dice);
  }

  private static Move overlapped(Random random, int phone, int percent) {
    Overlap.Place place =
        random.nextBoolean() ? Overlap.Place.IN_A_REQUEST : Overlap.Place.BETWEEN_CALLS;
    int steps = place == Overlap.Place.IN_A_REQUEST ? 6 : 24;
    return new Move.Overlapped(
        phone, random.nextLong(), percent, place, random.nextInt(steps), random.nextLong());
  }

  private static Move mishap(Random random, int phone, int phones, int dice) {
    int process = random.nextInt(3) == 0 ? Move.SERVER : phone;
    if (dice < 82) {
      return new Move.Kill(process, Fate.Kill.of(random));
    } else if (dice < 85) {
      return new Move.Fill(process, 1 + random.nextInt(3));
    } else if (dice < 88) {
      return new Move.Jump(process, random.nextInt(10 * DAYS) - 5L * DAYS);
    } else if (dice < 90) {
      return random.nextInt(3) == 0 ? new Move.UpgradeTables() : new Move.BackUp();
    } else if (dice < 92) {
      return new Move.Restore();
    }
    return atOffice(random, phone, phones, dice);
  }

  private static Move atOffice(Random random, int phone, int phones, int dice) {
    if (dice < 93) {
      return random.nextBoolean()
          ? new Move.Revoke(phone)
          : new Move.Disable(phone, random.nextInt(3) > 0);
    } else if (dice < 95) {
      return rescope(random, phone, phones);
    } else if (dice < 96) {
      return new Move.Decide(random.nextLong(), random.nextBoolean() ? 100 : 50);
    } else if (dice < 98) {
      return new Move.ServerVersion(random.nextBoolean());
    }
    return new Move.AppVersion(phone, random.nextInt(3) > 0);
  }

  /** Mostly of a grid worker, and to the division where that one does not begin: else all stays. */
  private static Move rescope(Random random, int phone, int phones) {
    int division = random.nextInt(4) > 0 ? 1 : 0;
    int gridWorker = Template.ROLES.indexOf(Role.GRID_WORKER);
    boolean isStaff = Template.ROLES.get(phone) != Role.GRID_WORKER;
    return new Move.Rescope(
        isStaff && phone > 0 && gridWorker < phones ? gridWorker : phone, division);
  }

  /** The same without the moves from this one on, so many. */
  Schedule without(int from, int count) {
    List<Move> left = new ArrayList<>(moves.subList(0, from));
    left.addAll(moves.subList(Math.min(moves.size(), from + count), moves.size()));
    return new Schedule(seed, phones, inMemory, left);
  }
}
