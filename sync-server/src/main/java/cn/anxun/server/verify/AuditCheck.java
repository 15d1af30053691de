package cn.anxun.server.verify;

import cn.anxun.server.auth.AuditChain;
import java.util.List;

/** Says what the walk of the audit found. */
final class AuditCheck {
  private AuditCheck() {}

  static List<Finding> findings(AuditChain.Walked walked) {
    return walked.breaks().stream().map(one -> Finding.of(type(one.fault()), one.id())).toList();
  }

  private static Finding.Type type(AuditChain.Fault fault) {
    return switch (fault) {
      case CHANGED -> Finding.Type.AUDIT_CHANGED;
      case MISSING -> Finding.Type.AUDIT_MISSING;
      case ADDED -> Finding.Type.AUDIT_ADDED;
    };
  }
}
