package cn.anxun.server.console.people;

import cn.anxun.core.entry.Attachment;
import cn.anxun.server.storage.BureauLedger;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What each phone has sent into a ledger. */
final class Sent {
  private final Map<String, Map<String, Long>> kinds = new HashMap<>();
  private final Map<String, Instant> last = new HashMap<>();

  private final Map<String, Set<String>> missing = new HashMap<>();

  /**
   * @param arrived whether the file of this hash is here
   */
  Sent(BureauLedger ledger, Predicate<String> arrived) {
    ledger.scan(
        0,
        ledger.lastSeq(),
        entry -> {
          String device = entry.stamp().device();
          kinds
              .computeIfAbsent(device, none -> new LinkedHashMap<>())
              .merge(entry.entry().kind().name(), 1L, Long::sum);
          last.put(device, entry.stamp().at());
          for (Attachment file : entry.entry().header().attachments()) {
            if (!arrived.test(file.sha256())) {
              missing.computeIfAbsent(device, none -> new HashSet<>()).add(file.sha256());
            }
          }
        });
  }

  long count(String device) {
    return kinds(device).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Entries by kind. */
  Map<String, Long> kinds(String device) {
    return kinds.getOrDefault(device, Map.of());
  }

  /** How many photos and documents of its entries have not arrived. */
  int missing(String device) {
    return missing.getOrDefault(device, Set.of()).size();
  }

  @Nullable Instant last(String device) {
    return last.get(device);
  }
}
