package cn.anxun.core.ledger;

import cn.anxun.core.entry.ConflictResolved;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What corrections, voids, resolutions and redactions make of a subject's entries. Each bears only
 * on an entry before it in causal order. Who amends an entry must be its author by the server's
 * stamp, or have the right to amend others' ({@link Role#mayAmendOthers}), for what only the office
 * may say the office's; else the amendment is a proposal.
 */
final class Amendments {
  private static final int NONE = -1;

  private final String subject;
  private final CausalOrder order;
  private final List<LedgerEntry> entries;
  private final Map<String, Integer> positions;
  private final int opening;
  private final boolean[] voided;
  private final boolean[] proposed;
  private final boolean[] dropped;
  private final boolean[] redacted;
  private final Corrections corrections;
  private final List<Finding> findings = new ArrayList<>();

  Amendments(String subject, CausalOrder order) {
    this.subject = subject;
    this.order = order;
    this.entries = order.ordered();
    this.positions = positions(entries);
    this.opening = opening();
    this.voided = new boolean[entries.size()];
    this.proposed = new boolean[entries.size()];
    this.dropped = new boolean[entries.size()];
    this.redacted = new boolean[entries.size()];
    this.corrections = new Corrections(order);
  }

  SubjectHistory history() {
    if (!order.waiting().isEmpty()) {
      findings.add(new Finding(Mark.WAITING, ids(order.waiting()), ""));
    }
    takeVoids();
    for (int i = 0; i < entries.size(); i++) {
      if (!voided[i]) {
        take(i);
      }
    }
    takeProposals();
    Map<Integer, Map<String, Json>> changes = changes();
    List<HistoryEntry> counting = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      if (!voided[i] && !dropped[i]) {
        counting.add(effective(i, changes.get(i)));
      }
    }
    return new SubjectHistory(
        subject,
        opening == NONE ? Optional.empty() : Optional.of(effective(opening, changes.get(opening))),
        opening != NONE && voided[opening],
        counting,
        findings);
  }

  /** From the last backwards, so that a void of a void reinstates what the first one voided. */
  private void takeVoids() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (voided[i] || kind(i) != Voided.KIND) {
        continue;
      }
      int target = target(i, Voided.TARGET);
      if (target == NONE) {
        idle(i);
      } else if (mayAmend(i, target)) {
        voided[target] = true;
      } else {
        proposed[i] = true;
      }
    }
  }

  private void take(int i) {
    Kind kind = kind(i);
    if (entries.get(i).entry() instanceof UnknownEntry) {
      findings.add(Finding.of(Mark.UPGRADE_NEEDED, entries.get(i).id()));
    } else if (kind == Corrected.KIND) {
      takeCorrection(i, Corrected.TARGET, Corrected.FIELD, Corrected.NEW);
    } else if (kind == ConflictResolved.KIND) {
      takeCorrection(i, ConflictResolved.TARGET, ConflictResolved.FIELD, ConflictResolved.VALUE);
    } else if (kind == Redacted.KIND) {
      takeRedaction(i);
    } else if (kind != Voided.KIND) {
      boolean ofRecord = kind.effect() == Kind.Effect.AMENDS && kind.right() == Kind.Right.RECORD;
      boolean may = ofRecord ? opening == NONE || mayAmend(i, opening) : role(i).has(kind.right());
      proposed[i] = !may;
    }
  }

  private void takeCorrection(int i, Field<String> of, Field<String> in, Field<Json> to) {
    Fields said = entries.get(i).entry().fields();
    int target = target(i, of);
    String field = said.text(in);
    Json value = said.raw(to.name());
    if (target == NONE
        || field.isEmpty()
        || kind(target).effect() == Kind.Effect.AMENDS
        || !Corrections.fits(kind(target), field, value)) {
      idle(i);
    } else if (!mayAmend(i, target)) {
      proposed[i] = true;
    } else {
      corrections.add(
          new Corrections.Place(target, field),
          new Corrections.Correction(
              i, entries.get(i).id(), value, kind(i) == ConflictResolved.KIND));
    }
  }

  private void takeRedaction(int i) {
    int target = target(i, Redacted.TARGET);
    if (target == NONE) {
      idle(i);
    } else if (role(i).has(Redacted.KIND.right())) {
      redacted[target] = true;
    } else {
      proposed[i] = true;
    }
  }

  private void idle(int i) {
    dropped[i] = true;
    findings.add(Finding.of(Mark.WITHOUT_EFFECT, entries.get(i).id()));
  }

  /**
   * Drops the proposals that one who may has followed by the same, and reports the other ones to
   * amend. Proposed steps and documents stay for the reducer, which knows the day.
   */
  private void takeProposals() {
    Map<Kind, Integer> last = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!voided[i] && !proposed[i]) {
        last.put(kind(i), i);
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      if (voided[i] || !proposed[i]) {
        continue;
      }
      boolean amends = kind(i).effect() == Kind.Effect.AMENDS;
      String field = amends ? entries.get(i).entry().fields().text(Corrected.FIELD) : "";
      boolean decided = isDecided(i, field, last);
      dropped[i] = amends || decided;
      if (amends && !decided) {
        findings.add(new Finding(Mark.PROPOSAL, List.of(entries.get(i).id()), field));
      }
    }
  }

  private boolean isDecided(int i, String field, Map<Kind, Integer> last) {
    Kind kind = kind(i);
    if (kind == Voided.KIND) {
      int target = target(i, Voided.TARGET);
      return target != NONE && voided[target];
    }
    if (kind == Corrected.KIND || kind == ConflictResolved.KIND) {
      int target = target(i, Corrected.TARGET);
      return voided[target]
          || corrections.isCorrectedAfter(new Corrections.Place(target, field), i);
    }
    return last.getOrDefault(kind, NONE) > i;
  }

  /** The corrected values by position and field; {@link Json#NULL} clears a field. */
  private Map<Integer, Map<String, Json>> changes() {
    Map<Integer, Map<String, Json>> changes = new HashMap<>();
    corrections
        .standing()
        .forEach(
            (place, standing) -> {
              Json value = standing.value();
              changes
                  .computeIfAbsent(place.target(), target -> new LinkedHashMap<>())
                  .put(place.field(), value == null ? Json.NULL : value);
              if (standing.isConflict() && !voided[place.target()]) {
                findings.add(new Finding(Mark.CONFLICT, standing.ids(), place.field()));
              }
            });
    return changes;
  }

  private HistoryEntry effective(int i, @Nullable Map<String, Json> changes) {
    LedgerEntry source = entries.get(i);
    Entry entry = source.entry();
    LocalDate date = entry.header().businessDate();
    if (changes == null && !redacted[i]) {
      return new HistoryEntry(source, entry.fields(), date, proposed[i]);
    }
    Fields.Builder fields = entry.fields().toBuilder();
    if (changes != null) {
      date = Corrections.date(changes).orElse(date);
      changes.forEach((name, value) -> fields.raw(name, value instanceof Json.Null ? null : value));
      fields.raw(Corrections.BUSINESS_DATE, null);
    }
    if (redacted[i]) {
      kind(i).fields().values().stream()
          .filter(Field::personal)
          .forEach(field -> fields.raw(field.name(), null));
    }
    return new HistoryEntry(source, fields.build(), date, proposed[i]);
  }

  private boolean mayAmend(int i, int target) {
    if (kind(target).right() == Kind.Right.OFFICE) {
      return role(i).has(Kind.Right.OFFICE);
    }
    return role(i).mayAmendOthers()
        || entries.get(i).stamp().author().equals(entries.get(target).stamp().author());
  }

  private int target(int i, Field<String> field) {
    String id = entries.get(i).entry().fields().text(field);
    int target = positions.getOrDefault(id, NONE);
    return target < i ? target : NONE;
  }

  /** Only one whose author may record opens anything; any other stays a proposal. */
  private int opening() {
    int first = NONE;
    for (int i = 0; i < entries.size(); i++) {
      if (kind(i).effect() == Kind.Effect.OPENS && role(i).has(kind(i).right())) {
        if (entries.get(i).id().equals(subject)) {
          return i;
        }
        first = first == NONE ? i : first;
      }
    }
    return first;
  }

  private Kind kind(int i) {
    return entries.get(i).entry().kind();
  }

  private Role role(int i) {
    return entries.get(i).stamp().role();
  }

  private static Map<String, Integer> positions(List<LedgerEntry> entries) {
    Map<String, Integer> positions = new HashMap<>(entries.size() * 2);
    for (int i = 0; i < entries.size(); i++) {
      positions.put(entries.get(i).id(), i);
    }
    return positions;
  }

  private static List<String> ids(List<LedgerEntry> entries) {
    List<String> ids = new ArrayList<>(entries.size());
    for (LedgerEntry entry : entries) {
      ids.add(entry.id());
    }
    return ids;
  }
}
