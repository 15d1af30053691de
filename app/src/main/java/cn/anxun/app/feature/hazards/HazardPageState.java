package cn.anxun.app.feature.hazards;

import cn.anxun.app.data.local.PhotoItem;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.photo.Caption;
import cn.anxun.app.record.Names;
import cn.anxun.app.record.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the page of one hazard shows.
 *
 * @param row empty where the hazard is void or not known
 * @param photos of all its entries
 * @param next the step that comes next
 * @param more all other steps
 * @param account of the one who is enrolled
 * @param names of units, divisions and people
 */
record HazardPageState(
    Status status,
    LocalDate today,
    Optional<RecordItem> row,
    Timeline timeline,
    List<PhotoItem> photos,
    Optional<StepChoice> next,
    List<StepChoice> more,
    String account,
    Names names) {

  /** Whether there is something to show. */
  enum Status {
    READY,
    /** The phone has nothing of this subject. */
    UNKNOWN,
    FAILED
  }

  HazardPageState {
    photos = Collections.unmodifiableList(new ArrayList<>(photos));
    more = Collections.unmodifiableList(new ArrayList<>(more));
  }

  /** What is said of a photo, by the entry that names it, as in the console. */
  Caption captionOf(String sha256) {
    Optional<Instant> at = Optional.empty();
    String inspector = "";
    for (PhotoItem photo : photos) {
      for (Timeline.Step step : timeline.steps()) {
        if (photo.sha256().equals(sha256) && step.source().id().equals(photo.entry())) {
          at = Optional.of(step.source().entry().header().at());
          inspector = names.person(step.source().stamp().author());
        }
      }
    }
    String site = row.map(RecordItem::siteName).orElse("");
    String number = row.map(item -> item.record().number()).orElse("");
    return new Caption(at, site, inspector, number);
  }

  List<PhotoItem> photosOf(String entry) {
    List<PhotoItem> of = new ArrayList<>();
    for (PhotoItem photo : photos) {
      if (photo.entry().equals(entry)) {
        of.add(photo);
      }
    }
    return of;
  }
}
