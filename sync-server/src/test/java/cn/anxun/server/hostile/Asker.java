package cn.anxun.server.hostile;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.v1.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who asks.
 *
 * @param name for the report
 * @param header what proves who it is; empty for nobody
 * @param proof of a form, {@code csrf=…}
 * @param browser whether it asks as a browser does
 */
record Asker(String name, Optional<Proof> header, String proof, boolean browser) {
  private static final String SECRET = "0123456789012345678901234567890123456789012";

  /** What a form carries that was made for somebody else. */
  static final String OTHERS_PROOF = "csrf=" + SECRET + ".somebody@" + RunningServer.BUREAU;

  /** A header that says who asks. */
  record Proof(String name, String value) {}

  Draft ask(Draft draft) {
    return header.map(proof -> draft.with(proof.name(), proof.value())).orElse(draft);
  }

  /** One of each kind; the first may do most in the browser, the second by the API. */
  static List<Asker> all(RunningServer running) throws Exception {
    List<Asker> all = new ArrayList<>();
    Directory directory = running.server().directory();
    for (Role role :
        List.of(
            Role.ADMINISTRATOR,
            Role.OFFICE,
            Role.SUPERVISOR,
            Role.INSPECTOR,
            Role.GRID_WORKER,
            Role.AUDITOR)) {
      String account = "asker-" + role.wire();
      directory.accounts().create(account, account, "test");
      directory.accounts().grant(account, grant(role), "test");
      all.add(
          browser(
              role.wire(),
              directory.sessions().start(account, RunningServer.BUREAU).token(),
              "." + account + "@" + RunningServer.BUREAU));
      if (role != Role.AUDITOR) {
        all.add(phone(role.wire(), running.enrol("phone-" + role.wire(), grant(role)).token()));
      }
      if (role == Role.INSPECTOR) {
        Enrolment revoked = running.enrol("asker-gone", grant(role));
        directory.devices().revoke(revoked.device(), "test");
        all.add(phone("revoked", revoked.token()));
      }
    }
    String link = directory.sessions().createLink(RunningServer.BUREAU);
    all.add(
        browser(
            "link",
            directory.sessions().follow(link).orElseThrow().token(),
            ".link@" + RunningServer.BUREAU));
    all.add(phone("forged", "A".repeat(43)));
    all.add(new Asker("nobody", Optional.empty(), "csrf=" + SECRET, true));
    return all;
  }

  /** The office in a new session, to be lost with what it asks. */
  static Asker office(RunningServer running) {
    String account = "asker-" + Role.OFFICE.wire();
    return browser(
        Role.OFFICE.wire(),
        running.server().directory().sessions().start(account, RunningServer.BUREAU).token(),
        "." + account + "@" + RunningServer.BUREAU);
  }

  private static Grant grant(Role role) {
    String division = role == Role.GRID_WORKER ? "510303001" : "";
    return new Grant(RunningServer.BUREAU, role, "", division, 1);
  }

  private static Asker browser(String name, String session, String scope) {
    String cookies = "anxun_session=" + session + "; anxun_form=" + SECRET;
    return new Asker(
        "browser of " + name,
        Optional.of(new Proof("Cookie", cookies)),
        "csrf=" + SECRET + scope,
        true);
  }

  private static Asker phone(String name, String token) {
    return new Asker(
        "phone of " + name,
        Optional.of(new Proof("Authorization", "Bearer " + token)),
        "csrf=none",
        false);
  }
}
