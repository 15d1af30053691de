package cn.anxun.core.ledger;

import cn.anxun.core.entry.Assigned;
import cn.anxun.core.entry.Attached;
import cn.anxun.core.entry.Attributed;
import cn.anxun.core.entry.Circulated;
import cn.anxun.core.entry.CustomRecorded;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.RecordTypes;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.Recurring;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record in the making: the corrected fields of its opening entry, what any record may be given
 * later, and the steps of its own type, which its reducer takes or leaves without effect.
 *
 * <p>Every record has {@code month} (yyyy-MM of its date), {@code project} as last attributed, and,
 * where it happened, {@code assigned_to} (a unit) and {@code circulated}.
 */
public final class RecordDraft {
  private final SubjectHistory history;
  private final HistoryEntry opening;
  private final String type;
  private final Fields.Builder fields;
  private final List<HistoryEntry> steps = new ArrayList<>();
  private final Set<String> left = new HashSet<>();
  private final List<Finding> findings;

  private RecordDraft(SubjectHistory history, HistoryEntry opening, Cutoff cutoff) {
    this.history = history;
    this.opening = opening;
    this.type = type(opening);
    this.fields = opening.fields().toBuilder();
    this.findings = new ArrayList<>(history.findings());
    set("month", opening.date().toString().substring(0, 7));
    fields.raw("assigned_to", null).raw("circulated", null);
    for (HistoryEntry entry : history.entries()) {
      take(entry, cutoff);
    }
  }

  /** Empty where the opening entry is voided, missing or of a day after the cut-off's. */
  public static Optional<RecordDraft> start(SubjectHistory history, Cutoff cutoff) {
    return history
        .opening()
        .filter(opening -> !history.isVoided() && !opening.date().isAfter(cutoff.date()))
        .map(opening -> new RecordDraft(history, opening, cutoff));
  }

  private void take(HistoryEntry entry, Cutoff cutoff) {
    Kind kind = entry.kind();
    switch (kind.effect()) {
      case AMENDS -> {
        if (kind == Attributed.KIND) {
          set(RecordFields.PROJECT.name(), entry.fields().raw(Attributed.PROJECT.name()));
        }
      }
      case STEP -> takeStep(entry, kind, cutoff);
      case OPENS -> {
        if (!entry.id().equals(opening.id())) {
          withoutEffect(entry);
        }
      }
      case DOCUMENT -> withoutEffect(entry);
    }
  }

  private void takeStep(HistoryEntry entry, Kind kind, Cutoff cutoff) {
    if (entry.date().isAfter(cutoff.date())) {
      left.add(entry.id());
    } else if (entry.isProposal()) {
      left.add(entry.id());
      findings.add(Finding.of(Mark.PROPOSAL, entry.id()));
    } else if (kind == Circulated.KIND) {
      set("circulated", true);
    } else if (kind.recordType().equals(type) || kind == Assigned.KIND) {
      steps.add(entry);
    } else if (kind != Attached.KIND && !kind.recordType().equals(Kind.ANY)) {
      withoutEffect(entry);
    }
  }

  /** The entry that made the record. */
  public HistoryEntry opening() {
    return opening;
  }

  /**
   * The steps of the record's type, and those that assign it, up to the cut-off's day, by those who
   * may, in causal order.
   */
  public List<HistoryEntry> steps() {
    return Collections.unmodifiableList(steps);
  }

  /** Notes that a step was not open any more; it stays as a fact. */
  public void withoutEffect(HistoryEntry step) {
    left.add(step.id());
    findings.add(Finding.of(Mark.WITHOUT_EFFECT, step.id()));
  }

  /** Sets a derived field, whatever the entry said under its name; null unsets it. */
  public RecordDraft set(String field, @Nullable Json value) {
    fields.raw(field, value);
    return this;
  }

  /** As {@link #set(String, Json)}. */
  public RecordDraft set(String field, @Nullable String value) {
    return set(field, value == null ? null : Recurring.text(value));
  }

  /** As {@link #set(String, Json)}. */
  public RecordDraft set(String field, @Nullable LocalDate value) {
    return set(field, value == null ? null : Recurring.text(value.toString()));
  }

  /** As {@link #set(String, Json)}. */
  public RecordDraft set(String field, boolean value) {
    return set(field, Json.of(value));
  }

  /** The record. */
  public Reduction finish() {
    List<String> entryIds = new ArrayList<>();
    for (HistoryEntry entry : history.entries()) {
      if (!left.contains(entry.id())) {
        entryIds.add(entry.id());
      }
    }
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    for (Finding finding : findings) {
      marks.add(finding.mark());
    }
    return new Reduction(
        new FoldedRecord(type, history.subject(), opening.date(), fields.build(), entryIds, marks),
        opening.source().stamp().author(),
        findings);
  }

  /** The type of the record that this entry opens. */
  private static String type(HistoryEntry opening) {
    if (opening.kind() != CustomRecorded.KIND) {
      return opening.kind().recordType();
    }
    String name = opening.fields().text(CustomRecorded.RECORD_KIND);
    return name.isEmpty() || RecordTypes.RESERVED.contains(name) ? "custom:" + name : name;
  }
}
