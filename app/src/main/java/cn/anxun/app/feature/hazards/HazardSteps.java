package cn.anxun.app.feature.hazards;

import cn.anxun.app.record.Timeline;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.hazard.HazardState;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which steps a hazard is open to, and for whom. What the fold would leave without effect is not
 * offered; what it would take as a proposal is offered as one.
 */
final class HazardSteps {
  private final Timeline timeline;
  private final String account;
  private final Role role;

  /**
   * For this person.
   *
   * @param account as the server stamps it
   */
  HazardSteps(Timeline timeline, String account, Role role) {
    this.timeline = timeline;
    this.account = account;
    this.role = role;
  }

  /** The one that comes next; empty where there is nothing left to do. */
  Optional<StepChoice> next() {
    return state()
        .flatMap(
            state ->
                switch (state) {
                  case OPEN -> Optional.of(choice(HazardStep.RECTIFY));
                  case RECTIFIED -> Optional.of(choice(HazardStep.REVIEW));
                  case CLOSED ->
                      flag("close_out_approved") || !role.has(HazardStep.APPROVE.kind().right())
                          ? Optional.empty()
                          : Optional.of(choice(HazardStep.APPROVE));
                });
  }

  /** All others, those that are not open too, with why. */
  List<StepChoice> more() {
    Optional<HazardStep> next = next().map(StepChoice::step);
    List<StepChoice> more = new ArrayList<>();
    for (HazardStep step : HazardStep.values()) {
      boolean shown =
          switch (step) {
            case LIST -> !flag("listed");
            case DELIST -> flag("listed");
            default -> true;
          };
      if (shown && !next.filter(step::equals).isPresent()) {
        more.add(choice(step));
      }
    }
    return more;
  }

  private StepChoice choice(HazardStep step) {
    return new StepChoice(step, bar(step), isProposal(step));
  }

  /** A step about one entry, of which the right to amend it depends. */
  StepChoice choice(HazardStep step, String entry) {
    boolean amends = step.kind().effect() == Kind.Effect.AMENDS;
    boolean proposal = amends ? !mayAmend(find(entry)) : isProposal(step);
    return new StepChoice(step, bar(step), proposal);
  }

  private StepChoice.Bar bar(HazardStep step) {
    Optional<HazardState> state = state();
    if (step == HazardStep.REWRITE) {
      return rewriteBar();
    }
    if (!state.isPresent()) {
      return StepChoice.Bar.VOIDED;
    }
    boolean closed = state.get() == HazardState.CLOSED;
    return switch (step) {
      case RECTIFY, EXTEND ->
          closed
              ? StepChoice.Bar.CLOSED
              : state.get() == HazardState.RECTIFIED
                  ? StepChoice.Bar.RECTIFIED
                  : StepChoice.Bar.NONE;
      case REVIEW, TRANSFER -> closed ? StepChoice.Bar.CLOSED : StepChoice.Bar.NONE;
      case APPROVE -> closed ? StepChoice.Bar.NONE : StepChoice.Bar.NOT_CLOSED;
      default -> StepChoice.Bar.NONE;
    };
  }

  private StepChoice.Bar rewriteBar() {
    Optional<OutboxEntry> own = ownOpening();
    if (!own.isPresent()) {
      return StepChoice.Bar.NOT_OWN;
    }
    return mayRewrite(own.get()) ? StepChoice.Bar.NONE : StepChoice.Bar.SENT;
  }

  /** Whether it may be said anew under its own id. */
  static boolean mayRewrite(OutboxEntry own) {
    return own.state() == OutboxState.QUARANTINED
        || own.state() == OutboxState.WITHDRAWN
        || (own.state() == OutboxState.PENDING && !own.attempted());
  }

  private boolean isProposal(HazardStep step) {
    if (step == HazardStep.REWRITE) {
      return false;
    }
    return step.kind().effect() == Kind.Effect.AMENDS
        ? !mayAmend(opening())
        : !role.has(step.kind().right());
  }

  private boolean mayAmend(Optional<Timeline.Step> said) {
    return role.mayAmendOthers() || said.filter(found -> author(found).equals(account)).isPresent();
  }

  private Optional<Timeline.Step> find(String entry) {
    for (Timeline.Step step : timeline.steps()) {
      if (step.source().id().equals(entry)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private static String author(Timeline.Step step) {
    return step.source().stamp().author();
  }

  Optional<Timeline.Step> opening() {
    for (Timeline.Step step : timeline.steps()) {
      if (step.source().entry().kind().effect() == Kind.Effect.OPENS) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private Optional<OutboxEntry> ownOpening() {
    for (OutboxEntry entry : timeline.withdrawn()) {
      if (entry.id().equals(timeline.subject())) {
        return Optional.of(entry);
      }
    }
    return opening().flatMap(Timeline.Step::own);
  }

  private Optional<HazardState> state() {
    return timeline
        .record()
        .map(record -> record.value("state"))
        .flatMap(
            value -> {
              for (HazardState state : HazardState.values()) {
                if (value instanceof Json.Text text && text.value().equals(state.wire())) {
                  return Optional.of(state);
                }
              }
              return Optional.empty();
            });
  }

  private boolean flag(String field) {
    Optional<FoldedRecord> record = timeline.record();
    return record.isPresent()
        && record.get().value(field) instanceof Json.Flag flag
        && flag.value();
  }
}
