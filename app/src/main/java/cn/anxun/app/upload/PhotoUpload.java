package cn.anxun.app.upload;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.file.FileUpload;
import cn.anxun.core.sync.file.UploadOutcome;
import cn.anxun.core.sync.file.UploadProgress;
import cn.anxun.core.sync.file.UploadWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Sends what waits of photos, once. */
@Singleton
public final class PhotoUpload {
  private final Enrolments enrolments;
  private final RoomFileQueue queue;
  private final PhotoStore photos;
  private final RemotePhotos remotes;
  private final Clock clock;
  private final BackOff backOff;
  private final MutableLiveData<Optional<UploadProgress>> progress =
      new MutableLiveData<>(Optional.empty());

  @Inject
  PhotoUpload(
      Enrolments enrolments,
      RoomFileQueue queue,
      PhotoStore photos,
      RemotePhotos remotes,
      Clock clock,
      Random random) {
    this.enrolments = enrolments;
    this.queue = queue;
    this.photos = photos;
    this.remotes = remotes;
    this.clock = clock;
    this.backOff = new BackOff(random);
  }

  /** How far it has come; empty while nothing is sent. */
  public LiveData<Optional<UploadProgress>> watch() {
    return progress;
  }

  /** Whether anything waits that the server may have. */
  public boolean hasWork() {
    return queue.totals().files() > 0;
  }

  /**
   * Sends, as long as it takes; a second call meanwhile waits for its turn.
   *
   * @param cancelled asked again and again whether to end
   * @return empty where the phone is not enrolled or nothing waits
   */
  public synchronized Optional<UploadOutcome> upload(BooleanSupplier cancelled) {
    Optional<Enrolled> enrolled = enrolments.find();
    if (!enrolled.isPresent() || !hasWork()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new FileUpload(queue, photos::openWhole, remotes.of(enrolled.get()), clock, backOff)
              .run(new Watch(cancelled)));
    } finally {
      progress.postValue(Optional.empty());
    }
  }

  private final class Watch implements UploadWatch {
    private final BooleanSupplier cancelled;

    Watch(BooleanSupplier cancelled) {
      this.cancelled = cancelled;
    }

    @Override
    public boolean isCancelled() {
      return cancelled.getAsBoolean();
    }

    @Override
    public void progress(UploadProgress now) {
      progress.postValue(Optional.of(now));
    }

    @Override
    public void pause(Duration time) {
      try {
        Thread.sleep(time.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
