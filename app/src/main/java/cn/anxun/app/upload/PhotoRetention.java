package cn.anxun.app.upload;

import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.local.PhotoRow;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.setting.Settings;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.file.RemoteFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;

/**
 * How long photos stay on the phone that the server has: {@value #USUAL_DAYS} days after it
 * confirmed them, or as many as are set, and less where the disk is short. Asked again before a
 * file goes, the server must still have it. What is shown small stays. What the server does not
 * have is never touched.
 */
public final class PhotoRetention {
  /** The setting: whole days. */
  public static final String DAYS = "photos.keepDays";

  public static final int USUAL_DAYS = 30;

  /** Bytes; with less to spare all that the server has goes, oldest first. */
  static final long SHORT_OF_SPACE = 500L << 20;

  private final Enrolments enrolments;
  private final RemotePhotos remotes;
  private final PhotoTable table;
  private final PhotoStore photos;
  private final Settings settings;
  private final Clock clock;

  @Inject
  PhotoRetention(
      Enrolments enrolments,
      RemotePhotos remotes,
      PhotoTable table,
      PhotoStore photos,
      Settings settings,
      Clock clock) {
    this.enrolments = enrolments;
    this.remotes = remotes;
    this.table = table;
    this.photos = photos;
    this.settings = settings;
    this.clock = clock;
  }

  /** Frees what is past its days, and more where the disk is short. */
  public int freeOld() {
    int freed = freeStored(clock.instant().minus(Duration.ofDays(days())));
    while (photos.space() < SHORT_OF_SPACE) {
      int more = free(table.listStored(clock.millis(), 20));
      if (more == 0) {
        break;
      }
      freed += more;
    }
    return freed;
  }

  /**
   * Frees every photo that the server confirmed before this time and still has, whatever the days
   * that are set.
   *
   * @return how many files went; none where the server cannot be asked
   */
  public int freeStored(Instant before) {
    int freed = 0;
    while (true) {
      int more = free(table.listStored(before.toEpochMilli(), RemoteFiles.MAX_KNOWN));
      if (more == 0) {
        return freed;
      }
      freed += more;
    }
  }

  /**
   * Deletes the photos that the server has, small ones too, without asking it again: where the
   * phone's own copy is to go whatever comes, as in a wipe. What it never confirmed stays.
   *
   * @return how many files went
   */
  public int wipeStored() {
    int gone = 0;
    List<PhotoRow> stored = table.listAtServer(RemoteFiles.MAX_KNOWN);
    while (!stored.isEmpty()) {
      for (PhotoRow photo : stored) {
        try {
          photos.forget(photo);
          gone++;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      stored = table.listAtServer(RemoteFiles.MAX_KNOWN);
    }
    return gone;
  }

  /** For so many days after the server's confirmation photos stay. */
  public int days() {
    return settings.find(DAYS).map(Integer::valueOf).orElse(USUAL_DAYS);
  }

  private int free(List<PhotoRow> stored) {
    Optional<Enrolled> enrolled = enrolments.find();
    if (stored.isEmpty() || !enrolled.isPresent()) {
      return 0;
    }
    List<String> hashes = new ArrayList<>(stored.size());
    stored.forEach(photo -> hashes.add(photo.sha256()));
    if (!(remotes.of(enrolled.get()).known(hashes)
        instanceof RemoteAnswer.Answered<Set<String>> known)) {
      return 0;
    }
    int freed = 0;
    for (PhotoRow photo : stored) {
      if (!known.value().contains(photo.sha256())) {
        table.offer(photo.sha256());
      } else if (photos.free(photo)) {
        freed++;
      }
    }
    return freed;
  }
}
