package cn.anxun.server.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.SpokenNumber;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.SyncCounts;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.server.auth.Inbox;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.serve.ServerOptions.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones and a server over real HTTP. */
class PhoneTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @TempDir Path directory;

  private final TestBureau bureau = new TestBureau(ServerOptions.inProcess());

  @AfterEach
  void stop() {
    bureau.close();
  }

  @Test
  void sync_whenSeveralPhonesOnABadNetwork_allHoldTheSameEntriesOnce() throws Exception {
    List<Phone> phones = new ArrayList<>();
    List<UnreliableNetwork> networks = new ArrayList<>();
    try (SqlitePhoneStore onDisk = SqlitePhoneStore.open(directory.resolve("phone.db"))) {
      List<PhoneStore> stores = List.of(onDisk, new InMemoryPhoneStore(), new InMemoryPhoneStore());
      for (int i = 0; i < stores.size(); i++) {
        UnreliableNetwork network = new UnreliableNetwork(bureau.network(), new Random(i), 0.5);
        networks.add(network);
        phones.add(bureau.phone("officer" + i, Role.INSPECTOR, stores.get(i), network, i));
      }
      for (int round = 0; round < 4; round++) {
        for (Phone phone : phones) {
          WrittenEntry hazard = phone.record(HazardFound.KIND, DAY, hazard("第" + round + "轮"));
          phone.follow(Rectified.KIND, hazard.entry().subject(), DAY, Fields.NONE);
          assertThat(phone.syncUntilDone(50, wait -> {})).isInstanceOf(SyncOutcome.Done.class);
        }
      }
      phones.forEach(phone -> phone.syncUntilDone(50, wait -> {}));

      assertThat(bureau.lastSeq()).isEqualTo(24);
      for (Phone phone : phones) {
        assertThat(entries(phone)).isEqualTo(entries(phones.get(0))).hasSize(24);
        assertThat(phone.store().counts().accepted()).isEqualTo(8);
        assertThat(phone.store().counts().pending()).isZero();
        assertThat(phone.state(Cutoff.latest(DAY)).list("hazard")).hasSize(12);
      }
      assertThat(networks)
          .flatExtracting(network -> network.faults().keySet())
          .contains(UnreliableNetwork.Fault.values());
    }
  }

  @Test
  void sync_whenAThousandAreWaiting_sendsThemInBatches() throws Exception {
    Phone phone = inMemory("li", bureau.network());
    for (int i = 0; i < 1_100; i++) {
      phone.record(HazardFound.KIND, DAY, hazard("第" + i + "条"));
    }

    assertThat(phone.sync())
        .isEqualTo(new SyncOutcome.Done(new SyncCounts(1_100, 0, 0, 0, 0, 0, 0)));
    assertThat(bureau.lastSeq()).isEqualTo(1_100);
    assertThat(phone.store().syncState().head().orElseThrow().seq()).isEqualTo(1_100);
  }

  @Test
  void record_whenOfANumberedKind_hasTheNextNumberAlsoAfterARestart() throws Exception {
    Path file = directory.resolve("phone.db");
    Enrolment enrolment = bureau.enrol("li", Role.INSPECTOR, bureau.network());
    try (SqlitePhoneStore store = SqlitePhoneStore.open(file)) {
      Phone phone = new Phone(enrolment, store, bureau.network(), TestBureau.CLOCK, new Random(1));
      phone.record(HazardFound.KIND, DAY, hazard("a"));
      assertThat(number(phone.record(HazardFound.KIND, DAY, hazard("b"))).counter()).isEqualTo(2);
    }
    try (SqlitePhoneStore store = SqlitePhoneStore.open(file)) {
      Phone phone = new Phone(enrolment, store, bureau.network(), TestBureau.CLOCK, new Random(2));

      SpokenNumber next = number(phone.record(HazardFound.KIND, DAY, hazard("c")));

      assertThat(next).isEqualTo(new SpokenNumber(2026, enrolment.letters(), 3));
      assertThat(phone.sync().counts().sent()).isEqualTo(3);
    }
  }

  @Test
  void record_whenAFieldIsWrong_saysSoAndSavesNothing() throws Exception {
    Phone phone = inMemory("li", bureau.network());
    Fields tooLong = Fields.builder().set(RecordFields.NOTE, "长".repeat(3000)).build();

    assertThatThrownBy(() -> phone.record(HazardFound.KIND, DAY, tooLong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("note");
    assertThat(phone.store().counts().pending()).isZero();
  }

  @Test
  void follow_whenAnotherPhoneWentOn_comesAfterWhatWasSeen() throws Exception {
    Phone li = inMemory("li", bureau.network());
    Phone wang = inMemory("wang", bureau.network());
    WrittenEntry hazard = li.record(HazardFound.KIND, DAY, hazard("a"));
    li.sync();
    wang.sync();

    WrittenEntry step = wang.follow(Rectified.KIND, hazard.entry().subject(), DAY, Fields.NONE);

    assertThat(step.entry().header().after()).isEqualTo(hazard.entry().id());
  }

  @Test
  void sync_whenTheDeviceIsRevoked_handsOverAndIsTold() throws Exception {
    Phone phone = inMemory("li", bureau.network());
    phone.record(HazardFound.KIND, DAY, hazard("a"));
    bureau.server.directory().devices().revoke(phone.enrolment().device(), "test");

    SyncOutcome outcome = phone.sync();

    assertThat(outcome).isInstanceOf(SyncOutcome.Revoked.class);
    assertThat(outcome.counts().held()).isEqualTo(1);
    assertThat(phone.store().list(OutboxState.HELD)).hasSize(1);
    assertThat(bureau.lastSeq()).isZero();
  }

  @Test
  void sync_whenTheAccountIsEnabledAgain_sendsWhatItHandedOver_andLearnsWhatWasRefused()
      throws Exception {
    for (boolean hasPulled : new boolean[] {true, false}) {
      String account = hasPulled ? "li" : "wang";
      long before = bureau.lastSeq();
      Phone phone = inMemory(account, bureau.network());
      if (hasPulled) {
        phone.sync();
      }
      bureau.server.directory().accounts().setDisabled(account, true, "test");
      WrittenEntry waits = phone.record(HazardFound.KIND, DAY, hazard("a"));
      WrittenEntry refused = phone.record(HazardFound.KIND, DAY, hazard("b"));
      assertThat(phone.sync().counts().held()).isEqualTo(2);
      Inbox inbox = bureau.server.directory().inbox();
      for (Inbox.Item item : inbox.listUndecided(TestBureau.BUREAU)) {
        if (item.entry().equals(refused.entry().id())) {
          inbox.decide(item.id(), Inbox.Decision.DISCARDED, "test");
        }
      }

      bureau.server.directory().accounts().setDisabled(account, false, "test");

      assertThat(phone.sync()).isInstanceOf(SyncOutcome.Done.class);
      assertThat(bureau.lastSeq()).isEqualTo(before + 1);
      assertThat(phone.store().list(OutboxState.ACCEPTED))
          .singleElement()
          .satisfies(entry -> assertThat(entry.written()).isEqualTo(waits));
      assertThat(phone.store().list(OutboxState.QUARANTINED))
          .singleElement()
          .satisfies(
              entry -> assertThat(entry.problem().orElseThrow().message()).contains("管理员审核后没有收下"));
    }
  }

  @Test
  void sync_whenNobodyListens_isOfflineAndKeepsAll() throws Exception {
    Enrolment enrolment = bureau.enrol("li", Role.INSPECTOR, bureau.network());
    Network nobody = HttpNetwork.to(URI.create("http://127.0.0.1:1"));
    Phone phone =
        new Phone(enrolment, new InMemoryPhoneStore(), nobody, TestBureau.CLOCK, new Random(1));
    phone.record(HazardFound.KIND, DAY, hazard("a"));
    List<Duration> waits = new ArrayList<>();

    SyncOutcome outcome = phone.syncUntilDone(3, waits::add);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SyncOutcome.Offline.class,
            offline -> assertThat(offline.reason()).isEqualTo(RemoteAnswer.Reason.UNREACHABLE));
    assertThat(waits).hasSize(2);
    assertThat(phone.store().counts().pending()).isEqualTo(1);
  }

  @Test
  void enrol_whenTheCodeIsWrong_isRefusedWithTheReason() {
    EnrolmentDesk desk = new EnrolmentDesk(bureau.network(), TestBureau.CLOCK);

    assertThatThrownBy(() -> desk.enrol(new EnrolmentRequest("0000-0000", "phone-1", "手机", "")))
        .isInstanceOf(EnrolmentRefusedException.class)
        .hasMessageContaining("bad-code");
  }

  @Test
  void sync_whenTheCertificateIsPinned_trustsThatOneAlone() throws Exception {
    ServerOptions lan = ServerOptions.inProcess().withTransport(new Transport.Lan());
    try (TestBureau overTls = new TestBureau(lan)) {
      URI address = overTls.server.address();
      String fingerprint = overTls.server.fingerprint().orElseThrow();
      Network pinned = HttpNetwork.pinned(address, fingerprint);
      Phone phone = overTls.phone("li", Role.INSPECTOR, new InMemoryPhoneStore(), pinned, 1);
      phone.record(HazardFound.KIND, DAY, hazard("a"));
      assertThat(phone.sync()).isInstanceOf(SyncOutcome.Done.class);

      for (Network stranger :
          List.of(HttpNetwork.pinned(address, "00".repeat(32)), HttpNetwork.to(address))) {
        Phone deceived =
            new Phone(phone.enrolment(), phone.store(), stranger, TestBureau.CLOCK, new Random(2));
        assertThat(deceived.sync())
            .isInstanceOfSatisfying(
                SyncOutcome.Offline.class,
                offline -> assertThat(offline.reason()).isEqualTo(RemoteAnswer.Reason.NOT_OURS));
      }
    }
  }

  private Phone inMemory(String account, Network network) throws EnrolmentRefusedException {
    return bureau.phone(
        account, Role.INSPECTOR, new InMemoryPhoneStore(), network, account.hashCode());
  }

  private static Fields hazard(String note) {
    return Fields.builder()
        .set(HazardFound.LEVEL, "一般")
        .set(RecordFields.NOTE, note)
        .set(HazardFound.RESPONSIBLE_PERSON, "张某某")
        .build();
  }

  private static SpokenNumber number(WrittenEntry entry) {
    return SpokenNumber.parse(entry.entry().fields().text(RecordFields.NUMBER)).orElseThrow();
  }

  private static List<LedgerEntry> entries(Phone phone) {
    List<LedgerEntry> entries = new ArrayList<>();
    phone.store().scan(0, Stamp.UNSENT, entries::add);
    return entries;
  }
}
