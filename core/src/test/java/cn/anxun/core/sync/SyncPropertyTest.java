package cn.anxun.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever befalls requests, in whatever order: in the end both sides hold everything, once. */
class SyncPropertyTest {

  /** What befalls one push, or happens before it. */
  enum Mishap {
    NONE,
    NEVER_LEFT,
    REPLY_LOST,
    PORTAL,
    BUSY,
    BROKEN,
    REFUSED_WHOLE,
    RECEIPTS_LOST,
    PULL_LOST,
    RESTORED
  }

  @Property(tries = 200)
  void sync_whateverBefallsIt_losesNothingAndDoublesNothing(
      @ForAll @Size(max = 30) List<Mishap> mishaps, @ForAll @IntRange(max = 60) int ownEntries) {
    ScriptedServer server = new ScriptedServer();
    server.pageSize = 7;
    Records li = new Records("li", "phone-1");
    PhoneStore store = new InMemoryPhoneStore();
    Set<String> recorded = new TreeSet<>();
    for (Mishap mishap : mishaps) {
      WrittenEntry entry = li.hazard("第" + recorded.size() + "条");
      store.save(entry, li.unsent());
      recorded.add(entry.entry().id());
      befall(server, mishap);
      sync(store, server);
    }
    for (WrittenEntry entry : li.hazards(ownEntries)) {
      store.save(entry, li.unsent());
      recorded.add(entry.entry().id());
    }
    server.nextPushes.clear();
    server.nextPulls.clear();

    for (int i = 0; i < 3; i++) {
      sync(store, server);
    }

    assertThat(sync(store, server)).isInstanceOf(SyncOutcome.Done.class);
    assertThat(ids(server.entries())).isEqualTo(recorded);
    assertThat(server.entries()).hasSameSizeAs(recorded);
    List<LedgerEntry> held = new ArrayList<>();
    store.scan(0, Stamp.UNSENT, held::add);
    assertThat(held).isEqualTo(server.entries());
    assertThat(store.counts().accepted()).isEqualTo(recorded.size());
  }

  private static void befall(ScriptedServer server, Mishap mishap) {
    switch (mishap) {
      case NONE -> {}
      case NEVER_LEFT ->
          server.nextPushes.add(ScriptedServer.offline(RemoteAnswer.Reason.UNREACHABLE));
      case REPLY_LOST -> server.nextPushes.add(ScriptedServer.lostReply());
      case PORTAL -> server.nextPushes.add(ScriptedServer.offline(RemoteAnswer.Reason.NOT_OURS));
      case BUSY -> server.nextPushes.add(push -> ScriptedServer.refused(503, "busy"));
      case BROKEN -> server.nextPushes.add(push -> ScriptedServer.refused(500, "internal"));
      case REFUSED_WHOLE -> server.nextPushes.add(push -> ScriptedServer.refused(400, "garbled"));
      case RECEIPTS_LOST ->
          server.nextPushes.add(
              push -> {
                var unused = push.get();
                return new RemoteAnswer.Answered<>(new PushReply(List.of(), Records.NOW));
              });
      case PULL_LOST -> server.nextPulls.add(new RemoteAnswer.Offline<>(RemoteAnswer.Reason.LOST));
      case RESTORED -> server.restoreAt(server.entries().size() / 2);
    }
  }

  private static SyncOutcome sync(PhoneStore store, RemoteLedger server) {
    return new SyncEngine(store, server, Records.CLOCK, new BackOff(new Random(1))).sync();
  }

  private static Set<String> ids(List<LedgerEntry> entries) {
    return entries.stream().map(LedgerEntry::id).collect(Collectors.toCollection(TreeSet::new));
  }
}
