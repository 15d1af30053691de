package cn.anxun.app.paper;

import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.paper.Officer;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperAnswers;
import cn.anxun.core.paper.Signature;
import cn.anxun.core.paper.SignatureStrokes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A visit of 行政检查 by 李明 and 王芳 to a plant, with three hazards, and papers filled in for it. */
public final class PaperFixtures {
  /** A name as somebody writes it. */
  public static final SignatureStrokes HAND =
      SignatureStrokes.read(
              1000,
              420,
              "M 20,60 180,50 330,40;M 170,10 175,200 150,410;M 60,200 290,180;M 420,60 520,40"
                  + " 500,180 430,300;M 480,120 640,330 760,410;M 700,30 690,210 720,300"
                  + " 860,260;M 820,90 980,70 960,200 840,380")
          .orElseThrow();

  private static final Instant AT = Instant.parse("2026-03-02T03:20:00Z");

  private final Recorder recorder;
  private final EntryIds ids;
  private String visit = "";

  public PaperFixtures(Recorder recorder) {
    this(recorder, new Random(99));
  }

  /** As this, with ids of one's own. */
  public PaperFixtures(Recorder recorder, Random random) {
    this.recorder = recorder;
    this.ids = new EntryIds(Clock.fixed(AT, ZoneOffset.UTC), random);
  }

  /** Records the visit; off the main thread. */
  public String visit() throws RecordRejectedException {
    LocalDate today = recorder.today();
    recorder.record(
        recording -> {
          String site =
              recording.open(
                  SiteRegistered.KIND,
                  today,
                  Fields.builder()
                      .set(SiteRegistered.NAME, "岳阳华兴机械有限公司")
                      .set(RecordFields.SITE_KIND, "企业")
                      .set(SiteRegistered.ADDRESS, "工业园三路8号")
                      .set(SiteRegistered.CONTACT_NAME, "刘厂长")
                      .set(SiteRegistered.CONTACT_PHONE, "13900000000")
                      .build());
          visit =
              recording.open(
                  Inspected.KIND,
                  today,
                  Fields.builder()
                      .set(RecordFields.SITE, site)
                      .set(Inspected.AUTHORITY, "行政检查")
                      .set(Inspected.INSPECTOR_NAMES, List.of("王芳"))
                      .build());
          hazard(recording, site, "喷漆房未设可燃气体报警器，作业时无人监护", "重大", today.plusDays(10));
          hazard(recording, site, "配电箱前堆放杂物，影响操作", "一般", today.plusDays(30));
          hazard(recording, site, "灭火器压力不足", "一般", null);
        });
    return visit;
  }

  private void hazard(
      cn.anxun.app.record.Recording recording,
      String site,
      String description,
      String level,
      @org.jspecify.annotations.Nullable LocalDate deadline) {
    Fields.Builder fields =
        Fields.builder()
            .set(HazardFound.DESCRIPTION, description)
            .set(HazardFound.LEVEL, level)
            .set(HazardFound.LEGAL_BASIS, "《中华人民共和国安全生产法》第三十六条")
            .set(HazardFound.INSPECTION, visit)
            .set(RecordFields.SITE, site);
    if (deadline == null) {
      fields.set(HazardFound.FIXED_ON_THE_SPOT, true);
    } else {
      fields.set(HazardFound.DEADLINE, deadline);
    }
    recording.open(HazardFound.KIND, recorder.today(), fields.build());
  }

  public String visitId() {
    return visit;
  }

  /** Filled in and signed by both officers and the site's person. */
  public PaperForm form(PaperBook book, Paper paper) {
    PaperAnswers said = book.suggested(book.facts(paper, visit), AT);
    List<Officer> officers = new ArrayList<>();
    officers.add(new Officer("李明", "ZF-001"));
    officers.add(new Officer("王芳", "ZF-002"));
    PaperForm form =
        PaperForm.begin(ids.next(), paper, visit, said).withOfficers(before -> officers);
    return form.with(new Signature(Signature.Who.INSPECTOR, "李明", AT, HAND))
        .with(new Signature(Signature.Who.INSPECTOR, "王芳", AT, HAND))
        .with(new Signature(Signature.Who.SITE, "刘厂长", AT, HAND));
  }
}
