package cn.anxun.server.phone;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.DataDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/** A server with one bureau, and phones of it. */
final class TestBureau implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
  static final String BUREAU = "test";

  final Server server;

  TestBureau(ServerOptions options) {
    server = Server.start(DataDirectory.ephemeral("phones"), options, CLOCK);
    server.directory().bureaus().create(new Bureau(BUREAU, "某区应急管理局", "430602"), "test");
  }

  /** Makes an account of this name, and a phone for it. */
  Phone phone(String account, Role role, PhoneStore store, Network network, int seed)
      throws EnrolmentRefusedException {
    return new Phone(enrol(account, role, network), store, network, CLOCK, new Random(seed));
  }

  Enrolment enrol(String account, Role role, Network network) throws EnrolmentRefusedException {
    server.directory().accounts().create(account, account, "test");
    server.directory().accounts().grant(account, Grant.of(BUREAU, role), "test");
    String code = server.directory().enrolments().createCode(account, BUREAU, "test");
    return new EnrolmentDesk(network, CLOCK)
        .enrol(new EnrolmentRequest(code, "phone-of-" + account, account + "的手机", ""));
  }

  Network network() {
    return HttpNetwork.to(server.address());
  }

  long lastSeq() {
    return server.ledger(BUREAU).lastSeq();
  }

  @Override
  public void close() {
    server.close();
  }
}
