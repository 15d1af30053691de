package cn.anxun.core.paper;

import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Papers that stand against the rule, as phones without a network may issue them. They stay as they
 * were issued: a person looks at each and voids what is wrong.
 */
public final class PaperSuspects {
  private PaperSuspects() {}

  /**
   * Papers of officers issued by one who may not, or at a visit that is no 行政检查. A paper whose
   * visit has not arrived is none of them yet.
   *
   * @param papers that count, their visits being those that stand
   * @param visits that count
   */
  public static List<FoldedRecord> listNotAllowed(
      Collection<FoldedRecord> papers, Collection<FoldedRecord> visits) {
    Set<String> withPapers = new HashSet<>();
    for (FoldedRecord paper : papers) {
      withPapers.add(paper.fields().text(PaperIssued.INSPECTION));
    }
    Map<String, String> authorities = new HashMap<>();
    for (FoldedRecord visit : visits) {
      if (withPapers.contains(visit.subject())) {
        authorities.put(visit.subject(), visit.fields().text(Inspected.AUTHORITY));
      }
    }
    List<FoldedRecord> suspects = new ArrayList<>();
    for (FoldedRecord record : papers) {
      Paper paper = Paper.find(record.fields().text(PaperIssued.PAPER)).orElse(Paper.NOTICE);
      String authority = authorities.get(record.fields().text(PaperIssued.INSPECTION));
      boolean elsewhere =
          paper != Paper.NOTICE && authority != null && !authority.equals(Paper.ADMINISTRATIVE);
      if (elsewhere || !holds(record)) {
        suspects.add(record);
      }
    }
    return suspects;
  }

  /**
   * Papers of which one visit has more than one that holds, each such group: two officers without a
   * network issue an order each. Reviews of two orders are two.
   */
  public static List<List<FoldedRecord>> listIssuedTwice(Collection<FoldedRecord> papers) {
    Map<List<String>, List<FoldedRecord>> byVisit = new LinkedHashMap<>();
    for (FoldedRecord record : papers) {
      String visit = record.fields().text(PaperIssued.INSPECTION);
      if (!visit.isEmpty() && holds(record)) {
        List<String> key =
            List.of(
                visit,
                record.fields().text(PaperIssued.PAPER),
                record.fields().text(PaperIssued.ANSWERS));
        byVisit.computeIfAbsent(key, of -> new ArrayList<>()).add(record);
      }
    }
    List<List<FoldedRecord>> twice = new ArrayList<>(byVisit.values());
    twice.removeIf(group -> group.size() < 2);
    return twice;
  }

  private static boolean holds(FoldedRecord paper) {
    return !Json.of(PaperState.UNAUTHORIZED.wire()).equals(paper.value("state"));
  }
}
