package cn.anxun.app.photo.capture;

import android.net.Uri;
import android.os.Handler;
import android.os.Looper;
import androidx.annotation.WorkerThread;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import cn.anxun.app.device.Background;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoSource;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.EntryIds;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Where shots lie from the shutter until a record takes them. Every step is on the disk before the
 * next one begins: the place before the camera opens, the picture before the next one is offered,
 * the owner's draft before the shot leaves the tray. After a kill what the camera had written is
 * found again as the app starts, and goes to the form it was taken for when that is opened.
 */
@Singleton
public final class ShotTray {
  static final String DRAFT = "shots";

  private final DraftKeeper drafts;
  private final PhotoStore photos;
  private final ShotFiles files;
  private final EntryIds ids;
  private final Clock clock;
  private final Executor background;
  private final ShotRecovery recovery;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final MutableLiveData<List<Shot>> live = new MutableLiveData<>();
  private final Object lock = new Object();
  private final Set<String> handed = new HashSet<>();
  private @Nullable TrayContent content;

  @Inject
  ShotTray(
      DraftKeeper drafts,
      PhotoStore photos,
      ShotFiles files,
      EntryIds ids,
      Clock clock,
      @Background Executor background) {
    this.drafts = drafts;
    this.photos = photos;
    this.files = files;
    this.ids = ids;
    this.clock = clock;
    this.background = background;
    this.recovery = new ShotRecovery(new Recovered(), files, photos, drafts, ids, clock);
    background.execute(this::read);
  }

  /**
   * All that nobody is taking over just now, in the order taken; has no value until what was kept
   * has been read.
   */
  public LiveData<List<Shot>> watch() {
    return live;
  }

  /** The owner's shots, in the order taken. */
  @WorkerThread
  public List<Shot> list(String owner) {
    List<Shot> found = new ArrayList<>();
    for (Shot shot : read().shots()) {
      if (shot.purpose().owner().equals(owner)) {
        found.add(shot);
      }
    }
    return found;
  }

  /**
   * A place for the next photo, on the disk when this returns.
   *
   * @throws PhotoRejectedException where the disk takes none
   */
  @WorkerThread
  public ShotPlace reserve(Purpose purpose) throws PhotoRejectedException {
    return reserve(purpose, false);
  }

  /** As {@link #reserve}, for the phone's own camera app, which writes to {@link #uri}. */
  @WorkerThread
  public ShotPlace reserveElsewhere(Purpose purpose) throws PhotoRejectedException {
    return reserve(purpose, true);
  }

  private ShotPlace reserve(Purpose purpose, boolean elsewhere) throws PhotoRejectedException {
    ShotPlace place = new ShotPlace(ids.next(), purpose, elsewhere, clock.millis());
    try {
      files.prepare();
    } catch (IOException e) {
      throw PhotoRejectedException.noSpace(e);
    }
    change(before -> before.with(place));
    return place;
  }

  /** Where the phone's own camera app is to write. */
  public Uri uri(ShotPlace place) {
    return files.uri(place.file());
  }

  /**
   * Keeps what the camera brought; both the picture as it came and the photo are on the disk when
   * this returns.
   *
   * @param purpose what it is taken for after all
   */
  @WorkerThread
  public Shot keep(ShotPlace place, Purpose purpose, byte[] jpeg) throws PhotoRejectedException {
    ShotPlace known = new ShotPlace(place.id(), purpose, place.elsewhere(), place.madeAt());
    if (!known.equals(place)) {
      change(before -> before.without(place).with(known));
    }
    try {
      files.write(known.file(), jpeg);
    } catch (IOException e) {
      throw PhotoRejectedException.noSpace(e);
    }
    try {
      return take(known);
    } catch (PhotoRejectedException e) {
      if (isNoPicture(e)) {
        discard(known);
      }
      throw e;
    }
  }

  private static boolean isNoPicture(PhotoRejectedException e) {
    return e.reason() == PhotoRejectedException.Reason.TRUNCATED
        || e.reason() == PhotoRejectedException.Reason.NOT_A_PHOTO;
  }

  /** Keeps what the phone's own camera app wrote for this owner; nothing where it did not. */
  @WorkerThread
  public void keepFromElsewhere(String owner) throws PhotoRejectedException {
    for (ShotPlace place : read().places()) {
      if (place.elsewhere() && place.purpose().owner().equals(owner)) {
        if (files.exists(place.file())) {
          take(place);
        } else {
          discard(place);
        }
      }
    }
  }

  /** Keeps a photo that is somewhere already: chosen, or sent in. */
  @WorkerThread
  public Shot add(Purpose purpose, PhotoSource source) throws PhotoRejectedException {
    Attachment photo = photos.add(source, purpose.role());
    Shot shot = new Shot(ids.next(), purpose, clock.millis(), photo);
    putBack(List.of(shot));
    return shot;
  }

