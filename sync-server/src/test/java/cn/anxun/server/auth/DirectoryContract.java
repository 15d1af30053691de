package cn.anxun.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.Witness;
import cn.anxun.server.auth.AccountException.Reason;
import cn.anxun.server.auth.LiveSessions.Session;
import cn.anxun.server.clock.AskedClock;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Databases;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.storage.SampleEntries;
import cn.anxun.server.storage.StoredBureauLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the directory promises, whichever database it is in and whichever server is asked. */
abstract class DirectoryContract {
  private static final int ROUNDS = 100;
  private static final byte[] KEY = {1};
  private static final byte[] OTHER = {2};
  private static final byte[] ANOTHER = {3};
  private static final String PASSWORD = "Correct-horse-9";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Directory directory;
  private Database database;
  private LiveSessions live;

  /** With a directory that nobody has used; open as long as the test runs. */
  abstract Databases databases();

  @BeforeEach
  void openDirectory() {
    directory = open();
    directory.bureaus().create(new Bureau("demo", "示例", "510304"), "test");
    for (String account : List.of("li", "wang")) {
      directory.accounts().create(account, account, "test");
      directory.accounts().grant(account, Grant.of("demo", Role.OFFICE), "test");
    }
    database = databases().openDirectory();
    live = new LiveSessions(database);
  }

  /** As another server over the same database does. */
  private Directory open() {
    return Directory.open(databases(), Clock.systemUTC(), new Random(1));
  }

  @AfterEach
  void closeDirectory() {
    database.close();
    directory.close();
  }

  private static Session session(String account) {
    return new Session(account, "demo", false, NOON, NOON);
  }

  private void end(String account) {
    database.change(handle -> LiveSessions.end(handle, account));
  }

  @Test
  void pushAudit_ofWhatIsOfferedAgain_keepsItOnce_alsoWhereItWasNotKeptAtFirst() {
    SampleEntries samples = new SampleEntries();
    Entry site = samples.site("化工厂");
    Pusher office = new Pusher("li", Role.OFFICE, Principal.WEB);
    Principal li = new Principal("li", "li", Grant.of("demo", Role.OFFICE), Principal.WEB, false);
    Principal other = new Principal("li", "li", Grant.of("demo", Role.OFFICE), "demo.C", false);
    Principal wang = new Principal("w", "w", Grant.of("demo", Role.OFFICE), Principal.WEB, false);
    PushAudit audit = new PushAudit(directory.audit());
    try (StoredBureauLedger ledger =
        StoredBureauLedger.open(
            databases().openBureau("demo"), Clock.systemUTC(), new Random(7), new LedgerFold())) {
      byte[] voided = SampleEntries.bytes(samples.voided(site));
      List<byte[]> entries = List.of(SampleEntries.bytes(site), voided);
      // Accepted by a server that then died, or heard no more of its database.
      List<Receipt> receipts = ledger.accept(office, entries);
      audit.record(wang, ledger, receipts);
      audit.record(other, ledger, receipts);
      assertThat(corrections()).as("of what others offer that is not theirs").isEmpty();
      audit.record(li, ledger, ledger.accept(office, entries));
      assertThat(corrections()).hasSize(1).first().asString().contains("seq 2");
      audit.record(li, ledger, receipts);
      assertThat(corrections()).hasSize(1);
    }
  }

  @Test
  void names_thatHoldTheCharacterZero_areRefused() {
    String zero = "张\0三";
    assertThatThrownBy(() -> directory.accounts().create("zhang", zero, "test"))
        .isInstanceOf(AccountException.class);
    assertThatThrownBy(() -> directory.accounts().rename("li", zero, "test"))
        .isInstanceOf(AccountException.class);
    assertThatThrownBy(() -> directory.bureaus().create(new Bureau("b", zero, "510304"), "test"))
        .isInstanceOf(AccountException.class);
    directory.accounts().grant("li", Grant.of("demo", Role.INSPECTOR), "test");
    String code = directory.enrolments().createCode("li", "demo", "test");
    assertThatThrownBy(
            () -> directory.enrolments().enrol(new EnrolmentRequest(code, "phone-1", zero, "")))
        .isInstanceOf(AccountException.class);
    assertThat(directory.accounts().displayName("li")).isEqualTo("li");
  }

