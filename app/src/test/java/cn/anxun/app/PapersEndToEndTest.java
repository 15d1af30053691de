package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.paper.PaperFixtures;
import cn.anxun.app.paper.PaperForm;
import cn.anxun.app.server.FaultProxy;
import cn.anxun.app.server.ServerProcess;
import cn.anxun.core.entry.NumbersReserved;
import cn.anxun.core.entry.NumbersReturned;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.paper.NumberBlock;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import cn.anxun.core.paper.PaperTemplates;
import cn.anxun.core.paper.Register;
import cn.anxun.core.paper.RegisterLine;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/**
 * Two phones issue papers without a signal, with numbers that a real server gave them before; in
 * the end no number is on two papers and each is accounted for.
 */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class PapersEndToEndTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private ServerProcess server;
  private FaultProxy proxy;

  @Before
  public void start() throws IOException {
    server = ServerProcess.start(folder.newFolder().toPath());
    server.addUser("li", "李明", "inspector");
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
  public void papers_whenIssuedOfflineByTwo_neverShareANumberAndLeaveNoGap() throws Exception {
    Handset li = new Handset(this, 1, folder.newFolder());
    Handset wang = new Handset(this, 2, folder.newFolder());
    List<String> issued = new ArrayList<>();

    li.run(app -> enrolAndIssueOffline(app, "li", issued));
    proxy.plug();
    wang.run(app -> enrolAndIssueOffline(app, "wang", issued));
    assertThat(issued).hasSize(24).doesNotHaveDuplicates().noneMatch(String::isEmpty);

    proxy.plug();
    li.run(app -> sync(app));
    wang.run(
        app -> {
          sync(app);
          app.ask(() -> app.parts().logOut().logOut());
        });
    li.run(
        app -> {
          sync(app);
          Register register = app.ask(() -> register(app));
          assertThat(register.listWrong()).isEmpty();
          assertThat(register.waiting()).isEmpty();
          assertThat(numbers(register, RegisterLine.State.ISSUED)).hasSize(24);
          assertThat(numbers(register, RegisterLine.State.VOID)).hasSize(2);
          assertThat(register.lines())
              .filteredOn(line -> line.state() == RegisterLine.State.RETURNED)
              .isNotEmpty();
          assertThat(numbers(register, RegisterLine.State.ISSUED))
              .doesNotHaveDuplicates()
              .doesNotContainAnyElementsOf(numbers(register, RegisterLine.State.VOID));
        });
  }

  /** Six visits, each with a record and an order; one is voided. */
  private void enrolAndIssueOffline(Handset.Running app, String account, List<String> issued)
      throws Exception {
    Inspector inspector = new Inspector(app.phone());
    inspector.enrol(proxy.url(), server.enrolmentCode(account));
    inspector.sync("已同步");
    proxy.unplug();
    List<String> numbers =
        app.ask(
            () -> {
              List<String> given = new ArrayList<>();
              for (int visit = 0; visit < 6; visit++) {
                given.addAll(issue(app.parts(), visit == 3));
              }
              return given;
            });
    issued.addAll(numbers);
    inspector.sync("离线");
  }

  private static List<String> issue(AppParts parts, boolean annul) throws Exception {
    PaperFixtures fixtures = new PaperFixtures(parts.recorder(), parts.random());
    fixtures.visit();
    List<String> numbers = new ArrayList<>();
    for (Paper paper : new Paper[] {Paper.CHECK_RECORD, Paper.ORDER}) {
      PaperForm form = fixtures.form(parts.paperBook(), paper);
      parts.paperDesk().issue(form);
      PaperRecord record = parts.paperBook().find(form.id()).orElseThrow();
      numbers.add(record.number());
      if (annul && paper == Paper.ORDER) {
        parts.paperDesk().annul(record, "检查对象有误");
        PaperForm again = fixtures.form(parts.paperBook(), paper);
        parts.paperDesk().issue(again);
        assertThat(parts.paperBook().find(again.id()).orElseThrow().state())
            .isEqualTo(PaperState.ISSUED);
      }
    }
    return numbers;
  }

  private static void sync(Handset.Running app) {
    Inspector inspector = new Inspector(app.phone());
    inspector.unlock();
    inspector.sync("已同步");
  }

  private static List<String> numbers(Register register, RegisterLine.State state) {
    List<String> numbers = new ArrayList<>();
    for (RegisterLine line : register.lines()) {
      if (line.state() == state) {
        numbers.add(line.number());
      }
    }
    return numbers;
  }

  /** As the server makes it, of all that this phone has pulled. */
  private static Register register(Handset.Running app) {
    List<PaperRecord> papers = new ArrayList<>();
    List<NumberBlock> blocks = new ArrayList<>();
    List<NumberBlock> returned = new ArrayList<>();
    app.parts()
        .store()
        .scan(
            0,
            Stamp.UNSENT,
            (LedgerEntry entry) -> {
              if (entry.entry() instanceof PaperIssued) {
                app.parts().paperBook().find(entry.entry().subject()).ifPresent(papers::add);
              } else if (entry.entry() instanceof NumbersReserved) {
                NumberBlock.of(entry.id(), entry.entry().fields()).ifPresent(blocks::add);
              } else if (entry.entry() instanceof NumbersReturned) {
                NumberBlock.of(entry.id(), entry.entry().fields()).ifPresent(returned::add);
              }
            });
    return Register.of(PaperTemplates.standard(), papers, blocks, returned);
  }
}