  private Shot take(ShotPlace place) throws PhotoRejectedException {
    Attachment photo = photos.add(files.source(place.file()), place.purpose().role());
    Shot shot = new Shot(place.id(), place.purpose(), clock.millis(), photo);
    change(
        before -> {
          List<Shot> more = new ArrayList<>(before.shots());
          more.removeIf(each -> each.id().equals(shot.id()));
          more.add(shot);
          return before.with(more).without(place);
        });
    files.delete(place.file());
    return shot;
  }

  /** Nothing will be written there any more. */
  @WorkerThread
  public void discard(ShotPlace place) {
    change(before -> before.without(place));
    files.delete(place.file());
  }

  /** Takes these away; their pictures stay in the photo store, for {@link #putBack}. */
  @WorkerThread
  public void remove(Collection<Shot> gone) {
    Predicate<Shot> is = among(gone);
    change(
        before -> {
          List<Shot> fewer = new ArrayList<>(before.shots());
          fewer.removeIf(is);
          return before.with(fewer);
        });
  }

  /** Puts these in, each at the place it has by its time. */
  @WorkerThread
  public void putBack(Collection<Shot> shots) {
    Predicate<Shot> is = among(shots);
    change(
        before -> {
          List<Shot> more = new ArrayList<>(before.shots());
          more.removeIf(is);
          more.addAll(shots);
          more.sort((one, other) -> one.id().compareTo(other.id()));
          return before.with(more);
        });
  }

  /** Gives these to another owner. */
  @WorkerThread
  public void move(Collection<Shot> moved, String owner) {
    List<Shot> changed = new ArrayList<>();
    for (Shot shot : moved) {
      changed.add(new Shot(shot.id(), shot.purpose().movedTo(owner), shot.takenAt(), shot.photo()));
    }
    putBack(changed);
  }

  /**
   * Hands the owner its shots, on the main thread; nothing is called where there are none. They
   * leave the tray once the owner's draft with them is on the disk.
   *
   * @param taking answers which of them it has put into its draft; the others stay
   */
  public void handOver(String owner, Function<List<Shot>, Collection<Shot>> taking) {
    background.execute(
        () -> {
          List<Shot> shots = new ArrayList<>();
          synchronized (lock) {
            for (Shot shot : list(owner)) {
              if (handed.add(shot.id())) {
                shots.add(shot);
              }
            }
            publish();
          }
          if (!shots.isEmpty()) {
            main.post(() -> finishHandOver(shots, taking.apply(shots)));
          }
        });
  }

  private void finishHandOver(List<Shot> shots, Collection<Shot> taken) {
    background.execute(
        () -> {
          if (!taken.isEmpty()) {
            settle(taken);
          }
          synchronized (lock) {
            shots.forEach(shot -> handed.remove(shot.id()));
            publish();
          }
        });
  }

  /** Takes these away once all drafts that were put before are on the disk. */
  @WorkerThread
  public void settle(Collection<Shot> taken) {
    drafts.flush();
    remove(taken);
  }

  private static Predicate<Shot> among(Collection<Shot> shots) {
    Set<String> named = new HashSet<>();
    shots.forEach(shot -> named.add(shot.id()));
    return shot -> named.contains(shot.id());
  }

  private void change(UnaryOperator<TrayContent> change) {
    synchronized (lock) {
      TrayContent after = change.apply(read());
      drafts.putNow(DRAFT, after.write());
      content = after;
      publish();
    }
  }

  private TrayContent read() {
    synchronized (lock) {
      if (content == null) {
        content = kept();
        recovery.recover(content.places());
        publish();
      }
      return content;
    }
  }

  private TrayContent kept() {
    Optional<String> text = drafts.find(DRAFT);
    if (!text.isPresent()) {
      return TrayContent.NONE;
    }
    Optional<TrayContent> read = TrayContent.read(text.get());
    return read.isPresent() ? read.get() : new TrayContent(List.of(), recovery.salvage(text.get()));
  }

  /** What a kill left behind is taken in when this returns. */
  @WorkerThread
  public void recover() {
    read();
  }

  private void publish() {
    List<Shot> shots = new ArrayList<>(content == null ? List.of() : content.shots());
    shots.removeIf(shot -> handed.contains(shot.id()));
    live.postValue(shots);
  }

  private final class Recovered implements ShotRecovery.Taking {
    @Override
    public Shot take(ShotPlace place) throws PhotoRejectedException {
      return ShotTray.this.take(place);
    }

    @Override
    public void takeStray(String file) throws PhotoRejectedException {
      add(new Purpose(Purpose.CASUAL, "", "", Purpose.BEFORE), files.source(file));
    }

    @Override
    public void discard(ShotPlace place) {
      ShotTray.this.discard(place);
    }
  }
}
