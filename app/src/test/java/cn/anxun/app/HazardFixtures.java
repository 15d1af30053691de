package cn.anxun.app;

import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.SiteRegistered;
import java.time.LocalDate;
import java.util.List;

/** Sites and hazards as an inspector has recorded them. */
public final class HazardFixtures {
  private final Recorder recorder;

  public HazardFixtures(Recorder recorder) {
    this.recorder = recorder;
  }

  /** A site of this name; answers its subject. */
  public String site(String name) {
    Fields fields =
        Fields.builder()
            .set(SiteRegistered.NAME, name)
            .set(RecordFields.INDUSTRY, "消防")
            .set(RecordFields.DIVISION, "430602001001")
            .build();
    return open(SiteRegistered.KIND, fields, today(), List.of());
  }

  /** An ordinary hazard found 20 days ago, due so many days from today; answers its subject. */
  public String hazard(String site, String description, int dueIn, Attachment... photos) {
    return hazard(
        site,
        Fields.builder()
            .set(HazardFound.DESCRIPTION, description)
            .set(HazardFound.LEVEL, "一般")
            .set(HazardFound.CATEGORY, "消防")
            .set(HazardFound.DEADLINE, today().plusDays(dueIn))
            .build(),
        photos);
  }

  /** A hazard with these fields, found 20 days ago; answers its subject. */
  public String hazard(String site, Fields fields, Attachment... photos) {
    Fields.Builder all = fields.toBuilder();
    if (!site.isEmpty()) {
      all.set(RecordFields.SITE, site);
    }
    all.set(RecordFields.INDUSTRY, "消防")
        .set(RecordFields.DIVISION, "430602001001")
        .set(RecordFields.UNIT, "城东街道")
        .set(HazardFound.SOURCE, "政府检查");
    return open(HazardFound.KIND, all.build(), today().minusDays(20), List.of(photos));
  }

  /** The enterprise says that it is put right. */
  public void rectify(String hazard) {
    try {
      recorder.record(
          recording -> recording.step(Rectified.KIND, hazard, today().minusDays(1), Fields.NONE));
    } catch (RecordRejectedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String open(Kind kind, Fields fields, LocalDate date, List<Attachment> photos) {
    String[] subject = new String[1];
    try {
      recorder.record(recording -> subject[0] = recording.open(kind, date, fields, photos));
    } catch (RecordRejectedException e) {
      throw new IllegalStateException(e);
    }
    return subject[0];
  }

  public LocalDate today() {
    return recorder.today();
  }
}
