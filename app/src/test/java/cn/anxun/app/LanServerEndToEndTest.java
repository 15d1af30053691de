package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.server.ServerProcess;
import cn.anxun.core.sync.EnrolmentLink;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** A server in the office's own network, which phones know by its key alone. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class LanServerEndToEndTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private ServerProcess server;

  @Before
  public void start() throws IOException {
    server = ServerProcess.start(folder.newFolder().toPath(), "--lan");
    server.addUser("li", "李强", "inspector");
  }

  @After
  public void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  public void enrol_whenTheQrNamesTheKey_knowsTheServerByItAndNoOther() throws Exception {
    EnrolmentLink link = server.enrolmentLink("li");
    assertThat(link.fingerprint()).isPresent();
    Handset phone = new Handset(this, 1, folder.newFolder());
    phone.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          inspector.scan(another(link).toString());
          inspector.awaitText("证书指纹不符");
          inspector.enrolByQr(link.toString());
          inspector.drill("30");
          inspector.sync("已同步");
        });

    server.stop();
    Files.delete(server.data().resolve("lan.p12"));
    server.restart();
    phone.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          inspector.unlock();
          inspector.drill("40");
          inspector.sync("连到的不是本单位的服务器，1 条待上传");
          inspector.awaitText("指纹");
          assertThat(app.ask(() -> app.parts().store().counts().pending())).isEqualTo(1);
        });

    EnrolmentLink moved = server.enrolmentLink("li");
    phone.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          Screenshots.await("locked", () -> app.phone().shows(R.id.unlock_forgotten));
          app.phone().tap(R.id.unlock_forgotten);
          inspector.scan(moved.toString());
          inspector.awaitText("这部手机属于");
          app.phone().back();
          inspector.unlock();
          app.phone().open(new Destination.Settings());
          app.phone().tap(R.id.settings_server);
          inspector.enrolByQr(moved.toString());
          inspector.sync("已同步");
          assertThat(app.ask(() -> app.parts().store().counts().pending())).isZero();
        });
  }

  /** Of a server with another key at the same address. */
  private static EnrolmentLink another(EnrolmentLink link) {
    String sha256 = link.fingerprint().orElseThrow();
    String other = (sha256.startsWith("0") ? "1" : "0") + sha256.substring(1);
    return new EnrolmentLink(link.servers(), link.code(), Optional.of(other));
  }
}
