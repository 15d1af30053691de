package cn.anxun.core.sync;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A phone in memory and the scripted server it syncs with. */
abstract class SyncTest {
  final Records li = new Records("li", "phone-1");
  final Records wang = new Records("wang", "phone-2");
  final ScriptedServer server = new ScriptedServer();
  final PhoneStore store = new InMemoryPhoneStore();
  final SyncEngine engine =
      new SyncEngine(store, server, Records.CLOCK, new BackOff(new Random(1)));

  static Receipt.Rejected rejected(String id) {
    return new Receipt.Rejected(
        id, new EntryProblem(EntryProblem.Code.TOO_LONG, "note", "“备注”太长。"));
  }

  WrittenEntry save(String note) {
    WrittenEntry entry = li.hazard(note);
    store.save(entry, li.unsent());
    return entry;
  }

  List<LedgerEntry> held() {
    List<LedgerEntry> entries = new ArrayList<>();
    store.scan(0, Stamp.UNSENT, entries::add);
    return entries;
  }

  List<WrittenEntry> written(OutboxState state) {
    return store.list(state).stream().map(OutboxEntry::written).toList();
  }

  static String id(WrittenEntry entry) {
    return entry.entry().id();
  }
}
