package cn.anxun.app.upload;

import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.local.PhotoRow;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.record.OfficeDocuments;
import cn.anxun.app.setting.Settings;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.PhoneRulesSet;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.file.RemoteFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  /** What may be chosen, in days. */
  public static final List<Integer> OFFERED =
      Collections.unmodifiableList(Arrays.asList(7, USUAL_DAYS, 90, 365));

  /** So many are asked about at once where somebody looks on. */
  private static final int AT_ONCE = 20;

  /** Bytes; with less to spare all that the server has goes, oldest first. */
  static final long SHORT_OF_SPACE = 500L << 20;

  /**
   * What went.
   *
   * @param photos how many
   * @param bytes of their files
   * @param unasked whether the server could not be asked, so that nothing more could go
   */
  public record Freed(int photos, long bytes, boolean unasked) {
    public static final Freed NOTHING = new Freed(0, 0, false);

    Freed and(Freed more) {
      return new Freed(photos + more.photos, bytes + more.bytes, unasked || more.unasked);
    }
  }

  private final Enrolments enrolments;
  private final RemotePhotos remotes;
  private final PhotoTable table;
  private final PhotoStore photos;
  private final HandedFiles handed;
  private final OfficeDocuments documents;
  private final Settings settings;
  private final Clock clock;

  @Inject
  PhotoRetention(
      Enrolments enrolments,
      RemotePhotos remotes,
      PhotoTable table,
      PhotoStore photos,
      HandedFiles handed,
      OfficeDocuments documents,
      Settings settings,
      Clock clock) {
    this.enrolments = enrolments;
    this.remotes = remotes;
    this.table = table;
    this.photos = photos;
    this.handed = handed;
    this.documents = documents;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Frees what is past its days, and more where the disk is short; and deletes what was handed to
   * other apps long ago.
   */
  public int freeOld() {
    handed.deleteShared("", clock.instant().minus(HandedFiles.SHARED_FOR));
    return freeStored(clock.instant().minus(Duration.ofDays(days())))
        + free(clock.instant(), AT_ONCE, so -> photos.space() < SHORT_OF_SPACE).photos();
  }

  /**
   * Frees every photo that the server confirmed before this time and still has, whatever the days
   * that are set.
   *
   * @return how many files went; none where the server cannot be asked
   */
  public int freeStored(Instant before) {
    return free(before, RemoteFiles.MAX_KNOWN, so -> true).photos();
  }

  /**
   * Frees every photo that the server has, now, because somebody wants the space.
   *
   * @param watch is asked again and again whether to go on, and told what went so far
   */
  public Freed freeNow(Predicate<Freed> watch) {
    return free(clock.instant(), AT_ONCE, watch);
  }

  private Freed free(Instant before, int atOnce, Predicate<Freed> watch) {
    Freed freed = Freed.NOTHING;
    List<PhotoRow> stored = table.listStored(before.toEpochMilli(), Integer.MAX_VALUE);
    for (int from = 0; from < stored.size() && !freed.unasked() && watch.test(freed); ) {
      int to = Math.min(stored.size(), from + atOnce);
      freed = freed.and(free(stored.subList(from, to)));
      from = to;
    }
    return freed;
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

  /** For so many days after the server's confirmation photos stay: as chosen, and as allowed. */
  public int days() {
    return Math.min(chosen(), most().orElse(Integer.MAX_VALUE));
  }

  /** What was chosen last on this phone, whatever the bureau allows. */
  public int chosen() {
    return settings.find(DAYS).map(Integer::valueOf).orElse(USUAL_DAYS);
  }

  /** The most that the bureau allows, as far as this phone knows; empty where it says nothing. */
  public Optional<Integer> most() {
    return documents
        .find(Documents.PHONE_RULES)
        .flatMap(rules -> rules.fields().find(PhoneRulesSet.PHOTO_DAYS))
        .map(
            days ->
                (int) Math.max(PhoneRulesSet.LEAST_DAYS, Math.min(PhoneRulesSet.MOST_DAYS, days)));
  }

  /**
   * From now on they stay so long.
   *
   * @param days one of {@link #OFFERED}
   */
  public void choose(int days) {
    if (!OFFERED.contains(days)) {
      throw new IllegalArgumentException("days: " + days);
    }
    settings.put(DAYS, Integer.toString(days));
  }

  private Freed free(List<PhotoRow> stored) {
    Optional<Enrolled> enrolled = enrolments.find();
    List<String> hashes = new ArrayList<>(stored.size());
    stored.forEach(photo -> hashes.add(photo.sha256()));
    if (!enrolled.isPresent()
        || !(remotes.of(enrolled.get()).known(hashes)
            instanceof RemoteAnswer.Answered<Set<String>> known)) {
      return new Freed(0, 0, true);
    }
    int freed = 0;
    long bytes = 0;
    for (PhotoRow photo : stored) {
      if (!known.value().contains(photo.sha256())) {
        table.offer(photo.sha256());
      } else if (photos.free(photo)) {
        freed++;
        bytes += photo.bytes();
      }
    }
    return new Freed(freed, bytes, false);
  }
}
