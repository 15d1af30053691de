package cn.anxun.core.hazard;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.HistoryEntry;
import cn.anxun.core.ledger.RecordDraft;
import cn.anxun.core.ledger.RecordReducer;
import cn.anxun.core.ledger.Reduction;
import cn.anxun.core.ledger.SubjectHistory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reduces a hazard. Besides what its finder said, the record has at day D:
 *
 * <ul>
 *   <li>{@code state} open, rectified or closed; {@code level} as it counts and {@code
 *       recorded_level} as typed
 *   <li>{@code found_on}; {@code first_deadline}, {@code current_deadline}, {@code extensions} (how
 *       many); {@code deadline_reached}, {@code first_deadline_reached}: the day is D or before;
 *       {@code overdue}: open past its current deadline, with {@code days_over}
 *   <li>{@code rectified_on} unless a review took it back; {@code rectified_on_time}, {@code
 *       rectified_on_time_first}: by that deadline, false where there is none
 *   <li>{@code review_due_on}: the rectification and the days of the {@link ReviewRule}; {@code
 *       review_due}: that day is D or before; {@code reviewed_on}, {@code reviewed_when_due};
 *       {@code review_overdue} 复查逾期: rectified, not reviewed, past that day. A failed review was a
 *       review of the rectification before it
 *   <li>{@code closed_on}; {@code close_out_approved}; {@code listed}, {@code listed_level} (区 市 省
 *       国家), until it is delisted; {@code ever_listed}, {@code listed_on} (first); {@code
 *       transferred_to}, {@code assigned_to}, {@code circulated}
 *   <li>{@code five_measures} 五落实: responsibility, measures, funds, deadline and contingency plan
 *       are all there
 * </ul>
 *
 * Flags are there as true or false, {@code extensions} as a number; the rest only where it applies.
 */
public final class HazardReducer implements RecordReducer {
  private final ReviewRule reviewRule;

  public HazardReducer(ReviewRule reviewRule) {
    this.reviewRule = reviewRule;
  }

  @Override
  public Optional<Reduction> reduce(SubjectHistory history, Cutoff cutoff) {
    return RecordDraft.start(history, cutoff).map(draft -> finish(draft, cutoff.date()));
  }

  private Reduction finish(RecordDraft draft, LocalDate day) {
    HazardLife life = new HazardLife(draft.opening());
    for (HistoryEntry step : draft.steps()) {
      if (!life.take(step)) {
        draft.withoutEffect(step);
      }
    }
    draft.set("state", life.state().wire()).set("found_on", draft.opening().date());
    setLevel(draft, life);
    setDeadlines(draft, life, day);
    setReview(draft, life, day);
    setDecisions(draft, life);
    draft.set("five_measures", fiveMeasures(draft.opening().fields(), life));
    return draft.finish();
  }

  private static void setLevel(RecordDraft draft, HazardLife life) {
    String recorded = draft.opening().fields().find(HazardFound.LEVEL).orElse(null);
    draft
        .set("recorded_level", recorded)
        .set(HazardFound.LEVEL.name(), HazardLevel.counted(recorded, life.majorConfirmed()));
  }

  private static void setDeadlines(RecordDraft draft, HazardLife life, LocalDate day) {
    LocalDate first = life.firstDeadline();
    LocalDate current = life.currentDeadline();
    LocalDate rectified = life.rectifiedOn();
    boolean overdue = life.state() == HazardState.OPEN && current != null && current.isBefore(day);
    draft
        .set("first_deadline", first)
        .set("current_deadline", current)
        .set("extensions", Json.of(life.extensions()))
        .set("first_deadline_reached", isBy(first, day))
        .set("deadline_reached", isBy(current, day))
        .set("overdue", overdue)
        .set(
            "days_over",
            overdue && current != null ? Json.of(ChronoUnit.DAYS.between(current, day)) : null)
        .set("rectified_on", rectified)
        .set("rectified_on_time_first", first != null && isBy(rectified, first))
        .set("rectified_on_time", current != null && isBy(rectified, current))
        .set("closed_on", life.closedOn());
  }

  private void setReview(RecordDraft draft, HazardLife life, LocalDate day) {
    LocalDate rectified = life.lastRectifiedOn();
    LocalDate due = rectified == null ? null : rectified.plusDays(reviewRule.days());
    LocalDate reviewed = life.reviewedOn();
    draft
        .set("review_due_on", due)
        .set("review_due", isBy(due, day))
        .set(
            "review_overdue",
            life.state() == HazardState.RECTIFIED && due != null && due.isBefore(day))
        .set("reviewed_on", reviewed)
        .set("reviewed_when_due", due != null && isBy(reviewed, due));
  }

  private static void setDecisions(RecordDraft draft, HazardLife life) {
    Boolean approved = life.closeOutApproved();
    draft
        .set("listed", life.isListed())
        .set("ever_listed", life.listedOn() != null)
        .set("listed_on", life.listedOn())
        .set("listed_level", life.listedBy())
        .set("transferred_to", life.transferredTo())
        .set("assigned_to", life.assignedTo())
        .set("close_out_approved", approved != null && approved);
  }

  private static boolean fiveMeasures(Fields fields, HazardLife life) {
    return !fields.text(HazardFound.RESPONSIBILITY).trim().isEmpty()
        && !fields.text(HazardFound.MEASURES).trim().isEmpty()
        && fields.find(HazardFound.FUNDS_YUAN).isPresent()
        && life.currentDeadline() != null
        && !fields.text(HazardFound.CONTINGENCY_PLAN).trim().isEmpty();
  }

  private static boolean isBy(@Nullable LocalDate date, LocalDate limit) {
    return date != null && !date.isAfter(limit);
  }
}
