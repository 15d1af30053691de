package cn.anxun.app.sync;

import java.time.Duration;

/** When this phone syncs. Calls return at once. */
public interface SyncSchedule {

  /** At the start of the app: now if there is a network, then every quarter of an hour. */
  void start();

  /** Something was saved: in ten seconds, so that it can still be taken back meanwhile. */
  void soon();

  /** Somebody asks: at once, whatever the network. */
  void now();

  /** The last one failed: not before so long, and when there is a network. */
  void later(Duration wait);

  /** Nothing more, as somebody logs out. */
  void stop();
}
