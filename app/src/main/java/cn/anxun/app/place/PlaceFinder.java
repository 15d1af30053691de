package cn.anxun.app.place;

import cn.anxun.core.place.FieldPoint;
import java.util.function.Consumer;

/** Where the phone is now. For the main thread. */
public interface PlaceFinder {

  /** Whether the phone's owner lets the app know. */
  boolean isAllowed();

  /**
   * Looks once, for half a minute at most.
   *
   * @param found is told of each better point, on the main thread; of none after the stop
   * @param ended is run on the main thread when the half minute is over; not after the stop
   * @return ends it at once; may be run more than once
   */
  Runnable find(Consumer<FieldPoint> found, Runnable ended);
}
