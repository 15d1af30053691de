package cn.anxun.app.data.local;

/**
 * How the photos of what was recorded here stand.
 *
 * @param waiting not at the server yet
 * @param waitingBytes of those
 * @param sentBytes how much of these bytes the server has already
 * @param refused put aside until somebody looks
 */
public record PhotoCounts(int waiting, long waitingBytes, long sentBytes, int refused) {
  public static final PhotoCounts NONE = new PhotoCounts(0, 0, 0, 0);
}
