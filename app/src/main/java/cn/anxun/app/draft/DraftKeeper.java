package cn.anxun.app.draft;

import androidx.annotation.WorkerThread;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.DraftRow;
import cn.anxun.app.device.Background;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Keeps the drafts of forms by name. Of several changes in a row the last is what is kept. */
@Singleton
public final class DraftKeeper {
  private final AnxunDatabase database;
  private final Clock clock;
  private final Executor background;

  /** What is not written yet; empty for one that is to be removed. */
  private final Map<String, Optional<String>> waiting = new HashMap<>();

  private final Object writing = new Object();

  @Inject
  DraftKeeper(AnxunDatabase database, Clock clock, @Background Executor background) {
    this.database = database;
    this.clock = clock;
    this.background = background;
  }

  /** What is kept under this name, the last change included. */
  @WorkerThread
  public Optional<String> find(String name) {
    synchronized (waiting) {
      Optional<String> last = waiting.get(name);
      if (last != null) {
        return last;
      }
    }
    synchronized (writing) {
      return Optional.ofNullable(database.drafts().find(name)).map(DraftRow::content);
    }
  }

  /** Keeps it; returns at once. */
  public void put(String name, String content) {
    change(name, Optional.of(content));
  }

  /** Keeps it; it is on the disk when this returns. */
  @WorkerThread
  public void putNow(String name, String content) {
    synchronized (waiting) {
      waiting.put(name, Optional.of(content));
    }
    write(name);
  }

  /** Whatever was put before is on the disk when this returns. */
  @WorkerThread
  public void flush() {
    List<String> names;
    synchronized (waiting) {
      names = new ArrayList<>(waiting.keySet());
    }
    names.forEach(this::write);
  }

  /** The form was saved or given up. */
  public void remove(String name) {
    change(name, Optional.empty());
  }

  private void change(String name, Optional<String> content) {
    synchronized (waiting) {
      waiting.put(name, content);
    }
    background.execute(() -> write(name));
  }

  private void write(String name) {
    synchronized (writing) {
      Optional<String> content;
      synchronized (waiting) {
        content = waiting.get(name);
      }
      if (content == null) {
        return;
      }
      if (content.isPresent()) {
        database.drafts().put(new DraftRow(name, content.get(), clock.millis()));
      } else {
        database.drafts().delete(name);
      }
      synchronized (waiting) {
        waiting.remove(name, content);
      }
    }
  }
}
