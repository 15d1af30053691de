package cn.anxun.app.feature.hazards;

import cn.anxun.core.entry.CloseOutApproved;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Delisted;
import cn.anxun.core.entry.Extended;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Listed;
import cn.anxun.core.entry.MajorConfirmed;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.Transferred;
import cn.anxun.core.entry.Voided;

/** What may be done with a hazard. */
enum HazardStep {
  RECTIFY,
  REVIEW,
  EXTEND,
  TRANSFER,
  /** 重大隐患认定. */
  CONFIRM,
  LIST,
  DELIST,
  /** 销号. */
  APPROVE,
  CORRECT,
  /** 撤回: edits what was never sent, under its own id. */
  REWRITE,
  VOID;

  /** The kind of entry that it makes; of {@link #REWRITE}, the kind that is made anew. */
  Kind kind() {
    return switch (this) {
      case RECTIFY -> Rectified.KIND;
      case REVIEW -> Reviewed.KIND;
      case EXTEND -> Extended.KIND;
      case TRANSFER -> Transferred.KIND;
      case CONFIRM -> MajorConfirmed.KIND;
      case LIST -> Listed.KIND;
      case DELIST -> Delisted.KIND;
      case APPROVE -> CloseOutApproved.KIND;
      case CORRECT -> Corrected.KIND;
      case REWRITE -> HazardFound.KIND;
      case VOID -> Voided.KIND;
    };
  }
}
