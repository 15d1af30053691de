package cn.anxun.server.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.wire.v1.PeopleJson;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Phones are told what the authors of entries are called, and no more than they may see. */
final class PeopleTest {
  private RunningServer server;
  private Enrolment inspector;
  private Enrolment wang;

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start();
    inspector = server.enrol("li", Role.INSPECTOR);
    wang = server.enrol("wang", gridWorker("510303001"));
    server.enrol("zhou", gridWorker("510303001002"));
    server.enrol("chen", gridWorker("510303002"));
    server.server().directory().bureaus().create(new Bureau("other", "另一个局", "430602"), "test");
    server.enrol("stranger", Grant.of("other", Role.OFFICE));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Grant gridWorker(String division) {
    return new Grant(RunningServer.BUREAU, Role.GRID_WORKER, "", division, 1);
  }

  private Map<String, String> ask(Enrolment who) throws Exception {
    return PeopleJson.read(server.get("/api/v1/people", who.token()).body()).names();
  }

  @Test
  void list_givesStaffTheWholeBureau_andNobodyOfAnother() throws Exception {
    assertThat(ask(inspector)).containsOnlyKeys("li", "wang", "zhou", "chen");
  }

  @Test
  void list_givesAGridWorkerStaffAndTheOwnDivision() throws Exception {
    assertThat(ask(wang)).containsOnlyKeys("li", "wang", "zhou");
  }

  @Test
  void list_keepsThoseWhoLeft_forTheirEntriesStay() throws Exception {
    server.server().directory().accounts().create("gone", "赵离职", "test");
    server
        .server()
        .directory()
        .accounts()
        .grant("gone", Grant.of(RunningServer.BUREAU, Role.INSPECTOR), "test");
    server.server().directory().accounts().setDisabled("gone", true, "test");
    assertThat(ask(inspector)).containsEntry("gone", "赵离职");
  }

  @Test
  void list_withoutAToken_isRefused() throws Exception {
    assertThat(server.get("/api/v1/people", "").statusCode()).isEqualTo(401);
  }
}
