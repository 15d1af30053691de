package cn.anxun.server.importer;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.server.importer.ImportPreview.Outcome;
import cn.anxun.server.storage.BureauLedger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Hands on of each row what the ledger does not have. */
final class RowTaking {
  private final Map<String, Integer> seen = new HashMap<>();
  private final Set<String> handed = new HashSet<>();
  private final BureauLedger ledger;
  private final ImportReport.Counting counting;
  private final EntrySink sink;

  RowTaking(BureauLedger ledger, ImportReport.Counting counting, EntrySink sink) {
    this.ledger = ledger;
    this.counting = counting;
    this.sink = sink;
  }

  Outcome take(RowEntries.Made made, RowValues row) {
    String id = made.opening().entry().id();
    Integer before = seen.putIfAbsent(id, row.number());
    if (before != null) {
      row.warn("", "import.double", String.valueOf(before));
      counting.doubled();
      return Outcome.DOUBLE;
    }
    boolean known = made.known() || ledger.find(id).isPresent();
    if (known) {
      counting.known();
    } else {
      counting.opened(row.number(), id);
    }
    if (!made.known()) {
      made.all().stream()
          .filter(entry -> handed.add(entry.entry().id()))
          .forEach(entry -> take(entry, made, row));
    }
    return known ? Outcome.KNOWN : Outcome.NEW;
  }

  private void take(WrittenEntry entry, RowEntries.Made made, RowValues row) {
    Optional<LedgerEntry> held = ledger.find(entry.entry().id());
    if (held.isEmpty()) {
      counting.entry();
      if (made.site().filter(entry::equals).isPresent()) {
        counting.site();
      }
      sink.take(entry);
    } else if (!saysTheSame(held.get().entry(), entry.entry())) {
      row.warn("", "import.differs");
      counting.differing();
    }
  }

  /** Whoever said it: a colleague may import the same file again. */
  private static boolean saysTheSame(Entry one, Entry other) {
    return one.header().businessDate().equals(other.header().businessDate())
        && Objects.equals(one.header().after(), other.header().after())
        && JsonText.write(new Json.Members(one.fields().values()))
            .equals(JsonText.write(new Json.Members(other.fields().values())));
  }
}
