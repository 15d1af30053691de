package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.server.FaultProxy;
import cn.anxun.app.server.OfficeDesk;
import cn.anxun.app.server.ServerProcess;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/**
 * A day without a signal, through the screens, against a real server; in the evening two phones and
 * the server say the same.
 */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class InspectorsDayEndToEndTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private ServerProcess server;
  private FaultProxy proxy;

  @Before
  public void start() throws IOException {
    server = ServerProcess.start(folder.newFolder().toPath());
    server.addUser("li", "李强", "inspector");
    server.addUser("wang", "王芳", "inspector");
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
  public void day_whenRecordedOfflineByOneAndReviewedByAnother_givesEverybodyTheSameFigures()
      throws Exception {
    Handset li = new Handset(this, 1, folder.newFolder());
    Handset wang = new Handset(this, 2, folder.newFolder());
    OfficeDesk office = OfficeDesk.open(server);

    li.run(app -> dayWithoutSignal(new Inspector(app.phone())));
    li.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          inspector.unlock();
          inspector.sync("已同步");
          assertThat(app.figures(year())).isEqualTo(office.figures(year()));
        });
    Map<String, String> evening = office.figures(year());
    wang.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          inspector.enrol(proxy.url(), server.enrolmentCode("wang"));
          inspector.sync("已同步");
          assertThat(app.figures(year())).isEqualTo(evening);
          app.phone().back();
          inspector.review("安全出口");
          inspector.sync("已同步");
          assertThat(app.figures(year())).isEqualTo(office.figures(year()));
        });

    Map<String, String> after = office.figures(year());
    assertThat(after).isNotEqualTo(evening);
    li.run(
        app -> {
          Inspector inspector = new Inspector(app.phone());
          inspector.unlock();
          inspector.sync("已同步");
          assertThat(app.figures(year())).isEqualTo(after);
        });
    assertThat(after)
        .containsEntry("inspection.visits", "1")
        .containsEntry("hazard.found", "3")
        .containsEntry("hazard.found.presumed-major", "1")
        .containsEntry("hazard.open", "0")
        .containsEntry("drill.participants", "165")
        .containsEntry("training.attendees", "80")
        .containsEntry("publicity.door-to-door", "12");
  }

  private void dayWithoutSignal(Inspector inspector) throws IOException {
    inspector.enrol(proxy.url(), server.enrolmentCode("li"));
    proxy.unplug();
    inspector.inspect("阳光超市");
    inspector.review("灭火器");
    inspector.drill("165");
    inspector.training("80");
    inspector.tally("城东街道", "publicity.door-to-door", "12");
    inspector.sync("离线");
    proxy.plug();
  }

  private static int year() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
  }
}
