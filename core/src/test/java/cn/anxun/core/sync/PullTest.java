package cn.anxun.core.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes from the server: pages, resets, redactions. */
class PullTest extends SyncTest {

  @Test
  void sync_whenMuchIsToBePulled_takesEveryPageAndGoesOnFromTheLast() {
    server.pageSize = 3;
    wang.hazards(7).forEach(entry -> server.accept(entry, Role.INSPECTOR));

    engine.sync();
    server.accept(wang.hazard("later"), Role.INSPECTOR);
    engine.sync();

    assertThat(held()).isEqualTo(server.entries());
    assertThat(server.cursors).containsExactly("", "1.1.1", "1.1.4", "1.1.7");
  }

  @Test
  void pull_whenTheReplyIsCutShort_keepsTheCursorAndTakesItNextTime() {
    server.pageSize = 2;
    wang.hazards(4).forEach(entry -> server.accept(entry, Role.INSPECTOR));
    engine.sync();
    String cursor = store.syncState().cursor();
    server.accept(wang.hazard("later"), Role.INSPECTOR);
    server.nextPulls.add(new RemoteAnswer.Offline<>(RemoteAnswer.Reason.UNREADABLE));

    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Offline.class);
    assertThat(store.syncState().cursor()).isEqualTo(cursor);
    engine.sync();

