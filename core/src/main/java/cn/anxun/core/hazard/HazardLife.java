package cn.anxun.core.hazard;

import cn.anxun.core.entry.Assigned;
import cn.anxun.core.entry.CloseOutApproved;
import cn.anxun.core.entry.Delisted;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Extended;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Listed;
import cn.anxun.core.entry.MajorConfirmed;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.Transferred;
import cn.anxun.core.ledger.HistoryEntry;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The life of one hazard: found, then step by step in causal order. Each step says whether it took
 * effect.
 *
 * <pre>
 * found ── fixed on the spot ─────────────────────────────► closed
 *   └────► open ── rectified ──► rectified ── passed ─────► closed
 *           ▲ │                     │
 *           │ └── passed ───────────┼─────────────────────► closed
 *           └────────── failed ─────┘
 * </pre>
 *
 * A review that passes a hazard which nobody reported as rectified is what an inspector saw, so it
 * rectifies and closes it in one. Nothing leads out of closed but the void of what closed it.
 */
final class HazardLife {
  private HazardState state;
  private final @Nullable LocalDate firstDeadline;
  private @Nullable LocalDate currentDeadline;
  private int extensions;

  private @Nullable LocalDate rectifiedOn;
  private @Nullable LocalDate lastRectifiedOn;
  private @Nullable LocalDate reviewedOn;
  private @Nullable LocalDate closedOn;

  private boolean listed;
  private @Nullable LocalDate listedOn;
  private @Nullable String listedBy;
  private @Nullable Boolean majorConfirmed;
  private @Nullable Boolean closeOutApproved;
  private @Nullable String transferredTo;
  private @Nullable String assignedTo;

  /** Begins with the entry that found it. */
  HazardLife(HistoryEntry found) {
    firstDeadline = found.fields().find(HazardFound.DEADLINE).orElse(null);
    currentDeadline = firstDeadline;
    state = HazardState.OPEN;
    if (found.fields().is(HazardFound.FIXED_ON_THE_SPOT)) {
      state = HazardState.CLOSED;
      rectifiedOn = found.date();
      closedOn = found.date();
    }
  }

  /** Takes the next step; false where it is not open any more and stays without effect. */
  boolean take(HistoryEntry step) {
    Entry entry = step.entry();
    Fields fields = step.fields();
    if (entry instanceof Rectified) {
      return rectify(step.date());
    } else if (entry instanceof Reviewed) {
      LocalDate deadline = fields.find(Reviewed.DEADLINE).orElse(null);
      return review(step.date(), fields.is(Reviewed.PASSED), deadline);
    } else if (entry instanceof Extended) {
      return extend(fields.find(Extended.DEADLINE).orElse(null));
    } else if (entry instanceof Listed) {
      return list(step.date(), fields.find(Listed.AUTHORITY_LEVEL).orElse(null));
    } else if (entry instanceof Delisted) {
      return delist();
    } else if (entry instanceof MajorConfirmed) {
      majorConfirmed = fields.is(MajorConfirmed.CONFIRMED);
      return true;
    } else if (entry instanceof CloseOutApproved) {
      return approveCloseOut(fields.is(CloseOutApproved.APPROVED));
    } else if (entry instanceof Transferred) {
      return transfer(fields.text(Transferred.TO));
    } else if (entry instanceof Assigned) {
      return assign(fields.text(Assigned.TO_UNIT));
    }
    return false;
  }

  private boolean rectify(LocalDate date) {
    if (state != HazardState.OPEN) {
      return false;
    }
    state = HazardState.RECTIFIED;
    rectifiedOn = date;
    lastRectifiedOn = date;
    reviewedOn = null;
    return true;
  }

  private boolean review(LocalDate date, boolean passed, @Nullable LocalDate newDeadline) {
    if (state == HazardState.CLOSED) {
      return false;
    }
    if (passed) {
      if (state == HazardState.OPEN) {
        rectify(date);
      }
      state = HazardState.CLOSED;
      closedOn = date;
    } else {
      state = HazardState.OPEN;
      rectifiedOn = null;
      currentDeadline = newDeadline == null ? currentDeadline : newDeadline;
    }
    reviewedOn = date;
    return true;
  }

  /** Only to a later day: 延期. */
  private boolean extend(@Nullable LocalDate deadline) {
    if (state != HazardState.OPEN
        || deadline == null
        || (currentDeadline != null && !deadline.isAfter(currentDeadline))) {
      return false;
    }
    currentDeadline = deadline;
    extensions++;
    return true;
  }

  /** An authority may list what is closed already: that it was listed stays a fact. */
  private boolean list(LocalDate date, @Nullable String authorityLevel) {
    listed = true;
    listedOn = listedOn == null ? date : listedOn;
    listedBy = authorityLevel;
    return true;
  }

  private boolean delist() {
    if (!listed) {
      return false;
    }
    listed = false;
    listedBy = null;
    return true;
  }

  private boolean approveCloseOut(boolean approved) {
    if (state != HazardState.CLOSED) {
      return false;
    }
    closeOutApproved = approved;
    return true;
  }

  private boolean transfer(String to) {
    if (state == HazardState.CLOSED) {
      return false;
    }
    transferredTo = to;
    return true;
  }

  private boolean assign(String toUnit) {
    if (state == HazardState.CLOSED) {
      return false;
    }
    assignedTo = toUnit;
    return true;
  }

  HazardState state() {
    return state;
  }

  /** 限期整改 as found, kept for ever. */
  @Nullable LocalDate firstDeadline() {
    return firstDeadline;
  }

  /** As extensions and failed reviews moved it. */
  @Nullable LocalDate currentDeadline() {
    return currentDeadline;
  }

  int extensions() {
    return extensions;
  }

  /** When it was put right, as far as that still holds: a failed review takes it back. */
  @Nullable LocalDate rectifiedOn() {
    return rectifiedOn;
  }

  /**
   * When it was last put right so that a review was due, held or not; null if fixed on the spot.
   */
  @Nullable LocalDate lastRectifiedOn() {
    return lastRectifiedOn;
  }

  /** The last review since the last rectification. */
  @Nullable LocalDate reviewedOn() {
    return reviewedOn;
  }

  @Nullable LocalDate closedOn() {
    return closedOn;
  }

  boolean isListed() {
    return listed;
  }

  /** When it was first listed, still listed or not. */
  @Nullable LocalDate listedOn() {
    return listedOn;
  }

  /** 区 市 省 国家, while it is listed. */
  @Nullable String listedBy() {
    return listedBy;
  }

  /** What the last 认定 said; null where there was none. */
  @Nullable Boolean majorConfirmed() {
    return majorConfirmed;
  }

  /** What the last decision on its 销号 said; null where there was none. */
  @Nullable Boolean closeOutApproved() {
    return closeOutApproved;
  }

  @Nullable String transferredTo() {
    return transferredTo;
  }

  @Nullable String assignedTo() {
    return assignedTo;
  }
}
