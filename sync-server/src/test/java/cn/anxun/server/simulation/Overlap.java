package cn.anxun.server.simulation;

import cn.anxun.core.sync.PhoneStore;
import cn.anxun.server.phone.Network;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a phone does while it syncs: at one step of the sync, which are its calls of
 * the store and the two ends of each request. Between two steps a sync holds nothing that another
 * thread would wait for, so that this is all that a second thread could do to it.
 */
final class Overlap {
  /** Where in a sync the step is. */
  enum Place {
    IN_A_REQUEST("saved while a request of the same phone was under way"),
    BETWEEN_CALLS("saved between two steps of a sync of the same phone");

    private final String counted;

    Place(String counted) {
      this.counted = counted;
    }

    String counted() {
      return counted;
    }
  }

  private Place place = Place.IN_A_REQUEST;
  private int left;
  private @Nullable Runnable deed;

  /** Does this once, after so many steps of that place. */
  void arm(Place where, int after, Runnable what) {
    place = where;
    left = after;
    deed = what;
  }

  /** What was not done by now is not done. */
  void end() {
    deed = null;
  }

  private void step(Place where) {
    Runnable due = deed;
    if (due != null && where == place && left-- == 0) {
      deed = null;
      due.run();
    }
  }

  PhoneStore in(PhoneStore store) {
    return WatchedStore.of(store, (call, with) -> step(Place.BETWEEN_CALLS));
  }

  Network in(Network network) {
    return request -> {
      step(Place.IN_A_REQUEST);
      Network.Result result = network.send(request);
      step(Place.IN_A_REQUEST);
      return result;
    };
  }
}