    assertThat(held()).isEqualTo(server.entries());
  }

  @Test
  void sync_whenTheServerWasRestored_offersEveryOwnEntryAgainAndPullsFromTheBeginning() {
    li.hazards(5).forEach(entry -> store.save(entry, li.unsent()));
    engine.sync();
    server.accept(wang.hazard("theirs"), Role.INSPECTOR);
    engine.sync();
    server.restoreAt(2);
    save("new");

    SyncOutcome outcome = engine.sync();

    assertThat(outcome).isInstanceOf(SyncOutcome.Done.class);
    assertThat(server.entries()).hasSize(6);
    assertThat(held()).isEqualTo(server.entries());
    assertThat(store.counts()).isEqualTo(new OutboxCounts(0, 0, 0, 0, 0, 6, 0));
    assertThat(store.syncState().formerHeads())
        .extracting(Witness::hash)
        .allSatisfy(hash -> assertThat(hash).startsWith("01"));
  }

  @Test
  void sync_whenTheServerWasRestoredBeforeTheFirstPullEnded_stillOffersEverythingAgain() {
    save("a");
    server.nextPushes.add(
        push -> {
          RemoteAnswer<PushReply> answer = push.get();
          server.nextPulls.add(new RemoteAnswer.Offline<>(RemoteAnswer.Reason.LOST));
          return answer;
        });
    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Offline.class);
    assertThat(store.counts().accepted()).isEqualTo(1);
    server.restoreAt(0);

    engine.sync();

    assertThat(server.entries()).hasSize(1);
    assertThat(held()).isEqualTo(server.entries());
  }

  @Test
  void sync_whenTheServerWasRestoredBeforeAnotherScopeWasPulled_stillOffersEverythingAgain() {
    save("a");
    engine.sync();
    server.nextPulls.add(resetsScope("x"));
    server.nextPulls.add(new RemoteAnswer.Offline<>(RemoteAnswer.Reason.LOST));
    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Offline.class);
    server.restoreAt(0);

    engine.sync();

    assertThat(server.entries()).hasSize(1);
    assertThat(held()).isEqualTo(server.entries());
  }

  @Test
  void sync_whenTheCursorOfTheScopeBeforeFitsAgain_pullsFromTheBeginning() {
    server.accept(wang.hazard("theirs"), Role.INSPECTOR);
    engine.sync();
    server.nextPulls.add(resetsScope("x"));

    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Done.class);

    assertThat(held()).isEqualTo(server.entries()).hasSize(1);
  }

  @Test
  void sync_whenItDiedBeforeAnotherScopeWasPulledAndTheCursorFitsAgain_pullsFromTheBeginning() {
    server.accept(wang.hazard("theirs"), Role.INSPECTOR);
    engine.sync();
    server.nextPulls.add(resetsScope("x"));
    server.nextPulls.add(new RemoteAnswer.Offline<>(RemoteAnswer.Reason.LOST));
    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Offline.class);
    assertThat(held()).isEmpty();

    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Done.class);

    assertThat(held()).isEqualTo(server.entries()).hasSize(1);
  }

  @Test
  void sync_whenServedAgain_sendsWhatItHandedOverAndKeepsWhatItPulled() {
    server.accept(wang.hazard("theirs"), Role.INSPECTOR);
    save("before");
    engine.sync();
    WrittenEntry handedOver = save("while it was not served");
    server.verdict = entry -> Optional.of(new Receipt.Held(id(entry)));
    server.nextPulls.add(
        new RemoteAnswer.Unauthorized<>(Problem.of(401, "revoked", "revoked", "账号已停用。")));
    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Revoked.class);
    server.verdict = entry -> Optional.empty();
    server.cursors.clear();
    server.pushes.clear();

    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Done.class);

    assertThat(server.pushes).containsExactly(List.of(id(handedOver)));
    assertThat(server.cursors).as("nothing is pulled anew").containsOnly("1.1.2");
    assertThat(held()).isEqualTo(server.entries()).hasSize(3);
    assertThat(store.counts()).isEqualTo(new OutboxCounts(0, 0, 0, 0, 0, 2, 0));
    assertThat(store.syncState().formerHeads()).isEmpty();
  }

  private RemoteAnswer<PullPage> resetsScope(String cursor) {
    return new RemoteAnswer.Answered<>(
        new PullPage(List.of(), cursor, true, 0, server.hash(0), PullPage.Reset.SCOPE));
  }

  @Test
  void sync_whenTheScopeChanges_dropsWhatLeftAndKeepsTheUnsent() {
    save("ours");
    server.accept(wang.hazard("theirs"), Role.INSPECTOR);
    engine.sync();
    WrittenEntry refused = save("refused");
    server.verdict =
        entry -> entry.equals(refused) ? Optional.of(rejected(id(refused))) : Optional.empty();
    server.rescope(entry -> entry.stamp().author().equals("li"));

    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Done.class);

    assertThat(held())
        .extracting(entry -> entry.entry().header().author())
        .containsExactly("li", "li");
    assertThat(written(OutboxState.QUARANTINED)).containsExactly(refused);
    assertThat(store.find(id(refused))).isPresent();
  }

  @Test
  void sync_whenTheServerResetsWithoutEnd_stops() {
    engine.sync();
    for (int i = 0; i < 20; i++) {
      server.nextPulls.add(resetsScope("x" + i));
    }

    assertThat(engine.sync())
        .isInstanceOfSatisfying(
            SyncOutcome.Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("resets-without-end"));
  }

  @Test
  void pull_whenTheCursorStandsStill_stops() {
    PullPage page = new PullPage(List.of(), "x", true, 0, server.hash(0), PullPage.Reset.NONE);
    for (int i = 0; i < 20; i++) {
      server.nextPulls.add(new RemoteAnswer.Answered<>(page));
    }

    assertThat(engine.sync())
        .isInstanceOfSatisfying(
            SyncOutcome.Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("cursor-stands-still"));
  }

  @Test
  void pull_whenTheOfficeRedacts_erasesTheNameHereToo() {
    WrittenEntry ours = save("ours");
    WrittenEntry other = save("other");
    engine.sync();
    server.accept(redaction(id(ours)), Role.OFFICE);
    server.accept(redaction(id(other)), Role.INSPECTOR);

    engine.sync();

    assertThat(new String(store.find(id(ours)).orElseThrow().written().bytes(), UTF_8))
        .doesNotContain("张某某");
    assertThat(new String(store.find(id(other)).orElseThrow().written().bytes(), UTF_8))
        .as("an inspector may not")
        .contains("张某某");
  }

  private WrittenEntry redaction(String target) {
    return EntryJson.write(
        new Redacted(
            wang.header(wang.nextId(), target),
            Fields.builder().set(Redacted.TARGET, target).set(Redacted.REASON, "申请").build()));
  }
}
