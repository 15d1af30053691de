package cn.anxun.core.paper;

import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.TestLedger;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.state.LedgerState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A visit of 行政检查 with three hazards, and what an inspector says of its papers. */
final class PaperVisit {
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  final TestLedger ledger = new TestLedger();
  final String site;
  final String visit;

  PaperVisit(String authority) {
    site =
        ledger.open(
            SiteRegistered.KIND,
            "2026-01-05",
            "name",
            "某某机械厂",
            "address",
            "建设路8号",
            "contact_name",
            "赵六",
            "contact_phone",
            "13800000000");
    visit =
        ledger.open(
            Inspected.KIND, DAY.toString(), "site", site, "authority", authority, "unit", "U01");
    hazard("消火栓箱被遮挡", "level", "一般", "legal_basis", "《消防法》第二十八条");
    hazard("疏散通道堆放杂物", "level", "一般", "fixed_on_the_spot", true);
    hazard("喷漆房未设可燃气体报警器", "level", "重大", "deadline", "2026-03-12");
  }

  private void hazard(String description, Object... more) {
    Object[] all = new Object[more.length + 6];
    System.arraycopy(
        new Object[] {"description", description, "inspection", visit, "site", site}, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    ledger.open(HazardFound.KIND, DAY.toString(), all);
  }

  LedgerState state() {
    return new LedgerFold()
        .fold(ledger.store(), new Cutoff(Long.MAX_VALUE, LocalDate.of(2026, 12, 31)));
  }

  PaperFacts facts(Role role) {
    return facts(role, Optional.empty(), List.of());
  }

  PaperFacts facts(Role role, Optional<PaperRecord> order, List<PaperRecord> issued) {
    LedgerState state = state();
    return new PaperFacts(
        "某区应急管理局",
        role,
        DAY,
        first(state, "inspection"),
        first(state, "site"),
        state.list("hazard"),
        order,
        issued);
  }

  private static Optional<FoldedRecord> first(LedgerState state, String type) {
    return state.list(type).stream().findFirst();
  }

  static PaperAnswers answers() {
    return answers(Map.of());
  }

  static PaperAnswers answers(Map<String, PaperAnswers.Answer> reviews) {
    return new PaperAnswers(
        List.of(new Officer("李明", "43060001"), new Officer("王芳", "43060002")),
        new PaperAnswers.Party("张三", "赵六", "厂长", "13800000000"),
        "一车间",
        LocalDateTime.of(2026, 3, 2, 9, 5),
        LocalDateTime.of(2026, 3, 2, 11, 30),
        null,
        "",
        reviews);
  }
}
