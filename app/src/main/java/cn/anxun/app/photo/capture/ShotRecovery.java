package cn.anxun.app.photo.capture;

import android.database.SQLException;
import cn.anxun.app.draft.DraftKeeper;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.EntryIds;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the process before this one did not come to the end of: photos that lie as the camera wrote
 * them are taken in, whoever they were for; what is no photo goes, and why is noted. What is whole
 * and cannot be taken in now, for want of space or the key, waits for the next start.
 */
final class ShotRecovery {
  /** The draft in which it is noted what went, so that a wipe's pack has it too. */
  static final String GIVEN_UP = "shots-given-up";

  private static final Logger LOG = Logger.getLogger(ShotRecovery.class.getName());

  /** The phone's own camera app may still be writing. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private static final int MAX_NOTED = 4_000;
  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

  private final Taking tray;
  private final ShotFiles files;
  private final PhotoStore photos;
  private final DraftKeeper drafts;
  private final EntryIds ids;
  private final Clock clock;

  /** What the tray does with what is found. */
  interface Taking {
    Shot take(ShotPlace place) throws PhotoRejectedException;

    /** Of nothing yet. */
    void takeStray(String file) throws PhotoRejectedException;

    void discard(ShotPlace place);
  }

  ShotRecovery(
      Taking tray,
      ShotFiles files,
      PhotoStore photos,
      DraftKeeper drafts,
      EntryIds ids,
      Clock clock) {
    this.tray = tray;
    this.files = files;
    this.photos = photos;
    this.drafts = drafts;
    this.ids = ids;
    this.clock = clock;
  }

  /** The photos that a tray named which cannot be read, of nothing yet. */
  List<Shot> salvage(String tray) {
    LOG.warning("the tray's draft cannot be read; its photos are taken from it");
    Set<String> hashes = new LinkedHashSet<>();
    Matcher hash = HASH.matcher(tray);
    while (hash.find()) {
      hashes.add(hash.group());
    }
    List<Shot> shots = new ArrayList<>();
    for (String sha256 : hashes) {
      photos
          .find(sha256)
          .ifPresent(
              row ->
                  shots.add(
                      new Shot(
                          ids.next(),
                          new Purpose(Purpose.CASUAL, "", "", Purpose.BEFORE),
                          row.addedAt(),
                          new Attachment(sha256, row.bytes(), row.type(), Purpose.BEFORE))));
    }
    return shots;
  }

  /**
   * Sets it right, before anything new is written.
   *
   * @param places that the tray knows of
   */
  void recover(List<ShotPlace> places) {
    try {
      recoverEach(places);
    } catch (SQLException e) {
      // The disk is full, as a rule. Whoever opens the app is to be told so by what they do there.
      LOG.log(Level.WARNING, "photos of before wait for the next start", e);
    }
  }

  private void recoverEach(List<ShotPlace> places) {
    Set<String> named = new HashSet<>();
    for (ShotPlace place : places) {
      named.add(place.file());
      recover(place);
    }
    for (String file : files.list()) {
      if (!named.contains(file)) {
        recover(file);
      }
    }
  }

  private void recover(ShotPlace place) {
    boolean over = !place.elsewhere() || isOld(Instant.ofEpochMilli(place.madeAt()));
    if (!files.exists(place.file())) {
      if (over) {
        tray.discard(place);
      }
      return;
    }
    try {
      tray.take(place);
    } catch (PhotoRejectedException e) {
      if (isNoPhoto(e) && over) {
        note(place.file() + " (" + place.purpose().title() + ')', files.length(place.file()), e);
        tray.discard(place);
      }
    }
  }

  /** A file that nobody knows of: taken in and not deleted yet, or named by a tray that is lost. */
  private void recover(String file) {
    try {
      if (!photos.isNamed(files.source(file))) {
        tray.takeStray(file);
      }
      files.delete(file);
    } catch (PhotoRejectedException e) {
      if (isNoPhoto(e) && isOld(files.writtenAt(file))) {
        note(file, files.length(file), e);
        files.delete(file);
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a photo of before cannot be read now: " + file, e);
    }
  }

  private boolean isOld(Instant since) {
    return since.isBefore(clock.instant().minus(PATIENCE));
  }

  private static boolean isNoPhoto(PhotoRejectedException e) {
    return switch (e.reason()) {
      case TRUNCATED, NOT_A_PHOTO, TOO_LARGE -> true;
      case UNREADABLE, NO_SPACE, KEY_LOST -> false;
    };
  }

  private void note(String what, long bytes, PhotoRejectedException why) {
    LOG.log(Level.WARNING, "what was to be a photo is none: " + what, why);
    String line = clock.instant() + " " + what + ", " + bytes + " bytes: " + why.reason() + '\n';
    String notes = line + drafts.find(GIVEN_UP).orElse("");
    drafts.putNow(GIVEN_UP, notes.substring(0, Math.min(notes.length(), MAX_NOTED)));
  }
}
