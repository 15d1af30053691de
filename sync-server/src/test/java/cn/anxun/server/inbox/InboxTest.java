package cn.anxun.server.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.Inbox;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.storage.BureauLedger;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused in the inbox stays out, whoever pushes it and whenever. */
final class InboxTest {
  private static final String BUREAU = RunningServer.BUREAU;

  private RunningServer running;
  private Enrolment zhang;
  private String id;
  private Json drill;

  @BeforeEach
  void start() throws Exception {
    running = RunningServer.start();
    zhang = running.enrol("zhang", Role.INSPECTOR);
    id = running.id();
    drill = RunningServer.drill(id, "2026-03-01").build();
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private Directory directory() {
    return running.server().directory();
  }

  private BureauLedger ledger() {
    return running.server().ledger(BUREAU);
  }

  private List<Inbox.Item> waiting() {
    return directory().inbox().listUndecided(BUREAU);
  }

  private List<Receipt> push(Enrolment phone, Json... entries) throws Exception {
    return PushReplyJson.read(running.push(phone.token(), entries).body()).receipts();
  }

  private InboxDesk desk() {
    return new InboxDesk(directory().inbox(), "test");
  }

  @Test
  void push_ofWhatWasDiscarded_byThePhoneEnrolledAgain_isRefused() throws Exception {
    directory().devices().revoke(zhang.device(), "test");
    push(zhang, drill);
    assertThat(desk().discard(ledger(), waiting().get(0))).isEmpty();

    String code = directory().enrolments().createCode("zhang", BUREAU, "test");
    EnrolmentRequest request = new EnrolmentRequest(code, "wiped", "手机", "");
    Enrolment again =
        EnrolmentJson.readReply(
            running.post("/api/v1/devices", "", EnrolmentJson.write(request)).body());
    assertThat(again.device()).isNotEqualTo(zhang.device());
    String other = running.id();

    List<Receipt> receipts =
        push(again, drill, RunningServer.drill(other, "2026-03-02").build(), Json.of("no entry"));
    assertThat(receipts.get(0)).isInstanceOf(Receipt.Rejected.class);
    assertThat(receipts.get(1)).isInstanceOf(Receipt.Accepted.class);
    assertThat(ledger().find(id)).isEmpty();
    assertThat(ledger().find(other)).isPresent();
  }

  /** As after a restore, when a withdrawn phone hands over again all that it ever did. */
  @Test
  void handingOver_whatTheLedgerHas_isAnsweredAlike_andWaitsForNobody() throws Exception {
    String named = running.id();
    Json.MembersBuilder withNames = RunningServer.drill(named, "2026-03-01");
    Json before = withNames.put("personal", Json.members().put("leader", "张某某").build()).build();
    push(zhang, drill, before);
    redact(named);
    directory().devices().revoke(zhang.device(), "test");
    String missing = running.id();

    assertThat(push(zhang, drill, before, RunningServer.drill(missing, "2026-03-02").build()))
        .containsExactly(new Receipt.Held(id), new Receipt.Held(named), new Receipt.Held(missing));
    assertThat(waiting()).extracting(Inbox.Item::entry).containsExactly(missing);

    push(zhang, RunningServer.drill(id, "2026-03-03").build());
    assertThat(waiting())
        .as("with other bytes somebody has to decide")
        .extracting(Inbox.Item::entry)
        .containsExactly(missing, id);
  }

  private void redact(String target) throws Exception {
    Enrolment office = running.enrol("office", Role.ADMINISTRATOR);
    String redaction = running.id();
    assertThat(
            push(
                office,
                RunningServer.drill(redaction, "2026-03-01")
                    .put("kind", "Redacted")
                    .put("subject", target)
                    .put(
                        "public",
                        Json.members().put("target", target).put("reason", "当事人申请").build())
                    .build()))
        .singleElement()
        .isInstanceOf(Receipt.Accepted.class);
    assertThat(ledger().find(target).orElseThrow().written().bytes())
        .asString()
        .contains("\"personal\":null");
  }

  @Test
  void discard_whileThePhoneIsServedAgainAndPushes_isDecidedOneWay() throws Exception {
    directory().accounts().setDisabled("zhang", true, "test");
    push(zhang, drill);
    Inbox.Item item = waiting().get(0);
    directory().accounts().setDisabled("zhang", false, "test");
    FutureTask<List<Receipt>> pushed =
        new FutureTask<>(
            () ->
                new ServedPush(directory().inbox())
                    .accept(
                        new Principal(
                            "zhang", "张", Grant.of(BUREAU, Role.INSPECTOR), zhang.device(), false),
                        ledger(),
                        List.of(JsonText.bytes(drill))));
    Thread phone = new Thread(pushed);

    var unused =
        desk()
            .discard(
                withFind(
                    () -> {
                      phone.start();
                      while (!pushed.isDone() && !waitsForItsTurn(phone)) {
                        Thread.onSpinWait();
                      }
                    }),
                item);

    assertThat(pushed.get()).singleElement().isInstanceOf(Receipt.Rejected.class);
    assertThat(ledger().find(id)).isEmpty();
    assertThat(directory().inbox().listDiscarded(BUREAU, List.of(id))).containsExactly(id);
  }

  private static boolean waitsForItsTurn(Thread thread) {
    return Stream.of(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().contains("ReentrantReadWriteLock"));
  }

  /** The ledger; once something was looked for in it, and before that is told, this is done. */
  private BureauLedger withFind(Runnable meanwhile) {
    BureauLedger ledger = ledger();
    return (BureauLedger)
        Proxy.newProxyInstance(
            InboxTest.class.getClassLoader(),
            new Class<?>[] {BureauLedger.class},
            (proxy, method, arguments) -> {
              Object found = method.invoke(ledger, arguments);
              if (method.getName().equals("find")) {
                meanwhile.run();
              }
              return found;
            });
  }

  @Test
  void accept_ofWhatAnotherDiscardedMeanwhile_takesNothing() throws Exception {
    directory().devices().revoke(zhang.device(), "test");
    push(zhang, drill);
    Inbox.Item item = waiting().get(0);
    assertThat(desk().discard(ledger(), item)).isEmpty();

    InboxDesk.Outcome outcome = desk().accept(ledger(), item);
    assertThat(outcome.seq()).isEmpty();
    assertThat(outcome.problem()).isPresent();
    assertThat(ledger().lastSeq()).isZero();
  }
}
