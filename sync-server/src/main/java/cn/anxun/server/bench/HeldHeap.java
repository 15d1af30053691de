package cn.anxun.server.bench;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;

/**
 * How much heap is held by what writes to this stream: after the first bytes, and again whenever so
 * many more have come, all garbage is collected and what is left is held against what was held when
 * the stream was made.
 */
final class HeldHeap extends FilterOutputStream {
  private static final int EVERY_BYTES = 1 << 20;
  private static final double MEGABYTES = 1 << 20;

  private final long before;
  private long most;
  private long written;
  private long next;

  HeldHeap(OutputStream out) {
    super(out);
    this.before = held();
    this.most = before;
  }

  @Override
  public void write(int octet) throws IOException {
    out.write(octet);
    look(1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    look(length);
  }

  private void look(int more) {
    written += more;
    if (written >= next) {
      most = Math.max(most, held());
      next = written + EVERY_BYTES;
    }
  }

  private static long held() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** The most that was held at any of these times above what was held before. */
  double megabytes() {
    return (most - before) / MEGABYTES;
  }
}
