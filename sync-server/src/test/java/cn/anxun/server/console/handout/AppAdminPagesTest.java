package cn.anxun.server.console.handout;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.wire.v1.OfferedAppJson;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.handout.AppOffer;
import cn.anxun.server.handout.SampleApk;
import cn.anxun.server.http.v1.RunningServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer app for phones, put in place by whoever administers all bureaus. */
final class AppAdminPagesTest {
  private static final String PAGE = "/admin/app";

  @TempDir Path folder;
  private RunningServer server;
  private TestBrowser chief;

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start();
    server.addAccount("chief", Grant.of(RunningServer.BUREAU, Role.ADMINISTRATOR));
    chief = new TestBrowser(server.address()).login("chief");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path apk(String keys, String name, int code) throws Exception {
    return SampleApk.write(
        folder.resolve(keys + name + code + ".apk"), folder.resolve(keys), name, code, "0." + code);
  }

  private String send(TestBrowser browser, Path apk) throws Exception {
    HttpResponse<byte[]> answer =
        browser.upload(PAGE, Map.of(), "new.apk", Files.readAllBytes(apk), "/records");
    return answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
  }

  private int offered() throws Exception {
    return OfferedAppJson.read(server.get("/api/v1/app", "").body()).latest().code();
  }

  @Test
  void app_thatIsNewerAndOurs_isOffered_andAnyOtherRefusedWithItsReason() throws Exception {
    Path first = apk("ours", AppOffer.PACKAGE, 3);
    assertThat(send(chief, first)).startsWith("400").contains("app 命令");
    new AppOffer(server.server().data())
        .put(first, OptionalInt.empty(), OptionalInt.empty(), false);

    assertThat(send(chief, apk("theirs", AppOffer.PACKAGE, 4))).startsWith("400").contains("签名证书");
    assertThat(send(chief, apk("ours", "com.example.evil", 9)))
        .startsWith("400")
        .contains("com.example.evil");
    assertThat(send(chief, apk("ours", AppOffer.PACKAGE, 2))).startsWith("400").contains("旧");
    Path noise = Files.write(folder.resolve("noise"), new byte[] {1, 2, 3});
    assertThat(send(chief, noise))
        .startsWith("400")
        .contains("anxun.apk 不是可用的 APK")
        .doesNotContain(System.getProperty("java.io.tmpdir") + "/anxun-app");
    assertThat(offered()).isEqualTo(3);

    assertThat(send(chief, apk("ours", AppOffer.PACKAGE, 4))).startsWith("200").contains("0.4 (4)");
    assertThat(offered()).isEqualTo(4);
    assertThat(chief.get("/admin/audit").body()).contains("发布手机应用", "0.4");
  }

  @Test
  void app_ofAllBureaus_isNotForTheAdministratorOfOne() throws Exception {
    new AppOffer(server.server().data())
        .put(apk("ours", AppOffer.PACKAGE, 3), OptionalInt.empty(), OptionalInt.empty(), false);
    server.server().directory().bureaus().create(new Bureau("other", "别处", "510304"), "test");
    assertThat(chief.get(PAGE).body()).contains("全部单位").doesNotContain("type=\"file\"");
    assertThat(send(chief, apk("ours", AppOffer.PACKAGE, 4))).startsWith("403");
    assertThat(offered()).isEqualTo(3);
  }
}
