package cn.anxun.app.feature.inspection;

import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A few sites with what happened there. */
final class SampleSites {
  private static final LocalDate BEFORE = LocalDate.of(2026, 1, 5);

  private SampleSites() {}

  /** A shop with an overdue hazard and a code that fails its check, a plant, a school. */
  static List<String> record(Recorder recorder) throws RecordRejectedException {
    List<String> sites = new ArrayList<>();
    recorder.record(
        recording -> {
          for (String[] each :
              new String[][] {
                {"阳光超市", "小商铺", "91350211M0000XUF46", "德胜街道解放路12号"},
                {"岳阳华兴机械有限公司", "企业", "91110000101623741K", "工业园三路8号"},
                {"德胜小学", "学校", "", "德胜街道学院路3号"}
              }) {
            Fields.Builder fields =
                Fields.builder()
                    .set(SiteRegistered.NAME, each[0])
                    .set(RecordFields.SITE_KIND, each[1])
                    .set(SiteRegistered.ADDRESS, each[3]);
            if (!each[2].isEmpty()) {
              fields.set(SiteRegistered.CREDIT_CODE, each[2]);
            }
            sites.add(recording.open(SiteRegistered.KIND, BEFORE, fields.build()));
          }
          recording.open(
              Inspected.KIND,
              BEFORE,
              Fields.builder().set(RecordFields.SITE, sites.get(0)).build());
          recording.open(
              HazardFound.KIND,
              BEFORE,
              Fields.builder()
                  .set(HazardFound.DESCRIPTION, "配电箱前堆放杂物，影响操作")
                  .set(HazardFound.LEVEL, "一般")
                  .set(RecordFields.SITE, sites.get(0))
                  .set(HazardFound.DEADLINE, LocalDate.of(2026, 2, 1))
                  .build());
        });
    return sites;
  }
}
