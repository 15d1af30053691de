package cn.anxun.core.sync;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A server's ledger in memory that does what it must, or what a test tells it to. */
class ScriptedServer implements RemoteLedger {
  /** What befalls one push; it may let the real one happen. */
  interface Fault {
    RemoteAnswer<PushReply> befall(Supplier<RemoteAnswer<PushReply>> push);

    static Fault none() {
      return Supplier::get;
    }
  }

  final Deque<Fault> nextPushes = new ArrayDeque<>();
  final Deque<RemoteAnswer<PullPage>> nextPulls = new ArrayDeque<>();
  final Deque<RemoteAnswer<ServerDigest>> nextDigests = new ArrayDeque<>();
  final List<List<String>> pushes = new ArrayList<>();
  final List<String> cursors = new ArrayList<>();
  final List<Optional<Witness>> heads = new ArrayList<>();

  /** The verdict on entries that are not simply accepted. */
  Function<WrittenEntry, Optional<Receipt>> verdict = entry -> Optional.empty();

  /** Entries at which a whole push fails with this status. */
  Predicate<WrittenEntry> poison = entry -> false;

  int poisonStatus = 400;
  Predicate<LedgerEntry> visible = entry -> true;
  int pageSize = 100;

  private final Map<String, LedgerEntry> byId = new LinkedHashMap<>();
  private int epoch = 1;
  private int scope = 1;

  List<LedgerEntry> entries() {
    return new ArrayList<>(byId.values());
  }

  void restoreAt(long seq) {
    byId.values().removeIf(entry -> entry.seq() > seq);
    epoch++;
  }

  void rescope(Predicate<LedgerEntry> sees) {
    visible = sees;
    scope++;
  }

  /** As another device would push it. */
  Receipt accept(WrittenEntry entry, Role role) {
    String id = entry.entry().id();
    LedgerEntry held = byId.get(id);
    if (held == null) {
      long seq = byId.size() + 1L;
      held =
          new LedgerEntry(
              entry,
              new Stamp(
                  seq,
                  entry.entry().header().author(),
                  role,
                  entry.entry().header().device(),
                  Records.NOW.plusSeconds(seq)));
      byId.put(id, held);
    }
    return new Receipt.Accepted(id, held.seq(), hash(held.seq()), !held.written().equals(entry));
  }

  @Override
  public RemoteAnswer<PushReply> push(List<WrittenEntry> entries) {
    pushes.add(entries.stream().map(entry -> entry.entry().id()).toList());
    Fault fault = nextPushes.poll();
    return fault == null ? answer(entries) : fault.befall(() -> answer(entries));
  }

  private RemoteAnswer<PushReply> answer(List<WrittenEntry> entries) {
    if (entries.stream().anyMatch(poison)) {
      return refused(poisonStatus, "poisoned");
    }
    List<Receipt> receipts = new ArrayList<>();
    for (WrittenEntry entry : entries) {
      receipts.add(verdict.apply(entry).orElseGet(() -> accept(entry, Role.INSPECTOR)));
    }
    return new RemoteAnswer.Answered<>(new PushReply(receipts, Records.NOW));
  }

  @Override
  public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
    cursors.add(cursor);
    heads.add(head);
    RemoteAnswer<PullPage> scripted = nextPulls.poll();
    if (scripted != null) {
      return scripted;
    }
    PullPage.Reset reset = reset(cursor);
    long after =
        cursor.isEmpty() || reset != PullPage.Reset.NONE
            ? 0
            : Long.parseLong(cursor.substring(cursor.lastIndexOf('.') + 1));
    List<LedgerEntry> left =
        byId.values().stream().filter(entry -> entry.seq() > after).filter(visible).toList();
    List<LedgerEntry> page = left.subList(0, Math.min(Math.min(pageSize, limit), left.size()));
    boolean more = page.size() < left.size();
    long examined = more ? page.get(page.size() - 1).seq() : byId.size();
    return new RemoteAnswer.Answered<>(
        new PullPage(
            page,
            epoch + "." + scope + "." + examined,
            more,
            byId.size(),
            hash(byId.size()),
            reset));
  }

  @Override
  public RemoteAnswer<ServerDigest> digest(String cursor, Optional<Witness> head) {
    RemoteAnswer<ServerDigest> scripted = nextDigests.poll();
    if (scripted != null) {
      return scripted;
    }
    PullPage.Reset reset = reset(cursor);
    if (reset != PullPage.Reset.NONE) {
      return new RemoteAnswer.Answered<>(ServerDigest.outdated(reset));
    }
    long seq = Long.parseLong(cursor.substring(cursor.lastIndexOf('.') + 1));
    LedgerDigest digest = new LedgerDigest();
    byId.values().stream().filter(entry -> entry.seq() <= seq).filter(visible).forEach(digest::add);
    return new RemoteAnswer.Answered<>(ServerDigest.at(seq, digest));
  }

  private PullPage.Reset reset(String cursor) {
    if (cursor.isEmpty()) {
      return PullPage.Reset.NONE;
    }
    if (!cursor.startsWith(epoch + ".")) {
      return PullPage.Reset.EPOCH;
    }
    return cursor.startsWith(epoch + "." + scope + ".")
        ? PullPage.Reset.NONE
        : PullPage.Reset.SCOPE;
  }

  static Fault lostReply() {
    return push -> {
      var unused = push.get();
      return new RemoteAnswer.Offline<>(RemoteAnswer.Reason.LOST);
    };
  }

  static Fault offline(RemoteAnswer.Reason reason) {
    return push -> new RemoteAnswer.Offline<>(reason);
  }

  static <T> RemoteAnswer<T> refused(int status, String code) {
    return new RemoteAnswer.Refused<>(Problem.of(status, code, "refused", "不行"), Optional.empty());
  }

  String hash(long seq) {
    return String.format("%02x%062x", epoch, seq);
  }
}
