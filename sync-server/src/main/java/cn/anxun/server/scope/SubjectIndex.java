package cn.anxun.server.scope;

import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which subjects of a ledger belong to which division, kept up with the ledger in memory. A subject
 * is of the division that its opening entry says, and of those that corrections give it by whoever
 * may correct it; it never leaves one, since those who saw it saw it.
 *
 * <p>A subject may come into a scope after some of its entries were examined, because its opening
 * entry came late or its division was corrected. Each such subject raises the scope's version, so
 * that phones start anew and get the subject whole.
 */
public final class SubjectIndex {
  private static final int MAX_VIEWS = 4096;

  /** Documents that are needed to record: what every form of the app offers to choose from. */
  private static final List<String> WORKING_DOCUMENTS =
      List.of(
          Documents.DIVISIONS,
          Documents.UNITS,
          Documents.GRIDS,
          Documents.HAZARD_LIBRARY,
          Documents.codeList(""),
          Documents.recordKind(""));

  private static final String DOCUMENT = "doc/";

  /**
   * A subject comes to a division.
   *
   * @param late some of its entries stand before
   */
  record Gain(String subject, String division, String opener, boolean late) {}

  /** A correction of a division that came before the entry which tells whose the subject is. */
  private record Claim(String author, String division) {}

  /**
   * What a scope holds up to a seq.
   *
   * @param seq the last one examined
   * @param late how many subjects came into it late
   */
  public record Holding(Set<String> subjects, long seq, long late) {
    /** Whether entries about this subject are seen. */
    public boolean contains(String subject) {
      return subject.startsWith(DOCUMENT)
          ? WORKING_DOCUMENTS.stream().anyMatch(subject::startsWith)
          : subjects.contains(subject);
    }
  }

  private static final class View {
    final Set<String> subjects = new HashSet<>();
    int gainsSeen;
    long late;
  }

  private final LedgerView ledger;
  private final List<Gain> gains = new ArrayList<>();
  private final Map<String, String> openers = new HashMap<>();
  private final Map<String, List<Claim>> claims = new HashMap<>();
  private final Set<String> started = new HashSet<>();
  private final Map<Scope.Division, View> views =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Scope.Division, View> eldest) {
          return size() > MAX_VIEWS;
        }
      };
  private long examined;

  public SubjectIndex(LedgerView ledger) {
    this.ledger = ledger;
  }

  /** What this scope holds now. */
  public synchronized Holding holding(Scope.Division scope) {
    long last = ledger.lastSeq();
    ledger.scan(examined, last, this::examine);
    examined = last;
    View view = views.computeIfAbsent(scope, key -> new View());
    for (Gain gain : gains.subList(view.gainsSeen, gains.size())) {
      if (scope.admits(gain) && view.subjects.add(gain.subject()) && gain.late()) {
        view.late++;
      }
    }
    view.gainsSeen = gains.size();
    return new Holding(Set.copyOf(view.subjects), examined, view.late);
  }

  private void examine(LedgerEntry stamped) {
    Entry entry = stamped.entry();
    boolean late = !started.add(entry.subject());
    if (entry.kind().effect() == Kind.Effect.OPENS && entry.id().equals(entry.subject())) {
      openers.put(entry.subject(), stamped.stamp().author());
      gain(entry, entry.fields().text(RecordFields.DIVISION), late);
      for (Claim claim : claims.getOrDefault(entry.subject(), List.of())) {
        if (claim.author().equals(stamped.stamp().author())) {
          gain(entry, claim.division(), late);
        }
      }
      claims.remove(entry.subject());
    } else if (entry instanceof Corrected
        && entry.fields().text(Corrected.FIELD).equals(RecordFields.DIVISION.name())
        && entry.fields().find(Corrected.NEW).orElse(Json.NULL) instanceof Json.Text division) {
      correct(stamped, division.value(), late);
    }
  }

  private void correct(LedgerEntry stamped, String division, boolean late) {
    String subject = stamped.entry().subject();
    String author = stamped.stamp().author();
    if (stamped.stamp().role().mayAmendOthers() || author.equals(openers.get(subject))) {
      gain(stamped.entry(), division, late);
    } else if (!openers.containsKey(subject)) {
      claims.computeIfAbsent(subject, id -> new ArrayList<>()).add(new Claim(author, division));
    }
  }

  private void gain(Entry entry, String division, boolean late) {
    String opener = openers.getOrDefault(entry.subject(), "");
    gains.add(new Gain(entry.subject(), division, opener, late));
  }
}
