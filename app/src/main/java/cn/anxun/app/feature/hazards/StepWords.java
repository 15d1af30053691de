package cn.anxun.app.feature.hazards;

import android.content.Context;
import cn.anxun.app.R;
import cn.anxun.app.record.Names;
import cn.anxun.app.record.Timeline;
import cn.anxun.app.ui.Labels;
import cn.anxun.core.entry.Assigned;
import cn.anxun.core.entry.Attached;
import cn.anxun.core.entry.Attributed;
import cn.anxun.core.entry.Circulated;
import cn.anxun.core.entry.CloseOutApproved;
import cn.anxun.core.entry.ConflictResolved;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Delisted;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Extended;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Listed;
import cn.anxun.core.entry.MajorConfirmed;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.Transferred;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import cn.anxun.core.sync.OutboxEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a step of a hazard's life was, and what it amounts to. */
final class StepWords {
  private final Context context;
  private final FieldWords values;

  StepWords(Context context, Names names) {
    this.context = context;
    this.values = new FieldWords(context, names);
  }

  static int name(HazardStep step) {
    return switch (step) {
      case RECTIFY -> R.string.hazards_step_rectify;
      case REVIEW -> R.string.hazards_step_review;
      case EXTEND -> R.string.hazards_step_extend;
      case TRANSFER -> R.string.hazards_step_transfer;
      case CONFIRM -> R.string.hazards_step_confirm;
      case LIST -> R.string.hazards_step_list;
      case DELIST -> R.string.hazards_step_delist;
      case APPROVE -> R.string.hazards_step_approve;
      case CORRECT -> R.string.hazards_step_correct;
      case REWRITE -> R.string.hazards_step_rewrite;
      case VOID -> R.string.hazards_step_void;
    };
  }

  /** Why a step is not open, or what will become of it; "" where it simply counts. */
  String note(StepChoice choice) {
    Optional<Integer> bar = bar(choice.bar());
    if (bar.isPresent()) {
      return context.getString(bar.get());
    }
    if (!choice.proposal()) {
      return "";
    }
    boolean amends = choice.step() == HazardStep.CORRECT || choice.step() == HazardStep.VOID;
    return context.getString(
        amends ? R.string.hazards_proposal_amend : R.string.hazards_proposal_decide);
  }

  private static Optional<Integer> bar(StepChoice.Bar bar) {
    return switch (bar) {
      case NONE -> Optional.empty();
      case RECTIFIED -> Optional.of(R.string.hazards_bar_rectified);
      case CLOSED -> Optional.of(R.string.hazards_bar_closed);
      case NOT_CLOSED -> Optional.of(R.string.hazards_bar_not_closed);
      case VOIDED -> Optional.of(R.string.hazards_bar_voided);
      case NOT_OWN -> Optional.of(R.string.hazards_bar_not_own);
      case SENT -> Optional.of(R.string.hazards_bar_sent);
    };
  }

  /** What was done. */
  String title(Timeline.Step step) {
    Entry entry = step.source().entry();
    if (entry instanceof Reviewed) {
      return context.getString(
          step.fields().is(Reviewed.PASSED)
              ? R.string.hazards_kind_passed
              : R.string.hazards_kind_failed);
    }
    int name = kind(entry);
    return name == 0 ? entry.kind().name() : context.getString(name);
  }

  private static int kind(Entry entry) {
    if (entry instanceof HazardFound) {
      return R.string.hazards_kind_found;
    } else if (entry instanceof Rectified) {
      return R.string.hazards_kind_rectified;
    } else if (entry instanceof Extended) {
      return R.string.hazards_kind_extended;
    } else if (entry instanceof Transferred) {
      return R.string.hazards_kind_transferred;
    } else if (entry instanceof MajorConfirmed) {
      return R.string.hazards_kind_confirmed;
    } else if (entry instanceof Listed) {
      return R.string.hazards_kind_listed;
    } else if (entry instanceof Delisted) {
      return R.string.hazards_kind_delisted;
    } else if (entry instanceof CloseOutApproved) {
      return R.string.hazards_kind_approved;
    } else if (entry instanceof Assigned) {
      return R.string.hazards_kind_assigned;
    }
    return amendment(entry);
  }

