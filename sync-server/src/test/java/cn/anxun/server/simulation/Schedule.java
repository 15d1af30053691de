package cn.anxun.server.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * All that happens in one simulation.
 *
 * @param phones how many there are
 */
record Schedule(long seed, int phones, List<Move> moves) {
  private static final int DAYS = 86_400;

  Schedule {
    moves = List.copyOf(moves);
  }

  /** What this seed says. */
  static Schedule of(long seed) {
    Random random = new Random(seed);
    int phones = 2 + random.nextInt(4);
    int length = 30 + random.nextInt(60);
    int percent = List.of(0, 15, 35, 60).get(random.nextInt(4));
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      moves.add(move(random, phones, percent));
    }
    return new Schedule(seed, phones, moves);
  }

  private static Move move(Random random, int phones, int percent) {
    int phone = random.nextInt(phones);
    int process = random.nextInt(3) == 0 ? Move.SERVER : phone;
    int dice = random.nextInt(100);
    if (dice < 55) {
      return new Move.Act(phone, random.nextLong());
    } else if (dice < 80) {
      return new Move.Sync(phone, random.nextLong(), percent);
    } else if (dice < 88) {
      return new Move.Kill(
          process, new Fate.Kill(random.nextInt(6), random.nextBoolean(), random.nextBoolean()));
    } else if (dice < 91) {
      return new Move.Fill(process, 1 + random.nextInt(3));
    } else if (dice < 95) {
      return new Move.Jump(process, random.nextInt(10 * DAYS) - 5L * DAYS);
    } else if (dice < 96) {
      return new Move.BackUp();
    } else if (dice < 97) {
      return new Move.Restore();
    }
    return dice < 98 ? new Move.Revoke(phone) : new Move.Rescope(phone);
  }

  /** The same without the moves from this one on, so many. */
  Schedule without(int from, int count) {
    List<Move> left = new ArrayList<>(moves.subList(0, from));
    left.addAll(moves.subList(Math.min(moves.size(), from + count), moves.size()));
    return new Schedule(seed, phones, left);
  }
}
