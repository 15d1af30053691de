package cn.anxun.app.feature.review;

import androidx.annotation.WorkerThread;
import cn.anxun.app.data.local.PhotoItem;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.data.local.RecordQuery;
import cn.anxun.app.data.local.RecordRow;
import cn.anxun.app.record.Records;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.hazard.HazardState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The hazards that are not closed. */
final class DueHazards {
  private static final String BEFORE = "before";

  private final Records records;

  @Inject
  DueHazards(Records records) {
    this.records = records;
  }

  /** All that are not closed, the nearest deadline first. */
  @WorkerThread
  List<DueHazard> list() {
    RecordQuery unclosed =
        RecordQuery.of(HazardFound.KIND.recordType())
            .in(
                RecordQuery.Column.STATE,
                Arrays.asList(HazardState.OPEN.wire(), HazardState.RECTIFIED.wire()))
            .orderBy(RecordQuery.Order.DEADLINE);
    List<RecordItem> items = new ArrayList<>();
    List<RecordItem> page;
    do {
      page = records.list(unclosed, items.size(), Records.PAGE);
      items.addAll(page);
    } while (page.size() == Records.PAGE);
    Map<String, String> photos = photos(items);
    List<DueHazard> due = new ArrayList<>(items.size());
    for (RecordItem item : items) {
      due.add(hazard(item, Optional.ofNullable(photos.get(item.record().subject()))));
    }
    return due;
  }

  private Map<String, String> photos(List<RecordItem> items) {
    List<String> subjects = new ArrayList<>(items.size());
    for (RecordItem item : items) {
      subjects.add(item.record().subject());
    }
    Map<String, String> bySubject = new HashMap<>();
    for (PhotoItem photo : records.listPhotos(subjects)) {
      if (photo.type().startsWith("image/") && photo.role().equals(BEFORE)) {
        bySubject.putIfAbsent(photo.subject(), photo.sha256());
      }
    }
    return bySubject;
  }

  private static DueHazard hazard(RecordItem item, Optional<String> photo) {
    RecordRow row = item.record();
    boolean rectified = HazardState.RECTIFIED.wire().equals(row.state());
    return new DueHazard(
        row.subject(),
        text(row.number()),
        text(row.site()),
        text(item.siteName()),
        row.title(),
        text(row.level()),
        rectified,
        text(row.transferredTo()),
        rectified ? row.reviewDue() : row.deadline(),
        photo);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
