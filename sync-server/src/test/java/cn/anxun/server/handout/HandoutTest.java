package cn.anxun.server.handout;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.OfferedApp;
import cn.anxun.core.sync.wire.v1.Headers;
import cn.anxun.core.sync.wire.v1.OfferedAppJson;
import cn.anxun.server.Main;
import cn.anxun.server.file.Pictures;
import cn.anxun.server.http.v1.RunningServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app, from the command to the phone. */
final class HandoutTest {
  @TempDir Path folder;
  private RunningServer server;
  private Path first = Path.of("");

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start();
    first = apk("ours", AppOffer.PACKAGE, 3, "0.1.0");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path apk(String keys, String name, int code, String version) throws Exception {
    return SampleApk.write(
        folder.resolve(keys + code + ".apk"), folder.resolve(keys), name, code, version);
  }

  /** What the command prints, after its exit code. */
  private String command(Path apk, String... more) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    List<String> arguments =
        new ArrayList<>(
            List.of("app", "--data", server.server().data().root().toString(), apk.toString()));
    arguments.addAll(List.of(more));
    int exit = Main.run(arguments, Map.of("LANG", "zh_CN.UTF-8"), writer, writer);
    return exit + " " + out;
  }

  @Test
  void app_whenPutThere_isOfferedToEverybody_withItsVersionAndHash() throws Exception {
    assertThat(server.get("/api/v1/app", "").statusCode()).isEqualTo(404);
    assertThat(RunningServer.text(server.get("/app", ""))).contains("还没有提供手机应用");

    byte[] bytes = Files.readAllBytes(first);
    String hash = Pictures.sha256(bytes);
    assertThat(command(first)).startsWith("0 ").contains("0.1.0", hash);

    OfferedApp offered = OfferedAppJson.read(server.get("/api/v1/app", "").body());
    assertThat(offered).isEqualTo(new OfferedApp(new AppVersion(3, "0.1.0"), 1, 3, "/app"));
    assertThat(RunningServer.text(server.get("/app", "")))
        .contains("0.1.0 (3)", hash, "安卓 8.0", "arm64-v8a", "纯净模式", "澎湃", "用浏览器打开")
        .doesNotContain("in-wechat\"", "贡井");
    HttpResponse<byte[]> file = server.get("/app/anxun.apk", "");
    assertThat(file.body()).isEqualTo(bytes);
    assertThat(file.headers().firstValue("Content-Type"))
        .contains("application/vnd.android.package-archive");
    HttpResponse<byte[]> head =
        server.send(
            server
                .request("/app/anxun.apk", "")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(bytes.length);
    HttpResponse<byte[]> rest =
        server.send(server.request("/app/anxun.apk", "").header("Range", "bytes=100-").GET());
    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(bytes, 100, bytes.length));
  }

  @Test
  void page_insideWechat_saysHowToGetOut() throws Exception {
    command(first);
    HttpResponse<byte[]> page =
        server.send(
            server
                .request("/app", "")
                .header("User-Agent", "Mozilla/5.0 MicroMessenger/8.0.50")
                .GET());
    assertThat(RunningServer.text(page)).contains("in-wechat\"", "微信不能下载应用");
  }

  @Test
  void app_thatNoPhoneWouldTake_isRefusedWithItsReason() throws Exception {
    assertThat(command(first, "--minimum", "2")).startsWith("0 ");
    assertThat(command(apk("ours", AppOffer.PACKAGE, 2, "0.0.9"))).startsWith("1 ").contains("旧");
    assertThat(command(apk("ours", "com.example.evil", 9, "9"))).contains("com.example.evil");
    Path other = apk("theirs", AppOffer.PACKAGE, 4, "0.2.0");
    assertThat(command(other)).startsWith("1 ").contains("--other-key");
    assertThat(command(apk("ours", AppOffer.PACKAGE, 4, "0.2.0"), "--minimum", "5"))
        .startsWith("1 ");
    byte[] spoilt = Files.readAllBytes(first);
    spoilt[spoilt.length / 3] ^= 1;
    assertThat(command(Files.write(folder.resolve("spoilt.apk"), spoilt))).startsWith("1 ");
    OfferedApp still = OfferedAppJson.read(server.get("/api/v1/app", "").body());
    assertThat(still.latest().code()).isEqualTo(3);
    assertThat(still.minimum()).isEqualTo(2);
    assertThat(command(other, "--other-key")).startsWith("0 ");
  }

  @Test
  void phone_thatSaysItsVersion_isKnownByIt_andOneTooOldMayStillPush() throws Exception {
    command(first, "--minimum", "3");
    Enrolment li = server.enrol("li", Role.INSPECTOR);
    HttpResponse<byte[]> pulled =
        server.send(
            server.request("/api/v1/entries", li.token()).header(Headers.APP, "1; 0.0.1").GET());
    assertThat(pulled.statusCode()).isEqualTo(200);
    assertThat(server.server().directory().devices().find(li.device()).orElseThrow().app())
        .contains(new AppVersion(1, "0.0.1"));
    String id = server.id();
    assertThat(
            RunningServer.text(
                server.push(li.token(), RunningServer.drill(id, "2026-03-01").build())))
        .contains("\"seq\"");
  }
}
