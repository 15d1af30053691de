package cn.anxun.server.report.paper;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.paper.Officer;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperAnswers;
import cn.anxun.core.paper.PaperBuilder;
import cn.anxun.core.paper.PaperFacts;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import cn.anxun.core.paper.PaperTemplates;
import cn.anxun.core.paper.Signature;
import cn.anxun.core.paper.SignatureStrokes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The four papers of a made-up visit, numbered and signed. */
public final class SamplePapers {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final List<String> FOUND =
      List.of(
          "一车间东侧消火栓箱被成品货架遮挡，箱门无法完全开启",
          "喷漆房未设置可燃气体浓度报警装置，且排风机与照明未采用防爆型",
          "配电室门未向外开启，室内堆放纸箱等可燃物，绝缘垫老化开裂",
          "特种作业人员（焊工）2人操作证已过复审期限，仍在岗作业",
          "未如实记录安全生产教育和培训情况，2025年度培训档案缺失",
          "厂区西侧疏散通道停放车辆，净宽不足1.4米");

  private SamplePapers() {}

  /** The fields of a paper with so many hazards. */
  public static Fields of(Paper paper, int hazards, boolean refused) {
    boolean notice = paper == Paper.NOTICE;
    List<FoldedRecord> found = hazards(hazards);
    FoldedRecord visit =
        record(
            "inspection",
            "v",
            Fields.builder()
                .raw("authority", Json.of(notice ? "巡查走访" : Paper.ADMINISTRATIVE))
                .raw("check", Json.of("专项"))
                .raw("campaign", Json.items(List.of(Json.of("岁末年初专项行动"))))
                .raw("site", Json.of("s")));
    FoldedRecord site =
        record(
            "site",
            "s",
            Fields.builder()
                .raw("name", Json.of("某某精密机械制造有限公司"))
                .raw("address", Json.of("某区王家河街道建设路8号")));
    Optional<PaperRecord> order =
        paper == Paper.REVIEW
            ? Optional.of(
                new PaperRecord(
                    "o", DAY, PaperState.ISSUED, of(Paper.ORDER, hazards, false), "", "", ""))
            : Optional.empty();
    Map<String, PaperAnswers.Answer> reviews = new LinkedHashMap<>();
    found.forEach(
        one ->
            reviews.put(
                one.subject(), new PaperAnswers.Answer(!one.subject().equals("h2"), "", null)));
    PaperFacts facts =
        new PaperFacts(
            "某区应急管理局",
            notice ? Role.GRID_WORKER : Role.INSPECTOR,
            DAY,
            Optional.of(visit),
            Optional.of(site),
            found,
            order,
            List.of());
    PaperAnswers answers =
        new PaperAnswers(
            List.of(new Officer("李明", "43060001"), new Officer("王芳", "43060002")),
            new PaperAnswers.Party("张三", "赵六", "厂长", "13800000000"),
            "一车间、配电室、喷漆房",
            LocalDateTime.of(2026, 3, 2, 9, 5),
            LocalDateTime.of(2026, 3, 2, 11, 30),
            null,
            "",
            reviews);
    var draft = PaperBuilder.build(PaperTemplates.standard(), paper, facts, answers);
    if (!draft.problems().isEmpty()) {
      throw new AssertionError(draft.problems());
    }
    return signed(draft.fields(), paper, refused);
  }

  private static Fields signed(Fields fields, Paper paper, boolean refused) {
    List<Signature> signatures = new ArrayList<>();
    signatures.add(signature(Signature.Who.INSPECTOR, 0));
    signatures.add(signature(Signature.Who.INSPECTOR, 1));
    Fields.Builder signed =
        fields.toBuilder()
            .set(PaperIssued.PAPER_NO, PaperTemplates.standard().number(paper, 2026, 12))
            .set(PaperIssued.PAPER_YEAR, 2026)
            .set(PaperIssued.PAPER_SERIAL, 12);
    if (refused) {
      signed
          .set(PaperIssued.REFUSED_TO_SIGN, true)
          .set(PaperIssued.REFUSAL_REASON, "对第1项有异议")
          .set(PaperIssued.WITNESS, "陈七（社区干部）");
      signatures.add(signature(Signature.Who.WITNESS, 2));
    } else {
      signatures.add(signature(Signature.Who.SITE, 3));
    }
    return signed.set(PaperIssued.SIGNATURES, Signature.write(signatures)).build();
  }

  private static Signature signature(Signature.Who who, int kind) {
    StringBuilder strokes = new StringBuilder();
    for (int stroke = 0; stroke < 4; stroke++) {
      strokes.append(stroke == 0 ? "M" : ";M");
      for (int i = 0; i < 8; i++) {
        int x = 60 + stroke * 210 + i * 24 + kind * 5;
        int y = 200 + (int) (140 * Math.sin(i * (0.7 + kind * 0.2) + stroke));
        strokes.append(' ').append(x).append(',').append(y);
      }
    }
    SignatureStrokes drawn = SignatureStrokes.read(1000, 400, strokes.toString()).orElseThrow();
    return new Signature(who, "某人", Instant.parse("2026-03-02T03:20:00Z"), drawn);
  }

  private static List<FoldedRecord> hazards(int count) {
    List<FoldedRecord> hazards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Fields.Builder fields =
          Fields.builder()
              .raw(
                  "description",
                  Json.of(FOUND.get(i % FOUND.size()) + (i < 6 ? "" : "（" + i + "）")))
              .raw("legal_basis", Json.of("《中华人民共和国安全生产法》第三十六条第一款"))
              .raw("level", Json.of(i == 1 ? "重大" : "一般"));
      if (i == 1) {
        fields.raw("deadline", Json.of("2026-03-12"));
      }
      hazards.add(record("hazard", "h" + i, fields));
    }
    return hazards;
  }

  private static FoldedRecord record(String type, String subject, Fields.Builder fields) {
    return new FoldedRecord(type, subject, DAY, fields.build(), List.of(subject), Set.of());
  }
}
