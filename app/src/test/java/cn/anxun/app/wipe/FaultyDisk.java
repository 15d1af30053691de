package cn.anxun.app.wipe;

import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * A disk under which the process is killed at a chosen step, before or after it, or which is full.
 */
final class FaultyDisk implements WipeDisk {
  /** The process is killed: nothing catches it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final WipeDisk disk;
  private int steps;
  private int killAt = Integer.MAX_VALUE;
  private boolean full;
  private Runnable meanwhile = () -> {};

  FaultyDisk(WipeDisk disk) {
    this.disk = disk;
  }

  /** Each call is two steps: before it, and after it. */
  void killAt(int step) {
    steps = 0;
    killAt = step;
  }

  void setFull(boolean isFull) {
    full = isFull;
  }

  /** Done once, after the next sealed file was written. */
  void meanwhile(Runnable work) {
    meanwhile = work;
  }

  private void step() {
    if (steps++ == killAt) {
      throw new Killed();
    }
  }

  @Override
  public void seal(String name, Content content) throws IOException {
    step();
    if (full) {
      throw new IOException("no space left on device");
    }
    disk.seal(name, content);
    Runnable once = meanwhile;
    meanwhile = () -> {};
    once.run();
    step();
  }

  @Override
  public File sealed(String name) {
    return disk.sealed(name);
  }

  @Override
  public void deleteSealedBut(Collection<String> names) throws IOException {
    step();
    disk.deleteSealedBut(names);
    step();
  }

  @Override
  public List<File> listCaptured() {
    return disk.listCaptured();
  }

  @Override
  public void deleteCached() {
    step();
    disk.deleteCached();
    step();
  }

  @Override
  public void clear() throws IOException {
    step();
    disk.clear();
    step();
  }
}
