package cn.anxun.core.state;

import cn.anxun.core.entry.CustomRecorded;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.entry.RecordTypes;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.entry.UnknownEntry;
import cn.anxun.core.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.statistics.Statistics;

/**
 * Counts what the tries of a property drew and what came of it. The property fails in the end where
 * anything that is to be drawn never was.
 */
final class DrawnLedgers {
  private static final String UNREADABLE = "unreadable";
  private static final List<String> KINDS = kinds();
  private static final List<String> RECORDS = types(Kind.Effect.OPENS);
  private static final List<String> DOCUMENTS = types(Kind.Effect.DOCUMENT);
  private static final List<String> NOTICES =
      Arrays.stream(Notice.Type.values()).map(Enum::name).toList();
  private static final List<String> REDACTIONS =
      List.of("allowed after", "allowed before", "refused after", "refused before");

  private DrawnLedgers() {}

  private static List<String> kinds() {
    List<String> kinds = new ArrayList<>(Kinds.ALL.stream().map(Kind::name).toList());
    kinds.add(RandomEntries.UNKNOWN);
    kinds.add(UNREADABLE);
    return kinds;
  }

  /** But {@code custom}: such records are of the type that the office has made. */
  private static List<String> types(Kind.Effect effect) {
    return Kinds.ALL.stream()
        .filter(kind -> kind.effect() == effect && kind != CustomRecorded.KIND)
        .map(Kind::recordType)
        .distinct()
        .toList();
  }

  /** Takes a try into account: these came in this order, and all of it was folded to this. */
  static void collect(List<LedgerEntry> arrivals, LedgerState state) {
    Map<String, String> kinds = new HashMap<>();
    arrivals.forEach(entry -> kinds.put(entry.id(), kind(entry)));
    kinds.values().forEach(kind -> saw("kind", kind));
    Set<String> come = new HashSet<>();
    for (LedgerEntry entry : arrivals) {
      come.add(entry.id());
      if (entry.entry() instanceof Redacted) {
        String target = entry.entry().fields().text(Redacted.TARGET);
        boolean isAllowed = entry.stamp().role().mayEditDocuments();
        String when = come.contains(target) ? "after" : "before";
        saw("redaction", (isAllowed ? "allowed " : "refused ") + when);
        if (isAllowed) {
          saw("redacted kind", kinds.getOrDefault(target, ""));
        }
      }
    }
    state.records().keySet().forEach(type -> saw("record", type));
    state.documents().keySet().forEach(name -> saw("document", name.split("/", -1)[1]));
    state.notices().forEach(notice -> saw("notice", notice.type().name()));
    requireAll("kind", KINDS);
    requireAll("redacted kind", KINDS);
    requireAll("redaction", REDACTIONS);
    requireAll("record", RECORDS);
    requireAll("record", List.of(RecordTypes.PLANNED_SITE, RecordTypes.GRID));
    requireAll("document", DOCUMENTS.stream().map(type -> type.replace('_', '-')).toList());
    requireAll("notice", NOTICES);
  }

  /** An entry of a known kind that this version cannot read is kept as one of an unknown kind. */
  private static String kind(LedgerEntry entry) {
    String name = entry.entry().kind().name();
    boolean isUnreadable = entry.entry() instanceof UnknownEntry && Kinds.find(name).isPresent();
    return isUnreadable ? UNREADABLE : name;
  }

  private static void saw(String what, String which) {
    Statistics.label(what).collect(which);
  }

  private static void requireAll(String what, List<String> all) {
    Statistics.label(what)
        .coverage(coverage -> all.forEach(each -> coverage.check(each).count(count -> count > 0)));
  }
}
