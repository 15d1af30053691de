package cn.anxun.server.console.paper;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.SiteRegistered;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A made-up paper, to look at a bureau's wording. */
final class SamplePaper {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private SamplePaper() {}

  static Fields of(PaperTemplates templates, Paper paper, String bureau) {
    boolean notice = paper == Paper.NOTICE;
    FoldedRecord visit =
        record(
            "inspection",
            "visit",
            Fields.builder()
                .set(Inspected.AUTHORITY, notice ? "巡查走访" : Paper.ADMINISTRATIVE)
                .set(Inspected.CHECK, "日常"));
    FoldedRecord site =
        record(
            "site",
            "site",
            Fields.builder()
                .set(SiteRegistered.NAME, "某某机械厂")
                .set(SiteRegistered.ADDRESS, "建设路8号"));
    Optional<PaperRecord> order =
        paper == Paper.REVIEW
            ? Optional.of(
                new PaperRecord(
                    "order",
                    DAY,
                    PaperState.ISSUED,
                    of(templates, Paper.ORDER, bureau),
                    "",
                    "",
                    ""))
            : Optional.empty();
    PaperFacts facts =
        new PaperFacts(
            bureau,
            notice ? Role.GRID_WORKER : Role.INSPECTOR,
            DAY,
            Optional.of(visit),
            Optional.of(site),
            List.of(hazard("first", "消火栓箱被遮挡", "一般"), hazard("second", "喷漆房未设可燃气体报警器", "重大")),
            order,
            List.of());
    PaperAnswers answers =
        new PaperAnswers(
            List.of(new Officer("张某", "00000001"), new Officer("李某", "00000002")),
            new PaperAnswers.Party("王某", "赵某", "厂长", "13800000000"),
            "一车间",
            DAY.atTime(9, 0),
            DAY.atTime(11, 0),
            null,
            "",
            Map.of(
                "first", new PaperAnswers.Answer(true, "", null),
                "second", new PaperAnswers.Answer(false, "", null)));
    return PaperBuilder.build(templates, paper, facts, answers).fields().toBuilder()
        .set(PaperIssued.PAPER_NO, templates.number(paper, DAY.getYear(), 1))
        .build();
  }

  private static FoldedRecord hazard(String subject, String description, String level) {
    return record(
        "hazard",
        subject,
        Fields.builder()
            .set(HazardFound.DESCRIPTION, description)
            .set(HazardFound.LEGAL_BASIS, "《中华人民共和国安全生产法》第三十六条")
            .set(HazardFound.LEVEL, level));
  }

  private static FoldedRecord record(String type, String subject, Fields.Builder fields) {
    return new FoldedRecord(type, subject, DAY, fields.build(), List.of(subject), Set.of());
  }
}
