package cn.anxun.core.paper;

import cn.anxun.core.ledger.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The papers that a visit may lead to. */
public enum Paper {
  /** One per visit of 行政检查, with all its hazards (安全生产法第六十八条). */
  CHECK_RECORD("check-record", "现场检查记录"),

  /** One per visit of 行政检查, with every hazard that was not fixed on the spot (第六十五条). */
  ORDER("order", "责令限期整改指令书"),

  /** Answers one {@link #ORDER}, line by line. */
  REVIEW("review", "整改复查意见书"),

  /** For 巡查走访 and 指导服务, and all that a grid worker may issue: it orders nothing. */
  NOTICE("notice", "告知单");

  /** The authority of a visit at which officers act as such. */
  public static final String ADMINISTRATIVE = "行政检查";

  private static final List<Paper> OF_OFFICERS =
      Collections.unmodifiableList(Arrays.asList(CHECK_RECORD, ORDER, REVIEW));

  private final String key;
  private final String label;

  Paper(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** For addresses and the names of documents: {@code order}. */
  public String key() {
    return key;
  }

  /** As entries have it and as it is titled. */
  public String label() {
    return label;
  }

  /** The paper that entries name so; empty for one that this version does not know. */
  public static Optional<Paper> find(String label) {
    return Arrays.stream(values()).filter(paper -> paper.label.equals(label)).findFirst();
  }

  /** The paper of this key. */
  public static Optional<Paper> findKey(String key) {
    return Arrays.stream(values()).filter(paper -> paper.key.equals(key)).findFirst();
  }

  /**
   * What may be issued at a visit: the papers of 行政检查 at such a visit by anyone but a grid worker
   * (国办发〔2024〕54号), else a notice.
   *
   * @param authority of the visit, "" where it was not said
   */
  public static List<Paper> listAllowed(Role role, String authority) {
    if (role == Role.AUDITOR) {
      return List.of();
    }
    boolean officers = role != Role.GRID_WORKER && authority.equals(ADMINISTRATIVE);
    return officers ? OF_OFFICERS : List.of(NOTICE);
  }

  /** Whether the role may issue this paper at any visit at all. */
  public boolean mayBeIssuedBy(Role role) {
    return role != Role.AUDITOR && (this == NOTICE || role != Role.GRID_WORKER);
  }

  /** How many officers it takes: two where they act as such (行政处罚法第四十二条). */
  public int leastOfficers() {
    return this == NOTICE ? 1 : 2;
  }
}
