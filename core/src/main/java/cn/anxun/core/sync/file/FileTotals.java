package cn.anxun.core.sync.file;

/**
 * What waits in the queue.
 *
 * @param bytes of all of them
 * @param sent how many of these the server has already
 */
public record FileTotals(int files, long bytes, long sent) {
  public static final FileTotals NONE = new FileTotals(0, 0, 0);
}
