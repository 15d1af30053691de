package cn.anxun.core.ledger;

import cn.anxun.core.entry.Kind;
import java.util.Locale;
import java.util.Optional;

/** What an account may do in a bureau; the server stamps it on every entry. */
public enum Role {
  /** 执法人员、安监员: records everything, amends own records. */
  INSPECTOR,
  /** 网格员: records for the own division, amends own records; no 行政检查 documents. */
  GRID_WORKER,
  /** 科室负责人: sees all, amends any record, approves close-outs. */
  SUPERVISOR,
  /** 办公室: as supervisor; also the documents, targets, forms and the year's close. */
  OFFICE,
  /** 管理员: as office; also accounts and devices. */
  ADMINISTRATOR,
  /**
   * 审计人员: sees ledgers, figures, evidence and forms, and changes nothing. Has no phone; one that
   * does not know the role and takes it for another is refused by the server all the same.
   */
  AUDITOR;

  /** Whether the role may correct and void what others recorded. */
  public boolean mayAmendOthers() {
    return this == SUPERVISOR || mayEditDocuments();
  }

  /** Whether the role may revise the office's documents. */
  public boolean mayEditDocuments() {
    return this == OFFICE || this == ADMINISTRATOR;
  }

  /** Whether the role has this right. */
  public boolean has(Kind.Right right) {
    return switch (right) {
      case RECORD -> this != AUDITOR;
      case DECIDE -> mayAmendOthers();
      case OFFICE -> mayEditDocuments();
    };
  }

  /** As on the wire and in the database: {@code grid-worker}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Role> find(String wire) {
    for (Role role : values()) {
      if (role.wire().equals(wire)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
