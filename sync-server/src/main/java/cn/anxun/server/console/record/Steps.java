package cn.anxun.server.console.record;

import cn.anxun.core.entry.Assigned;
import cn.anxun.core.entry.Circulated;
import cn.anxun.core.entry.CloseOutApproved;
import cn.anxun.core.entry.Delisted;
import cn.anxun.core.entry.Extended;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Listed;
import cn.anxun.core.entry.MajorConfirmed;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.Transferred;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person may do next with a record, the likeliest first. */
final class Steps {
  private static final String HAZARD = HazardFound.KIND.recordType();

  private static final List<Kind> ALL =
      List.of(
          Rectified.KIND,
          Reviewed.KIND,
          Extended.KIND,
          CloseOutApproved.KIND,
          MajorConfirmed.KIND,
          Listed.KIND,
          Delisted.KIND,
          Assigned.KIND,
          Circulated.KIND,
          Transferred.KIND);

  private Steps() {}

  /** The steps that take effect as the record stands, and that this person may take. */
  static List<Kind> open(Principal person, FoldedRecord record) {
    if (!record.type().equals(HAZARD) || !person.may(Permission.PUSH)) {
      return List.of();
    }
    List<Kind> open = new ArrayList<>();
    for (Kind kind : ALL) {
      if (person.role().has(kind.right()) && fits(kind, record)) {
        open.add(kind);
      }
    }
    return open;
  }

  /** The step of this name, whether it is open or not. */
  static Optional<Kind> find(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  private static boolean fits(Kind kind, FoldedRecord hazard) {
    String state = hazard.value("state") instanceof Json.Text text ? text.value() : "";
    boolean isOpen = state.equals("open");
    boolean isClosed = state.equals("closed");
    boolean isListed = Json.TRUE.equals(hazard.value("listed"));
    if (kind == Rectified.KIND || kind == Extended.KIND) {
      return isOpen;
    }
    if (kind == CloseOutApproved.KIND) {
      return isClosed && !Json.TRUE.equals(hazard.value("close_out_approved"));
    }
    if (kind == Listed.KIND) {
      return !isListed;
    }
    if (kind == Delisted.KIND) {
      return isListed;
    }
    return !isClosed || kind == Circulated.KIND || kind == MajorConfirmed.KIND;
  }
}
