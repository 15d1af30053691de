package cn.anxun.server.console;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.v1.RunningServer;

/** A bureau with a phone that records, and people who look at it in the browser. */
public final class Office implements AutoCloseable {
  private final RunningServer running;
  private final Enrolment phone;

  private Office(RunningServer running, Enrolment phone) {
    this.running = running;
    this.phone = phone;
  }

  public static Office open() throws Exception {
    RunningServer running = RunningServer.start();
    return new Office(running, running.enrol("zhang", Role.INSPECTOR));
  }

  public RunningServer running() {
    return running;
  }

  /** A new account of this role, logged in. */
  public TestBrowser login(Role role) throws Exception {
    running.addAccount(role.wire(), Grant.of(RunningServer.BUREAU, role));
    return new TestBrowser(running.address()).login(role.wire());
  }

  /** A hazard found on this day; its fields by turns, name and text. */
  public String find(String day, String... fields) throws Exception {
    Json.MembersBuilder open = Json.members().put("level", "一般");
    for (int i = 0; i < fields.length; i += 2) {
      open.put(fields[i], fields[i + 1]);
    }
    String id = running.id();
    running.push(
        phone.token(),
        Json.members()
            .put("id", id)
            .put("kind", "HazardFound")
            .put("subject", id)
            .put("at", "2026-03-01T02:03:04Z")
            .put("businessDate", day)
            .put("author", "zhang")
            .put("device", "phone")
            .put("public", open.build())
            .build());
    return id;
  }

  @Override
  public void close() {
    running.close();
  }
}
