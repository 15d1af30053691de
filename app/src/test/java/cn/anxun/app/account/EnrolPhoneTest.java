package cn.anxun.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.OffMainThread;
import cn.anxun.app.data.local.Bundles;
import cn.anxun.app.setting.Settings;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentLink;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.Records;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okio.Buffer;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** 忘记密码 on a phone that somebody has found: only its own server makes it another's. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class EnrolPhoneTest {
  @Rule(order = 0)
  public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Rule(order = 1)
  public final OffMainThread offMainThread = new OffMainThread();

  @Inject EnrolPhone enrolPhone;
  @Inject Enrolments enrolments;
  @Inject IdleLock lock;
  @Inject Lease lease;
  @Inject Settings settings;
  @Inject PhoneStore store;
  @Inject Bundles bundles;

  private final MockWebServer own = new MockWebServer();
  private final MockWebServer strange = new MockWebServer();
  private String ownKey = "own-key";
  private String account = "li";

  @Before
  public void start() throws IOException {
    hilt.inject();
    serve(own);
    serve(strange);
    assertThat(enrolPhone.enrol(link(own), "手机")).isInstanceOf(EnrolPhone.Result.Done.class);
  }

  private void serve(MockWebServer server) throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse()
                .setHeader("Content-Type", MediaTypes.V1)
                .setBody(
                    new Buffer()
                        .write(EnrolmentJson.write(enrolment(server == own ? ownKey : "other"))));
          }
        });
    server.start();
  }

  @After
  public void stop() throws IOException {
    own.close();
    strange.close();
  }

  @Test
  public void enrol_whenLockedAndAnotherServerIsNamed_sendsNoCodeThere() {
    lease.end();

    for (EnrolmentLink link :
        List.of(
            link(strange),
            new EnrolmentLink(List.of(url(own), url(strange)), "AAAA-BBBB", Optional.empty()),
            new EnrolmentLink(List.of(url(own)), "AAAA-BBBB", Optional.of("0f".repeat(32))))) {
      assertRefused(enrolPhone.enrol(link, "手机"));
    }

    assertThat(strange.getRequestCount()).isZero();
    assertThat(own.getRequestCount()).isEqualTo(1);
    assertThat(enrolments.get().server().urls()).containsExactly(url(own));
    assertThat(lease.isOver()).as("still shut").isTrue();
  }

  @Test
  public void enrol_whenLockedAndWhatAnswersHasAnotherKeyForBundles_changesNothing() {
    ownKey = "changed";

    assertRefused(enrolPhone.enrol(link(own), "手机"));

    assertThat(enrolments.get().bundleKey()).contains("own-key");
  }

  @Test
  public void enrol_whenLockedAndItIsTheSameServer_isDone() {
    lease.end();

    assertThat(enrolPhone.enrol(link(own), "手机")).isInstanceOf(EnrolPhone.Result.Done.class);

    assertThat(lease.isOver()).isFalse();
  }

  @Test
  public void enrol_whenSomebodyHasLoggedOut_asksForTheSameServer() {
    enrolments.forget();
    lock.lock();

    assertRefused(enrolPhone.enrol(link(strange), "手机"));

    assertThat(strange.getRequestCount()).isZero();
    assertThat(enrolPhone.enrol(link(own), "手机")).isInstanceOf(EnrolPhone.Result.Done.class);
  }

  @Test
  public void enrol_whenItWasEnrolledBeforeThatWasKept_asksForTheSameServer() {
    settings.delete("account.trust");

    assertRefused(enrolPhone.enrol(link(strange), "手机"));
  }

  @Test
  public void enrol_whenUnlocked_goesOverToTheServerThatTheOwnerNames() {
    lock.unlock();

    assertThat(enrolPhone.enrol(link(strange), "手机")).isInstanceOf(EnrolPhone.Result.Done.class);

    lock.lock();
    assertRefused(enrolPhone.enrol(link(own), "手机"));
  }

  @Test
  public void enrol_whenWhatTheAccountBeforeRecordedIsInTheInbox_isNotGivenToAnother() {
    String id = saveIntoInbox();
    account = "wang";

    assertThat(enrolPhone.enrol(link(own), "手机")).isEqualTo(new EnrolPhone.Result.OtherAccount(1));

    assertThat(enrolments.get().enrolment().account()).isEqualTo("li");
    assertThat(store.list(OutboxState.HELD)).extracting(OutboxEntry::id).containsExactly(id);
    account = "li";
    assertThat(enrolPhone.enrol(link(own), "手机")).isInstanceOf(EnrolPhone.Result.Done.class);
  }

  @Test
  public void offerHeldAgain_whenItWasInABundleBefore_isInNoneAnyMore() {
    String id = saveIntoInbox();

    store.offerHeldAgain();

    assertThat(store.counts().pending()).isEqualTo(1);
    assertThat(bundles.countLoose()).isEqualTo(1);
    assertThat(bundles.list("0f")).doesNotContain(id);
  }

  private String saveIntoInbox() {
    Records li = new Records("li", "phone-1");
    WrittenEntry entry = li.hazard("停用以后记下的");
    String id = entry.entry().id();
    store.save(entry, li.unsent());
    store.beginAttempt(List.of(id));
    bundles.keep("0f", List.of(id), Instant.EPOCH);
    store.settle(List.of(new Receipt.Held(id)), Instant.EPOCH);
    return id;
  }

  private static void assertRefused(EnrolPhone.Result result) {
    assertThat(result).isEqualTo(new EnrolPhone.Result.OtherServer("某区应急管理局"));
  }

  private static EnrolmentLink link(MockWebServer server) {
    return new EnrolmentLink(List.of(url(server)), "AAAA-BBBB", Optional.empty());
  }

  private static String url(MockWebServer server) {
    return "http://127.0.0.1:" + server.getPort();
  }

  private Enrolment enrolment(String bundleKey) {
    return new Enrolment(
        "token",
        account,
        "李强",
        Role.INSPECTOR,
        "",
        "phone-1",
        "K3",
        new Enrolment.Bureau("test", "某区应急管理局", "430602"),
        Json.members().put("bundleKey", bundleKey).build());
  }
}
