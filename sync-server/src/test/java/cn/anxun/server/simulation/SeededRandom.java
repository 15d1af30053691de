package cn.anxun.server.simulation;

import java.security.SecureRandom;
import java.util.Random;

/** Chance that repeats, where the product asks for a strong source. */
final class SeededRandom extends SecureRandom {
  private static final long serialVersionUID = 1;

  private final Random random;

  SeededRandom(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public synchronized void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }
}