  private static int amendment(Entry entry) {
    if (entry instanceof Corrected) {
      return R.string.hazards_kind_corrected;
    } else if (entry instanceof Voided) {
      return R.string.hazards_kind_voided;
    } else if (entry instanceof ConflictResolved) {
      return R.string.hazards_kind_resolved;
    } else if (entry instanceof Circulated) {
      return R.string.hazards_kind_circulated;
    } else if (entry instanceof Attached) {
      return R.string.hazards_kind_attached;
    } else if (entry instanceof Attributed) {
      return R.string.hazards_kind_attributed;
    }
    return entry instanceof Redacted ? R.string.hazards_kind_redacted : 0;
  }

  /** What was said; none for the entry that found it, whose fields stand above. */
  List<String> details(Timeline.Step step) {
    List<String> lines = new ArrayList<>();
    Entry entry = step.source().entry();
    if (entry instanceof HazardFound) {
      return lines;
    }
    if (entry instanceof Corrected) {
      String field = step.fields().text(Corrected.FIELD);
      lines.add(
          context.getString(
              R.string.hazards_change,
              Labels.field(context, field),
              values.of(field, step.fields().raw(Corrected.OLD.name())),
              values.of(field, step.fields().raw(Corrected.NEW.name()))));
      addLine(lines, step, Corrected.REASON.name());
      return lines;
    }
    for (Field<?> field : entry.kind().fields().values()) {
      boolean told = field.type() == Field.Type.REFERENCE || field == Reviewed.PASSED;
      if (!told) {
        addLine(lines, step, field.name());
      }
    }
    return lines;
  }

  private void addLine(List<String> lines, Timeline.Step step, String field) {
    Json value = step.fields().raw(field);
    boolean lists =
        step.source().entry() instanceof Listed && field.equals(Listed.AUTHORITY.name());
    if (value != null) {
      lines.add(
          context.getString(
              R.string.hazards_filter_set,
              lists ? context.getString(R.string.hazards_authority) : Labels.field(context, field),
              values.of(field, value)));
    }
  }

  /** Why it does not count, and where it stands on its way to the server; "" for neither. */
  String standing(Timeline.Step step) {
    List<String> words = new ArrayList<>();
    effect(step.effect()).ifPresent(effect -> words.add(context.getString(effect)));
    step.own().flatMap(this::own).ifPresent(words::add);
    return String.join(" · ", words);
  }

  private static Optional<Integer> effect(Timeline.Effect effect) {
    return switch (effect) {
      case COUNTS -> Optional.empty();
      case VOIDED -> Optional.of(R.string.hazards_effect_voided);
      case WITHOUT_EFFECT -> Optional.of(R.string.hazards_effect_none);
      case PROPOSAL -> Optional.of(R.string.hazards_effect_proposal);
      case WAITING -> Optional.of(R.string.hazards_effect_waiting);
      case UNKNOWN -> Optional.of(R.string.hazards_effect_unknown);
    };
  }

  private Optional<String> own(OutboxEntry own) {
    return switch (own.state()) {
      case ACCEPTED -> Optional.empty();
      case PENDING -> Optional.of(context.getString(R.string.hazards_own_pending));
      case WITHDRAWN -> Optional.of(context.getString(R.string.hazards_own_withdrawn));
      case HELD -> Optional.of(context.getString(R.string.hazards_own_held));
      case DIFFERS -> Optional.of(context.getString(R.string.hazards_own_differs));
      case QUARANTINED ->
          Optional.of(
              context.getString(
                  R.string.hazards_own_quarantined,
                  own.problem().map(problem -> Labels.problem(context, problem)).orElse("")));
    };
  }
}
