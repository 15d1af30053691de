package cn.anxun.server.proof;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.SyncLimits;
import cn.anxun.core.sync.Witness;
import cn.anxun.server.phone.EachHead;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.HttpRemoteLedger;
import cn.anxun.server.phone.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A phone that never rests: it pushes, keeps each receipt as the server's word, pulls now and then,
 * and holds what it is told against what it was told before. It has nothing of the app's engine, so
 * that a fault of the one cannot hide in the other.
 */
final class LoadPhone implements Runnable {
  private static final int MOST_AT_ONCE = 30;
  private static final int PULLS_EVERY = 8;
  private static final long RETRY_MILLIS = 100;

  /** What a receipt said. */
  record Told(long seq, String head) {}

  private final HttpRemoteLedger ledger;
  private final FieldEntries entries;
  private final Random random;
  private final AtomicLong answers;
  private final Map<String, WrittenEntry> waiting = new LinkedHashMap<>();
  private final List<WrittenEntry> sent = new ArrayList<>();
  private final Map<String, Told> receipts = new HashMap<>();
  private final Set<String> pulled = new HashSet<>();
  private final List<String> broken = new ArrayList<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private Optional<Witness> head = Optional.empty();
  private String cursor = "";
  private long pulledSeq;
  private int pulls;
  private volatile boolean ending;

  /**
   * @param answers is told of each push that was answered
   */
  LoadPhone(Enrolment enrolment, URI server, Random random, AtomicLong answers) {
    this(enrolment, HttpNetwork.to(server), random, answers);
  }

  /** The same, whatever way leads to a server. */
  LoadPhone(Enrolment enrolment, Network network, Random random, AtomicLong answers) {
    this.answers = answers;
    // Each receipt is held against the head that it told before.
    this.ledger = new HttpRemoteLedger(new EachHead(network), enrolment.token(), Clock.systemUTC());
    this.entries = new FieldEntries(enrolment, random);
    this.random = random;
  }

  /** Lets it write no more; it ends when all that it wrote has its receipt. */
  void finish() {
    ending = true;
  }

  @Override
  public void run() {
    for (int round = 1; !ending || !waiting.isEmpty(); round++) {
      push();
      if (round % PULLS_EVERY == 0) {
        pull();
      }
    }
  }

  /** Pushes nothing, and pulls without pause until it is let finish. */
  void watch() {
    while (!ending) {
      pull();
    }
  }

  private void push() {
    if (waiting.isEmpty() && !ending) {
      for (int i = random.nextInt(MOST_AT_ONCE); i >= 0; i--) {
        WrittenEntry entry = entries.next();
        waiting.put(entry.entry().id(), entry);
      }
    }
    List<WrittenEntry> batch = new ArrayList<>(waiting.values());
    if (!sent.isEmpty() && random.nextInt(4) == 0) {
      batch.add(sent.get(random.nextInt(sent.size())));
      count("offered again");
    }
    RemoteAnswer<PushReply> answer = ledger.push(batch);
    count(name(answer));
    if (answer instanceof RemoteAnswer.Answered<PushReply> answered) {
      answered.value().receipts().forEach(this::note);
      answers.incrementAndGet();
    } else {
      rest(answer);
    }
  }

  private void note(Receipt receipt) {
    if (!(receipt instanceof Receipt.Accepted accepted)) {
      broken.add("not accepted: " + receipt);
      return;
    }
    Told told = new Told(accepted.seq(), accepted.head());
    Told before = receipts.putIfAbsent(accepted.id(), told);
    if (accepted.differs() || (before != null && !before.equals(told))) {
      broken.add("told " + before + " before, and now " + accepted);
    }
    WrittenEntry entry = waiting.remove(accepted.id());
    if (entry != null) {
      sent.add(entry);
    }
  }

  /** Pulls one page. */
  private void pull() {
    pulls++;
    RemoteAnswer<PullPage> answer = ledger.pull(cursor, SyncLimits.PAGE_ENTRIES, head);
    if (answer instanceof RemoteAnswer.Answered<PullPage> answered) {
      take(answered.value());
    } else {
      rest(answer);
    }
  }

  /** Pulls to the end of what the server holds. */
  void pullAll() {
    long before = -1;
    while (before != pulledSeq) {
      before = pulledSeq;
      pull();
    }
  }

  private void take(PullPage page) {
    if (page.reset() != PullPage.Reset.NONE) {
      broken.add("reset " + page.reset());
    }
    for (LedgerEntry entry : page.entries()) {
      Told told = receipts.get(entry.id());
      if (entry.seq() != pulledSeq + 1 || !pulled.add(entry.id())) {
        broken.add("after " + pulledSeq + " comes " + entry.seq() + " " + entry.id());
      }
      if (told != null && told.seq() != entry.seq()) {
        broken.add(entry.id() + " was told as " + told + " and pulled as " + entry.seq());
      }
      pulledSeq = entry.seq();
    }
    cursor = page.cursor();
    if (head.isPresent() && page.headSeq() < head.get().seq()) {
      broken.add("the ledger ended at " + head.get() + " and now at " + page.headSeq());
    }
    head = Optional.of(new Witness(page.headSeq(), page.head()));
  }

  /** Until the server may be there again, or lets this phone ask again. */
  private void rest(RemoteAnswer<?> answer) {
    long millis = RETRY_MILLIS;
    if (answer instanceof RemoteAnswer.Refused<?> refused) {
      millis = refused.retryAfter().map(Duration::toMillis).orElse(RETRY_MILLIS);
      if (refused.problem().status() == 500) {
        broken.add(refused.toString());
      }
    } else if (!(answer instanceof RemoteAnswer.Offline)) {
      broken.add(answer.toString());
    }
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ending = true;
      waiting.clear();
    }
  }

  private static String name(RemoteAnswer<?> answer) {
    if (answer instanceof RemoteAnswer.Offline<?> offline) {
      return offline.reason().name();
    }
    return answer instanceof RemoteAnswer.Refused<?> refused
        ? Integer.toString(refused.problem().status())
        : answer.getClass().getSimpleName();
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** What the server's word was for each entry. */
  Map<String, Told> receipts() {
    return receipts;
  }

  /** Every id that was pulled. */
  Set<String> pulled() {
    return pulled;
  }

  /** What the server said that contradicts what it said before. */
  List<String> broken() {
    return broken;
  }

  /** How its pushes ended. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** How often it asked for a page. */
  int pulls() {
    return pulls;
  }

  long pulledSeq() {
    return pulledSeq;
  }
}
