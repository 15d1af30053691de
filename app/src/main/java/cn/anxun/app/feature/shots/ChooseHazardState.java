package cn.anxun.app.feature.shots;

import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.photo.capture.ReceivedPhotos;
import cn.anxun.app.photo.capture.Shot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which hazard do these photos belong to?
 *
 * @param hazards that are not closed, the nearest deadline first, as far as the search finds them
 * @param read whether the hazards have been read
 * @param role what the photos show
 * @param receipt what became of the message that brought them
 * @param busy whether they are being recorded
 */
record ChooseHazardState(
    List<Shot> shots,
    List<RecordItem> hazards,
    boolean read,
    String text,
    String role,
    LocalDate today,
    ReceivedPhotos.Receipt receipt,
    boolean busy) {

  ChooseHazardState {
    shots = Collections.unmodifiableList(new ArrayList<>(shots));
    hazards = Collections.unmodifiableList(new ArrayList<>(hazards));
  }

  boolean mayChoose() {
    return !shots.isEmpty() && !receipt.busy() && !busy;
  }
}
