package cn.anxun.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.OffMainThread;
import cn.anxun.app.SettableClock;
import cn.anxun.app.account.EnrolPhone;
import cn.anxun.app.account.LogOut;
import cn.anxun.app.account.Pin;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.record.Colleagues;
import cn.anxun.app.record.Recorded;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.server.FaultProxy;
import cn.anxun.app.server.FaultProxy.Fault;
import cn.anxun.app.server.ServerProcess;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.sync.EnrolmentLink;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.SyncOutcome;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** The app's whole data layer, as it is put together, against a real server. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class PhoneSyncEndToEndTest {
  @Rule(order = 0)
  public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Rule(order = 1)
  public final OffMainThread offMainThread = new OffMainThread();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Inject EnrolPhone enrolPhone;
  @Inject PhoneSync sync;
  @Inject SyncStatuses statuses;
  @Inject Recorder recorder;
  @Inject RoomPhoneStore store;
  @Inject LogOut logOut;
  @Inject Colleagues colleagues;
  @Inject Pin pin;
  @Inject SettableClock clock;

  private ServerProcess server;
  private FaultProxy proxy;

  @Before
  public void start() throws IOException {
    hilt.inject();
    clock.set(Instant.now());
    server = ServerProcess.start(folder.getRoot().toPath());
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
  public void sync_whenEnrolledAndTheReplyIsLost_countsOnceAndSaysSoHonestly() throws Exception {
    enrol();
    record("楼道堆放杂物");
    record("灭火器过期");
    assertThat(statuses.read().line()).isEqualTo(SyncStatus.Line.WAITING);

    proxy.next(Fault.NONE, Fault.REPLY_LOST);
    assertThat(sync.sync()).get().isInstanceOf(SyncOutcome.Offline.class);
    assertThat(statuses.read().line()).isEqualTo(SyncStatus.Line.OFFLINE);
    assertThat(statuses.read().waiting()).isEqualTo(2);
    assertThat(logOut.logOut()).isEqualTo(2);

    assertThat(sync.sync()).get().isInstanceOf(SyncOutcome.Done.class);
    assertThat(statuses.read().line()).isEqualTo(SyncStatus.Line.SYNCED);
    assertThat(store.counts().accepted()).isEqualTo(2);
    assertThat(store.lastSeq()).isEqualTo(2);
    assertThat(colleagues.people().find("li")).hasValue("李强");
    assertThat(logOut.logOut()).isZero();
    assertThat(store.counts().accepted()).isEqualTo(2);
  }

  @Test
  public void sync_whenThePhonesClockIsADayAhead_isFlagged() throws Exception {
    enrol();
    clock.advance(Duration.ofDays(1));
    record("时钟不准");

    assertThat(sync.sync()).get().isInstanceOf(SyncOutcome.Done.class);

    assertThat(statuses.read().clockOff().orElse(Duration.ZERO))
        .isGreaterThan(Duration.ofHours(23));
    assertThat(store.counts().accepted()).isEqualTo(1);
  }

  @Test
  public void enrol_whenTheCodeIsWrong_keepsNothing() {
    EnrolPhone.Result result = enrolPhone.enrol(link("AAAA-BBBB-CCCC"), "手机");

    assertThat(result).isInstanceOf(EnrolPhone.Result.Failed.class);
    RemoteAnswer<?> answer = ((EnrolPhone.Result.Failed) result).answer();
    assertThat(((RemoteAnswer.Refused<?>) answer).problem().detail()).isNotEmpty();
    assertThat(sync.sync()).isEmpty();
    assertThat(pin.isSet()).isFalse();
  }

  private String enrol() {
    EnrolPhone.Result result = enrolPhone.enrol(link(server.enrolmentCode("li")), "李强的手机");
    assertThat(result).isInstanceOf(EnrolPhone.Result.Done.class);
    return ((EnrolPhone.Result.Done) result).enrolled().enrolment().device();
  }

  private EnrolmentLink link(String code) {
    return new EnrolmentLink(List.of(proxy.url()), code, Optional.empty());
  }

  private Recorded record(String description) throws Exception {
    Fields fields =
        Fields.builder()
            .set(HazardFound.LEVEL, "一般")
            .set(HazardFound.DESCRIPTION, description)
            .build();
    return recorder.record(
        recording -> recording.open(HazardFound.KIND, recorder.today(), fields, List.of()));
  }
}
