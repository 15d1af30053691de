package cn.anxun.app.feature.review;

import cn.anxun.app.place.OpenPlace;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorded;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Recording;
import cn.anxun.app.record.Timelines;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.EnforcementTaken;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.Transferred;
import cn.anxun.core.ledger.FoldedRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;

/** Records what a round found, each finding in one transaction. Never on the main thread. */
final class ReviewRecords {
  private static final String CASE_FILED = "立案";
  private static final String UNDONE = "复查误录，撤销";

  private final Recorder recorder;
  private final Timelines timelines;
  private final OpenPlace place;

  @Inject
  ReviewRecords(Recorder recorder, Timelines timelines, OpenPlace place) {
    this.place = place;
    this.recorder = recorder;
    this.timelines = timelines;
  }

  /**
   * What was photographed: passed, or reported as put right. One that passes and that nobody had
   * reported is rectified and reviewed together.
   */
  Recorded record(Shoot shoot, Map<String, DueHazard> bySubject, LocalDate today)
      throws RecordRejectedException {
    return recorder.record(
        recording -> {
          for (int place = 0; place < shoot.hazards().size(); place++) {
            String subject = shoot.hazards().get(place);
            List<Attachment> photos = shoot.photosOf(place);
            DueHazard hazard = bySubject.get(subject);
            if (shoot.finding() == Shoot.Finding.REPORTED) {
              report(recording, subject, today, photos);
            } else {
              pass(recording, subject, hazard != null && hazard.isRectified(), today, photos);
            }
          }
        });
  }

  private void report(
      Recording recording, String subject, LocalDate today, List<Attachment> photos) {
    Fields reported = placed(Fields.builder().set(Rectified.REPORTED_BY_ENTERPRISE, true));
    recording.step(Rectified.KIND, subject, today, reported, photos);
  }

  private void pass(
      Recording recording,
      String subject,
      boolean isRectified,
      LocalDate today,
      List<Attachment> photos) {
    Fields passed = placed(Fields.builder().set(Reviewed.PASSED, true));
    if (isRectified) {
      recording.step(Reviewed.KIND, subject, today, passed, photos);
    } else {
      recording.step(Rectified.KIND, subject, today, placed(Fields.builder()), photos);
      recording.step(Reviewed.KIND, subject, today, passed);
    }
  }

  /** Not put right: a new deadline. */
  Recorded postpone(DueHazard hazard, String opinion, LocalDate today, LocalDate deadline)
      throws RecordRejectedException {
    Fields fields = placed(failed(opinion).set(Reviewed.DEADLINE, deadline));
    return recorder.record(
        recording -> recording.step(Reviewed.KIND, hazard.subject(), today, fields));
  }

  /** Not put right: to the body that has the authority. */
  Recorded transfer(DueHazard hazard, String opinion, LocalDate today, String body)
      throws RecordRejectedException {
    Fields to = Fields.builder().set(Transferred.TO, body).build();
    return recorder.record(
        recording -> {
          recording.step(Reviewed.KIND, hazard.subject(), today, placed(failed(opinion)));
          recording.step(Transferred.KIND, hazard.subject(), today, to);
        });
  }

  /** Not put right: a case, with the hazard's site, division and industry as they stand. */
  Recorded fileCase(DueHazard hazard, String opinion, LocalDate today)
      throws RecordRejectedException {
    Optional<FoldedRecord> found = timelines.record(hazard.subject(), today);
    Fields.Builder filed =
        Fields.builder()
            .set(EnforcementTaken.ACTION, CASE_FILED)
            .set(EnforcementTaken.HAZARD, hazard.subject());
    found.ifPresent(record -> snapshot(filed, record.fields()));
    return recorder.record(
        recording -> {
          recording.step(Reviewed.KIND, hazard.subject(), today, placed(failed(opinion)));
          recording.open(EnforcementTaken.KIND, today, filed.build());
        });
  }

  /** Takes back what was recorded; what was sent already is voided. */
  void undo(Recorded recorded) throws RecordRejectedException {
    recorder.undo(recorded, UNDONE);
  }

  /** Where it was seen. */
  private Fields placed(Fields.Builder fields) {
    place.point().ifPresent(point -> fields.set(RecordFields.POINT, point));
    return fields.build();
  }

  private static Fields.Builder failed(String opinion) {
    Fields.Builder fields = Fields.builder().set(Reviewed.PASSED, false);
    String said = opinion.trim();
    return said.isEmpty() ? fields : fields.set(Reviewed.OPINION, said);
  }

  private static void snapshot(Fields.Builder filed, Fields hazard) {
    List<Field<?>> kept =
        List.of(
            RecordFields.SITE,
            RecordFields.SITE_KIND,
            RecordFields.INDUSTRY,
            RecordFields.DIVISION);
    for (Field<?> field : kept) {
      filed.raw(field.name(), hazard.raw(field.name()));
    }
  }
}
