package cn.anxun.server.http.v1;

import cn.anxun.server.file.Uploads.Sender;
import java.util.HashMap;
import java.util.Map;

/**
 * How many parts of files may arrive at once: each takes a thread for as long as a weak network
 * does, and records go first. No sender may take the others' places.
 */
final class UploadPlaces {
  static final int OF_ALL = 64;
  static final int OF_ONE = 4;

  private final Map<Sender, Integer> taken = new HashMap<>();
  private int inAll;

  /** Takes a place until {@link #leave}; whether there was one. */
  synchronized boolean tryTake(Sender sender) {
    int own = taken.getOrDefault(sender, 0);
    if (inAll >= OF_ALL || own >= OF_ONE) {
      return false;
    }
    taken.put(sender, own + 1);
    inAll++;
    return true;
  }

  synchronized void leave(Sender sender) {
    taken.computeIfPresent(sender, (who, own) -> own > 1 ? own - 1 : null);
    inAll--;
  }
}
