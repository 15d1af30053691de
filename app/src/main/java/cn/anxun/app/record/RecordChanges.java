package cn.anxun.app.record;

import android.database.SQLException;
import android.util.Log;
import androidx.room.InvalidationTracker;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.device.Background;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** Word of when records may have changed. */
public final class RecordChanges {
  private final InvalidationTracker tracker;
  private final Executor background;
  private final Map<Runnable, InvalidationTracker.Observer> watching = new HashMap<>();

  @Inject
  public RecordChanges(AnxunDatabase database, @Background Executor background) {
    this.tracker = database.getInvalidationTracker();
    this.background = background;
  }

  /** Runs this, off the main thread, whenever records may have changed. */
  public void watch(Runnable changed) {
    InvalidationTracker.Observer observer =
        new InvalidationTracker.Observer("record") {
          @Override
          public void onInvalidated(Set<String> tables) {
            changed.run();
          }
        };
    synchronized (watching) {
      watching.put(changed, observer);
    }
    background.execute(() -> add(observer));
  }

  private void add(InvalidationTracker.Observer observer) {
    try {
      tracker.addObserver(observer);
    } catch (SQLException e) {
      // A database that cannot be read does not change; who reads it tells the person so.
      Log.w("anxun", "changes of records are not followed", e);
    }
  }

  public void unwatch(Runnable changed) {
    InvalidationTracker.Observer observer;
    synchronized (watching) {
      observer = watching.remove(changed);
    }
    if (observer != null) {
      background.execute(() -> tracker.removeObserver(observer));
    }
  }
}