  private List<AuditEvent> corrections() {
    return directory.audit().list("demo", 0, 100).stream()
        .map(Audit.Row::event)
        .filter(event -> event.action().equals("correction"))
        .toList();
  }

  @Test
  void end_whenTheSessionIsUsedAllTheWhile_endsIt() throws Exception {
    AtomicBoolean asks = new AtomicBoolean(true);
    CountDownLatch busy = new CountDownLatch(1);
    Thread user =
        new Thread(
            () -> {
              for (long second = 0; asks.get(); second++) {
                live.use(KEY, NOON.plusSeconds(second));
                busy.countDown();
              }
            });
    user.start();
    busy.await();
    int survived = 0;
    try {
      for (int round = 0; round < ROUNDS; round++) {
        live.put(KEY, session("li"));
        end("LI");
        survived += live.find(KEY).isPresent() ? 1 : 0;
      }
    } finally {
      asks.set(false);
      user.join();
    }
    assertThat(survived).isZero();
  }

  @Test
  void put_whenTheAccountsSessionsWereEndedSince_putsNothing() {
    long since = 0;
    end("wang");
    assertThat(live.put(KEY, session("li"), since)).isTrue();
    end("Li");
    assertThat(live.put(OTHER, session("li"), since)).isFalse();
    assertThat(live.find(OTHER)).isEmpty();
  }

  @Test
  void replace_whenTheOldOneHasEnded_putsNothing() {
    live.put(KEY, session("li"));
    assertThat(live.replace(KEY, OTHER, session("li"))).isTrue();
    database.change(handle -> LiveSessions.end(handle, "li", "demo"));
    assertThat(live.replace(OTHER, ANOTHER, session("li"))).isFalse();
    assertThat(live.find(ANOTHER)).isEmpty();
  }

  @Test
  void put_takesThoseAwayThatAreOver() {
    live.put(KEY, session("li"));
    Instant later = NOON.plus(Sessions.IDLE);
    live.put(OTHER, new Session("wang", "demo", false, later, later));
    assertThat(live.find(KEY)).isEmpty();
    assertThat(live.find(OTHER)).isPresent();
  }

  @Test
  void change_whenAnAdministratorGivesOutAnotherRightAfterIt_startsNoSession() {
    QuickPassword.set(directory.accounts(), "li", PASSWORD, "test");
    LoginOutcome changed =
        directory
            .logins()
            .change("li", PASSWORD, "Another-horse-9", Optional.empty(), account -> {});
    assertThat(directory.accounts().resetPassword("li", "test")).isNotEmpty();

    assertThat(changed)
        .isInstanceOfSatisfying(
            LoginOutcome.Accepted.class,
            in -> assertThat(directory.sessions().start(in, "demo")).isEmpty());
  }

  @Test
  void session_startedAtOneServer_isKnownAtAnother_untilEitherEndsIt() {
    try (Directory other = open()) {
      String token = directory.sessions().start("li", "demo").token();
      assertThat(other.sessions().authenticate(token)).isInstanceOf(Authentication.Valid.class);

      other.accounts().setDisabled("li", true, "test");
      other.accounts().setDisabled("li", false, "test");
      assertThat(directory.sessions().authenticate(token)).isEqualTo(Authentication.UNKNOWN);
    }
  }

  @Test
  void login_whoseAccountIsChangedAtAnotherServer_startsNoSession() {
    QuickPassword.set(directory.accounts(), "li", PASSWORD, "test");
    LoginOutcome.Accepted in = (LoginOutcome.Accepted) directory.logins().login("LI", PASSWORD);
    try (Directory other = open()) {
      other.accounts().resetPassword("Li", "test");
    }
    assertThat(in.account().id()).isEqualTo("li");
    assertThat(directory.sessions().start(in, "demo")).isEmpty();
  }

