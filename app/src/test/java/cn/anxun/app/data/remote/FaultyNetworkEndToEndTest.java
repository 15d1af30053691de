package cn.anxun.app.data.remote;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.server.FaultProxy;
import cn.anxun.app.server.FaultProxy.Fault;
import cn.anxun.app.server.ServerProcess;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.Records;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.SyncEngine;
import cn.anxun.core.sync.SyncOutcome;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A phone's data layer against a real server, over a network that fails. */
public final class FaultyNetworkEndToEndTest {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final Clock CLOCK = Clock.systemUTC();

  private ServerProcess server;
  private FaultProxy proxy;
  private int phones;

  @Before
  public void start() throws IOException {
    server = ServerProcess.start(FOLDER.newFolder().toPath());
    server.addUser("li", "李强", "inspector");
    proxy = new FaultProxy(server.port());
  }

  @After
  public void stop() throws IOException {
    if (proxy != null) {
      proxy.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  public void sync_whateverTheNetworkDoes_eachEntryCountsOnce() {
    InMemoryPhoneStore store = new InMemoryPhoneStore();
    Enrolment enrolment = enrol();
    SyncEngine engine = engine(store, enrolment);
    save(store, enrolment, 20);

    // The first request of a sync that begins pulls one entry; the second pushes.
    proxy.next(Fault.NONE, Fault.REPLY_LOST);
    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Offline.class);
    proxy.next(Fault.REPLY_CUT);
    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Offline.class);
    proxy.next(Fault.FAILED);
    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Refused.class);
    proxy.next(Fault.PORTAL);
    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Offline.class);
    assertThat(store.counts().pending()).isEqualTo(20);
    assertThat(engine.sync()).isInstanceOf(SyncOutcome.Done.class);

    assertThat(store.counts().accepted()).isEqualTo(20);
    InMemoryPhoneStore other = new InMemoryPhoneStore();
    assertThat(engine(other, enrol()).sync()).isInstanceOf(SyncOutcome.Done.class);
    assertThat(other.lastSeq()).isEqualTo(20);
  }

  private Enrolment enrol() {
    String code = server.enrolmentCode("li");
    RemoteAnswer<Enrolment> answer =
        new EnrolmentClient(CLOCK, heard -> {})
            .enrol(address(), new EnrolmentRequest(code, "phone-" + ++phones, "手机", ""));
    assertThat(answer).isInstanceOf(RemoteAnswer.Answered.class);
    return ((RemoteAnswer.Answered<Enrolment>) answer).value();
  }

  private ServerAddress address() {
    return new ServerAddress(List.of(proxy.url()), Optional.empty());
  }

  private SyncEngine engine(InMemoryPhoneStore store, Enrolment enrolment) {
    return new SyncEngine(
        store,
        new RetrofitRemoteLedger(address(), enrolment.token(), CLOCK, heard -> {}),
        CLOCK,
        new BackOff(new Random(1)));
  }

  private static void save(InMemoryPhoneStore store, Enrolment enrolment, int count) {
    Records records = new Records(enrolment.account(), enrolment.device());
    for (WrittenEntry entry : records.hazards(count)) {
      store.save(
          entry,
          Stamp.unsent(enrolment.account(), enrolment.role(), enrolment.device(), CLOCK.instant()));
    }
  }
}
