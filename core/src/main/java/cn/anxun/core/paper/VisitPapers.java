package cn.anxun.core.paper;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The papers of visits. Of a paper that was issued, whoever issued it, the paper itself says that
 * there is one, its number and whether signing was refused; what was typed at the visit holds only
 * for papers of other systems and by hand.
 */
public final class VisitPapers {
  private final Map<String, List<PaperRecord>> byVisit = new HashMap<>();

  /** Those among these papers that hold; void ones and those of no visit may be among them. */
  public VisitPapers(Collection<PaperRecord> papers) {
    for (PaperRecord paper : papers) {
      boolean holds = paper.state() == PaperState.ISSUED || paper.state() == PaperState.WAITING;
      if (holds && !paper.visit().isEmpty()) {
        byVisit.computeIfAbsent(paper.visit(), visit -> new ArrayList<>()).add(paper);
      }
    }
  }

  /** The papers of these folded records. */
  public static VisitPapers of(Collection<FoldedRecord> records) {
    List<PaperRecord> papers = new ArrayList<>();
    records.forEach(record -> PaperRecord.of(record).ifPresent(papers::add));
    return new VisitPapers(papers);
  }

  /** The visit with what its papers say of it. */
  public FoldedRecord told(FoldedRecord visit) {
    PaperRecord record = find(visit.subject(), Paper.CHECK_RECORD).orElse(null);
    FoldedRecord told = visit;
    if (record != null) {
      told = numbered(told, record, Inspected.RECORD_NO);
      told = flagged(told, Inspected.RECORD_ISSUED);
      if (record.fields().is(PaperIssued.REFUSED_TO_SIGN)) {
        told = flagged(told, Inspected.REFUSED_TO_SIGN);
      }
    }
    PaperRecord order = find(visit.subject(), Paper.ORDER).orElse(null);
    return order == null ? told : numbered(told, order, Inspected.ORDER_NO);
  }

  /** The paper of this sort that holds for the visit; of two the one with a number, the earlier. */
  public Optional<PaperRecord> find(String visit, Paper sort) {
    PaperRecord found = null;
    for (PaperRecord paper : byVisit.getOrDefault(visit, Collections.emptyList())) {
      if (paper.paper().filter(sort::equals).isPresent()
          && (found == null || isBefore(paper, found))) {
        found = paper;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The number of such a paper that was typed at the visit, "" where none was or may be. */
  public static String typed(Fields visit, Paper sort) {
    return switch (sort) {
      case CHECK_RECORD -> visit.text(Inspected.RECORD_NO).trim();
      case ORDER -> visit.text(Inspected.ORDER_NO).trim();
      case REVIEW, NOTICE -> "";
    };
  }

  private static boolean isBefore(PaperRecord one, PaperRecord other) {
    if (one.number().isEmpty() != other.number().isEmpty()) {
      return !one.number().isEmpty();
    }
    return one.id().compareTo(other.id()) < 0;
  }

  private static FoldedRecord numbered(FoldedRecord visit, PaperRecord paper, Field<String> field) {
    if (visit.fields().text(field).equals(paper.number())) {
      return visit;
    }
    return visit.with(field.name(), paper.number().isEmpty() ? null : Json.of(paper.number()));
  }

  private static FoldedRecord flagged(FoldedRecord visit, Field<Boolean> flag) {
    return visit.fields().is(flag) ? visit : visit.with(flag.name(), Json.TRUE);
  }
}
