package cn.anxun.server.console.people;

import cn.anxun.server.storage.BureauLedger;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each phone has sent into a ledger. */
final class Sent {
  private final Map<String, Map<String, Long>> kinds = new HashMap<>();
  private final Map<String, Instant> last = new HashMap<>();

  Sent(BureauLedger ledger) {
    ledger.scan(
        0,
        ledger.lastSeq(),
        entry -> {
          String device = entry.stamp().device();
          kinds
              .computeIfAbsent(device, none -> new LinkedHashMap<>())
              .merge(entry.entry().kind().name(), 1L, Long::sum);
          last.put(device, entry.stamp().at());
        });
  }

  long count(String device) {
    return kinds(device).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Entries by kind. */
  Map<String, Long> kinds(String device) {
    return kinds.getOrDefault(device, Map.of());
  }

  @Nullable Instant last(String device) {
    return last.get(device);
  }
}
