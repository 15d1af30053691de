package cn.anxun.app.feature.sync;

import static org.assertj.core.api.Assertions.assertThat;

import android.graphics.Rect;
import android.view.View;
import cn.anxun.app.R;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import cn.anxun.app.setting.Settings;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.LedgerDigest;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.Records;
import cn.anxun.core.sync.ServerDigest;
import cn.anxun.core.sync.SyncState;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.ServerDigestJson;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

/** 核对 on the sync page: what it says of each way it can end. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class CheckScreenTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Inject RoomPhoneStore store;
  @Inject Enrolments enrolments;
  @Inject Settings settings;

  private final Records wang = new Records("wang", "phone-2");
  private final MockWebServer server = new MockWebServer();
  private volatile Optional<ServerDigest> answer = Optional.empty();

  @Before
  public void start() throws IOException {
    hilt.inject();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer
                .filter(digest -> String.valueOf(request.getPath()).startsWith("/api/v1/digest?"))
                .map(
                    digest ->
                        new MockResponse()
                            .setHeader("Content-Type", MediaTypes.V1)
                            .setBody(new Buffer().write(ServerDigestJson.write(digest))))
                .orElse(new MockResponse().setResponseCode(500));
          }
        });
    server.start();
    String url = "http://" + server.getHostName() + ":" + server.getPort();
    CompletableFuture.runAsync(() -> hold(url)).join();
  }

  @After
  public void stop() throws IOException {
    server.close();
  }

  /** Three pulled entries, one unsent, and the server that they came from. */
  private void hold(String url) {
    enrolments.keep(
        new Enrolled(
            new Enrolment(
                "token",
                "li",
                "李强",
                Role.INSPECTOR,
                "",
                "phone-1",
                "K3",
                new Enrolment.Bureau("test", "某区应急管理局", "430602"),
                Json.members().build()),
            new ServerAddress(List.of(url), Optional.empty())));
    settings.put("sync.done", Records.NOW.toString());
    List<LedgerEntry> pulled = new ArrayList<>();
    LedgerDigest digest = new LedgerDigest();
    for (WrittenEntry entry : wang.hazards(3)) {
      LedgerEntry stamped = new LedgerEntry(entry, wang.stamp(pulled.size() + 1L));
      pulled.add(stamped);
      digest.add(stamped);
    }
    store.put(pulled);
    store.keep(new SyncState("cursor", Optional.empty(), List.of(), 0));
    Records li = new Records("li", "phone-1");
    store.save(li.hazard("未上传"), li.unsent());
    answer = Optional.of(ServerDigest.at(3, digest));
  }

  private void picture(String name, String chinese, String english) {
    Screenshots.of(name)
        .after(
            activity -> {
              activity.<View>findViewById(R.id.sync_check).performClick();
              View root = activity.getWindow().getDecorView();
              Screenshots.await(
                  name, () -> Touchables.shows(root, chinese) || Touchables.shows(root, english));
              activity
                  .<View>findViewById(R.id.sync_check_result)
                  .requestRectangleOnScreen(new Rect(0, 0, 1, 400));
            })
        .open(
            new Destination.Sync(), Look.few(), root -> root.findViewById(R.id.sync_check) != null);
  }

  @Test
  public void check_whenTheSame_saysHowManyAndAsOfWhen() {
    picture("sync-check-same", "一致：3 条，截至 09:00。\n另有 1 条", "no part of this: 1.");
  }

  @Test
  public void check_whenNotTheSame_saysBothCountsAndOffersToPullAgain() {
    answer = Optional.of(new ServerDigest(PullPage.Reset.NONE, 9, 2_399, "c3"));
    picture("sync-check-different", "不一致：手机 3 条，服务器 2,399 条", "2,399 on the server");
    answer = Optional.of(new ServerDigest(PullPage.Reset.NONE, 9, 3, "c3"));
    picture("sync-check-contents", "都是 3 条，但内容不同", "3 on both");
  }

  @Test
  public void check_whenTheServerWasRestored_saysToSyncFirst() {
    answer = Optional.of(ServerDigest.outdated(PullPage.Reset.EPOCH));
    picture("sync-check-outdated", "请先同步，再核对", "Sync first");
  }

  @Test
  public void check_whenNobodyAnswers_saysOffline() throws IOException {
    server.close();
    picture("sync-check-offline", "离线，无法核对", "Offline; cannot check");
    assertThat(server.getRequestCount()).isZero();
  }
}
