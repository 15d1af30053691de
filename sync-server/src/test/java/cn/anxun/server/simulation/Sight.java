package cn.anxun.server.simulation;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.LedgerEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a grid worker may see, found out from the raw entries without the server's index. */
final class Sight {
  private Sight() {}

  /**
   * The whole subjects that are of this division, or were opened by this account.
   *
   * @param ledger all of it, by seq
   */
  static List<LedgerEntry> of(List<LedgerEntry> ledger, String division, String account) {
    Map<String, LedgerEntry> openings = new HashMap<>();
    for (LedgerEntry entry : ledger) {
      if (entry.id().equals(entry.entry().subject())) {
        openings.put(entry.id(), entry);
      }
    }
    Set<String> subjects = new HashSet<>();
    for (LedgerEntry entry : ledger) {
      LedgerEntry opening = openings.get(entry.entry().subject());
      if (shows(entry, opening, division) || isBy(opening, account)) {
        subjects.add(entry.entry().subject());
      }
    }
    List<LedgerEntry> seen = new ArrayList<>();
    for (LedgerEntry entry : ledger) {
      if (subjects.contains(entry.entry().subject())) {
        seen.add(entry);
      }
    }
    return seen;
  }

  private static boolean isBy(@Nullable LedgerEntry opening, String account) {
    return opening != null && opening.stamp().author().equals(account);
  }

  /** What a correction says counts before its record has come, where that is nobody's to forbid. */
  private static boolean shows(LedgerEntry entry, @Nullable LedgerEntry opening, String division) {
    Map<String, Json> raw = members(JsonText.read(entry.written().bytes()));
    Map<String, Json> said = members(raw.get("public"));
    if (entry.equals(opening)) {
      return text(said.get("division")).startsWith(division);
    }
    return text(raw.get("kind")).equals("Corrected")
        && text(said.get("field")).equals("division")
        && text(said.get("new")).startsWith(division)
        && (entry.stamp().role().mayAmendOthers() || isBy(opening, entry.stamp().author()));
  }

  private static Map<String, Json> members(@Nullable Json json) {
    return json instanceof Json.Members members ? members.values() : Map.of();
  }

  private static String text(@Nullable Json json) {
    return json instanceof Json.Text text ? text.value() : "";
  }
}