  @Test
  void login_afterFiveFailuresAtTwoServers_isLocked() {
    QuickPassword.set(directory.accounts(), "li", PASSWORD, "test");
    try (Directory other = open()) {
      for (int i = 0; i < Logins.FAILURES; i++) {
        Directory asked = i % 2 == 0 ? directory : other;
        asked.logins().login(i % 2 == 0 ? "li" : "LI", "wrong");
      }
      assertThat(other.logins().login("li", PASSWORD)).isInstanceOf(LoginOutcome.Locked.class);
    }
  }

  @Test
  void accounts_areFoundInWhateverCase_andAreThereOnce() {
    assertThat(directory.accounts().find("LI")).map(Account::id).contains("li");
    assertThat(directory.accounts().listGrants("Li")).hasSize(1);
    assertThatThrownBy(() -> directory.accounts().create("Li", "李", "test"))
        .isInstanceOfSatisfying(
            AccountException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ACCOUNT_EXISTS));
    assertThat(directory.members().list("demo")).hasSize(2);
    assertThat(directory.bureaus().isOverAll("li")).isFalse();
  }

  @Test
  void grant_whichTakesTheLastAdministratorAway_isRefusedAndUndone() {
    QuickPassword.set(directory.accounts(), "li", PASSWORD, "test");
    directory.accounts().grant("li", Grant.of("demo", Role.ADMINISTRATOR), "test");
    long version = directory.accounts().listGrants("li").get(0).version();
    assertThatThrownBy(
            () -> directory.accounts().grant("li", Grant.of("demo", Role.OFFICE), "test"))
        .isInstanceOfSatisfying(
            AccountException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.LAST_ADMINISTRATOR));
    assertThat(directory.accounts().listGrants("li"))
        .containsExactly(new Grant("demo", Role.ADMINISTRATOR, "", "", version));
    assertThat(directory.bureaus().isOverAll("li")).isTrue();
    assertThat(directory.walkAudit().faults()).isZero();
  }

  @Test
  void setup_atTwoServers_makesOneAdministrator() {
    // The other one was told no code, as there are accounts.
    assertThat(directory.setup().code()).isEmpty();
    assertThatThrownBy(
            () ->
                directory
                    .setup()
                    .complete("", new Bureau("x", "x", ""), "zhao", "赵", "Correct-horse-9"))
        .isInstanceOf(AccountException.class);
    assertThat(directory.accounts().find("zhao")).isEmpty();
  }

  private Enrolment enrol(Directory at, String code) {
    return at.enrolments().enrol(new EnrolmentRequest(code, "phone-1", "手机", ""));
  }

  @Test
  void enrol_askedAgainAtAnotherServer_answersADeviceWhoseTokenIsInForce() {
    String code = directory.enrolments().createCode("li", "demo", "test");
    try (Directory other = open()) {
      Enrolment first = enrol(directory, code);
      assertThat(enrol(directory, code)).isEqualTo(first);
      Enrolment second = enrol(other, code);
      Enrolment third = enrol(directory, code);

      assertThat(List.of(second.device(), third.device())).containsOnly(first.device());
      assertThat(other.devices().authenticate(third.token()))
          .isInstanceOf(Authentication.Valid.class);
      assertThat(directory.devices().list("demo")).hasSize(1);
    }
  }

  @Test
  void devices_areSeenWithdrawnAndHeldToTheirHeads() {
    Enrolment phone = enrol(directory, directory.enrolments().createCode("li", "demo", "test"));
    Principal principal =
        ((Authentication.Valid) directory.devices().authenticate(phone.token())).principal();
    directory.devices().seen(phone.device(), Optional.empty());
    Witness seven = new Witness(7, "a".repeat(64));
    assertThat(directory.devices().witness(principal, "epoch", seven, true)).isFalse();
    assertThat(directory.devices().witness(principal, "epoch", seven, false)).isTrue();
    assertThat(directory.devices().listWitnesses("demo", "epoch"))
        .containsExactly(new HeadWitness(phone.device(), 7, seven.hash(), false));

    directory.devices().revoke(phone.device(), "test");
    assertThat(directory.devices().authenticate(phone.token()))
        .isEqualTo(new Authentication.Withdrawn(principal, true));
  }

  @Test
  void witness_ofEachRequest_isKept_andNeitherALowerOneNorALaterOneHidesWhatTheLedgerLacks() {
    Enrolment phone = enrol(directory, directory.enrolments().createCode("li", "demo", "test"));
    Principal principal =
        ((Authentication.Valid) directory.devices().authenticate(phone.token())).principal();
    for (int seq : new int[] {7, 8, 9, 5}) {
      tell(principal, "old", seq, true);
    }
    assertThat(directory.devices().listWitnesses("demo", "old"))
        .containsExactly(new HeadWitness(phone.device(), 9, "9".repeat(64), true));

    tell(principal, "new", 3, true);
    assertThat(directory.devices().listWitnesses("demo", "new"))
        .as("a new epoch begins anew")
        .containsExactly(new HeadWitness(phone.device(), 3, "3".repeat(64), true));
    assertThat(tell(principal, "new", 6, false)).as("first told").isTrue();
    assertThat(tell(principal, "new", 6, false)).as("told again").isFalse();
    tell(principal, "new", 8, true);
    assertThat(directory.devices().listWitnesses("demo", "new"))
        .containsExactly(new HeadWitness(phone.device(), 6, "6".repeat(64), false));
    assertThat(tell(principal, "newer", 2, false)).as("the first of an epoch").isTrue();
  }

  @Test
  void witness_ofTwoRequestsUnderWay_isAuditedOnce() {
    Enrolment phone = enrol(directory, directory.enrolments().createCode("li", "demo", "test"));
    Principal principal =
        ((Authentication.Valid) directory.devices().authenticate(phone.token())).principal();
    tell(principal, "epoch", 3, true);
    AskedClock clock = new AskedClock(Clock.fixed(NOON, ZoneOffset.UTC));
    try (Directory other = Directory.open(databases(), clock, new Random(1))) {
      clock.onceAsked(
          () -> assertThat(tell(principal, "epoch", 9, false)).as("meanwhile").isTrue());
      assertThat(other.devices().witness(principal, "epoch", told(9), false)).isFalse();
    }
    assertThat(directory.audit().list("demo", 0, 100))
        .extracting(Audit.Row::event)
        .filteredOn(event -> event.action().equals("head-not-in-ledger"))
        .containsExactly(AuditEvent.of(principal, "head-not-in-ledger").about(told(9).toString()));
  }

  private static Witness told(int seq) {
    return new Witness(seq, Integer.toString(seq).repeat(64));
  }

  private boolean tell(Principal principal, String epoch, int seq, boolean known) {
    return directory.devices().witness(principal, epoch, told(seq), known);
  }

  @Test
  void inbox_keepsWhatAWithdrawnPhonePushesOnce_untilItIsDecided() throws Exception {
    Enrolment phone = enrol(directory, directory.enrolments().createCode("li", "demo", "test"));
    Principal principal =
        ((Authentication.Valid) directory.devices().authenticate(phone.token())).principal();
    WrittenEntry entry = drill();
    String id = entry.entry().id();
    Inbox inbox = directory.inbox();
    inbox.hold(principal, List.of(entry));
    inbox.hold(principal, List.of(entry));

    List<Inbox.Item> waiting = inbox.listUndecided("demo");
    assertThat(waiting).hasSize(1);
    assertThat(waiting.get(0).bytes()).isEqualTo(entry.bytes());
    assertThat(inbox.room(principal)).isEqualTo(Inbox.MAX_ENTRIES - 1);
    assertThat(inbox.listDiscarded("demo", List.of(id))).isEmpty();
    inbox.decide(waiting.get(0).id(), Inbox.Decision.DISCARDED, "test");
    assertThat(inbox.isUndecided(waiting.get(0).id())).isFalse();
    assertThat(inbox.listDiscarded("demo", List.of(id, "x"))).containsExactly(id);
  }

  private static WrittenEntry drill() throws EntryRejectedException {
    return EntryJson.read(
        JsonText.bytes(
            Json.members()
                .put("id", "019590f0-0000-7000-8000-000000000001")
                .put("kind", "DrillHeld")
                .put("subject", "019590f0-0000-7000-8000-000000000001")
                .put("at", "2026-03-01T02:03:04Z")
                .put("businessDate", "2026-03-01")
                .put("author", "li")
                .put("device", "phone")
                .put("public", Json.members().put("participants", 20).build())
                .build()));
  }

  @Test
  void browser_isKnownUntilThePasswordChanges() {
    String secret = directory.browsers().remember("li", Optional.empty());
    assertThat(directory.browsers().remember("li", Optional.of(secret))).isEqualTo(secret);
    assertThat(directory.browsers().key("LI", Optional.of(secret))).isPresent();
    QuickPassword.set(directory.accounts(), "li", PASSWORD, "test");
    assertThat(directory.browsers().key("li", Optional.of(secret))).isEmpty();
  }

  @Test
  void audit_isAskedForByPersonActionAndTime() {
    AuditQuery all = AuditQuery.of("demo");
    int before = directory.audit().count(all);
    assertThat(directory.audit().list(all, 0, 100)).hasSize(before);
    assertThat(directory.audit().listActions("demo")).contains("granted", "account-created");
    Instant now = Instant.now();
    AuditQuery granted =
        new AuditQuery(
            "demo",
            "LI",
            "granted",
            Optional.of(now.minus(Duration.ofDays(1))),
            Optional.of(now.plus(Duration.ofDays(1))));
    assertThat(directory.audit().list(granted, 0, 10)).hasSize(1);
    assertThat(directory.audit().listBefore(granted, Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void audit_onlyGrows_andItsIdsHaveNoGapAlsoWhereATransactionIsUndone() {
    long last = directory.walkAudit().last();
    assertThatThrownBy(
            () ->
                directory
                    .accounts()
                    .createAll(
                        List.of(
                            new Accounts.Applicant("new", "新", Grant.of("demo", Role.OFFICE)),
                            new Accounts.Applicant("li", "旧", Grant.of("demo", Role.OFFICE))),
                        "test"))
        .isInstanceOf(AccountException.class);
    directory.audit().record(AuditEvent.of("li", "export").in("demo"));

    AuditChain.Walked walked = directory.walkAudit();
    assertThat(walked.last()).isEqualTo(last + 1);
    assertThat(walked.breaks()).isEmpty();
    for (String hand :
        List.of(
            "UPDATE audit SET actor = 'wang'",
            "DELETE FROM audit WHERE id = 1",
            "UPDATE audit_chain SET hash = hash",
            "DELETE FROM audit_chain",
            "INSERT INTO audit (id, at, actor, action) VALUES (1, 'now', 'li', 'login')")) {
      assertThatThrownBy(() -> database.change(handle -> handle.execute(hand)))
          .as(hand)
          .isInstanceOf(JdbiException.class)
          .hasMessageContaining("never");
    }
    assertThat(directory.walkAudit()).isEqualTo(walked);
  }

  @Test
  void audit_whereARowWasPutInByHand_namesIt() {
    long last = directory.walkAudit().last();
    database.change(
        handle ->
            handle.execute("INSERT INTO audit (at, actor, action) VALUES ('now', 'li', 'login')"));
    directory.audit().record(AuditEvent.of("li", "export").in("demo"));
    assertThat(directory.walkAudit().breaks())
        .containsExactly(new AuditChain.Break(last + 1, AuditChain.Fault.ADDED));
  }
}
