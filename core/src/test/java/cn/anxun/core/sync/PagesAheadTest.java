package cn.anxun.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.Role;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The next page is asked for while the one before is kept, and nothing else comes of it. */
class PagesAheadTest extends SyncTest {
  private static final int LIMIT = SyncLimits.PAGE_ENTRIES;

  /** What waits for the thread that asks ahead. */
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

  private final PagesAhead ahead = new PagesAhead(server, waiting::add);

  private RemoteAnswer<PullPage> pull(String cursor) {
    return ahead.pull(cursor, LIMIT, Optional.empty());
  }

  private void serve(int hazards) {
    server.pageSize = 2;
    wang.hazards(hazards).forEach(entry -> server.accept(entry, Role.INSPECTOR));
  }

  private void runWaiting() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Test
  void pull_whenThereIsMore_asksForThatOnePageBeforeItIsWanted() {
    serve(8);

    pull("");
    runWaiting();

    assertThat(server.cursors).containsExactly("", "1.1.2");
  }

  @Test
  void pull_whenThePageWasAskedForAhead_givesItWithoutAskingAgain() {
    serve(8);
    pull("");
    runWaiting();

    RemoteAnswer<PullPage> second = pull("1.1.2");
    assertThat(server.cursors).containsExactly("", "1.1.2");
    assertThat(second)
        .isInstanceOfSatisfying(
            RemoteAnswer.Answered.class,
            page -> assertThat(((PullPage) page.value()).cursor()).isEqualTo("1.1.4"));

    runWaiting();
    assertThat(server.cursors).containsExactly("", "1.1.2", "1.1.4");
  }

  @Test
  void pull_whenTheThreadIsBusy_asksForItselfAndOnce() {
    serve(8);

    pull("");
    pull("1.1.2");
    pull("1.1.4");
    runWaiting();

    assertThat(server.cursors).containsExactly("", "1.1.2", "1.1.4", "1.1.6");
  }

  @Test
  void pull_whenItIsTheLastPage_asksForNoOther() {
    serve(2);

    pull("");

    assertThat(waiting).isEmpty();
  }

  @Test
  void pull_whenSomethingMustGoFirst_asksForNoOther() {
    serve(8);
    server.restoreAt(6);

    pull("1.1.2");

    assertThat(waiting).isEmpty();
  }

  @Test
  void pull_whenItIsNotThePageThatWasAskedFor_asksForTheWantedOne() {
    serve(8);
    pull("");
    runWaiting();

    ahead.pull("1.1.2", LIMIT - 1, Optional.empty());
    pull("");

    assertThat(server.cursors).containsExactly("", "1.1.2", "1.1.2", "");
  }

  @Test
  void pull_whenItAsksForOneEntryOnly_asksForNoOther() {
    serve(8);

    ahead.pull("", 1, Optional.empty());

    assertThat(waiting).isEmpty();
  }

  @Test
  void push_whenAPageWasAskedForAhead_letsItGoForWhatItBringsIsOlder() {
    serve(4);
    pull("");
    runWaiting();
    WrittenEntry pushed = wang.hazard("pushed");

    ahead.push(List.of(pushed));
    RemoteAnswer<PullPage> page = pull("1.1.2");

    assertThat(server.cursors).containsExactly("", "1.1.2", "1.1.2");
    assertThat(((RemoteAnswer.Answered<PullPage>) page).value().headSeq()).isEqualTo(5);
  }

  @Test
  void digest_whenAPageWasAskedForAhead_letsItGo() {
    serve(4);
    pull("");
    runWaiting();

    ahead.digest("1.1.2", Optional.empty());
    pull("1.1.2");

    assertThat(server.cursors).containsExactly("", "1.1.2", "1.1.2");
  }

  @Test
  void pull_whenAskingAheadFailed_givesThatAnswerOnceAndAsksAnewThen() {
    serve(4);
    pull("");
    server.nextPulls.add(new RemoteAnswer.Offline<>(RemoteAnswer.Reason.LOST));
    runWaiting();

    assertThat(pull("1.1.2")).isInstanceOf(RemoteAnswer.Offline.class);
    assertThat(pull("1.1.2")).isInstanceOf(RemoteAnswer.Answered.class);
  }

  @Test
  void pull_whenAskingThrows_throws() {
    PagesAhead broken =
        new PagesAhead(
            new ScriptedServer() {
              @Override
              public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
                throw new IllegalArgumentException("no such host");
              }
            },
            waiting::add);

    assertThatThrownBy(() -> broken.pull("", LIMIT, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such host");
  }

  @Test
  void pull_whenNoThreadTakesIt_asksWhenItIsWanted() {
    serve(4);
    PagesAhead alone =
        new PagesAhead(
            server,
            task -> {
              throw new RejectedExecutionException();
            });

    RemoteAnswer<PullPage> unused = alone.pull("", LIMIT, Optional.empty());
    assertThat(server.cursors).containsExactly("");

    assertThat(alone.pull("1.1.2", LIMIT, Optional.empty()))
        .isInstanceOf(RemoteAnswer.Answered.class);
    assertThat(server.cursors).containsExactly("", "1.1.2");
  }

  @Test
  void pull_whenHeadsAreTold_tellsTheOneOfThePageBefore() {
    serve(8);
    Witness first = new Witness(2, "02");
    Witness second = new Witness(4, "04");

    pull("");
    runWaiting();
    ahead.pull("1.1.2", LIMIT, Optional.of(first));
    runWaiting();
    ahead.pull("1.1.4", LIMIT, Optional.of(second));
    runWaiting();

    assertThat(server.heads)
        .containsExactly(
            Optional.empty(), Optional.empty(), Optional.of(first), Optional.of(second));
  }

  @Test
  void push_whenAPageWaitsForTheThread_isNotAskedForAnyMore() {
    serve(4);
    pull("");

    ahead.push(List.of());
    runWaiting();

    assertThat(server.cursors).containsExactly("");
  }

  @Test
  void sync_withAThreadThatAsksAhead_holdsWhatTheServerHolds() {
    server.pageSize = 7;
    wang.hazards(1_000).forEach(entry -> server.accept(entry, Role.INSPECTOR));
    save("own");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      SyncEngine quick =
          new SyncEngine(
              store, new PagesAhead(server, thread), Records.CLOCK, new BackOff(new Random(1)));

      assertThat(quick.sync()).isInstanceOf(SyncOutcome.Done.class);
    } finally {
      thread.shutdownNow();
    }
    assertThat(held()).isEqualTo(server.entries());
    assertThat(server.cursors).doesNotHaveDuplicates();
  }
}
