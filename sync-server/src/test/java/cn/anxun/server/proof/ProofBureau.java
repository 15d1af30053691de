package cn.anxun.server.proof;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.phone.EnrolmentDesk;
import cn.anxun.server.phone.EnrolmentRefusedException;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.Network;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Databases;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Queue;

/** A data directory with a bureau, an administrator, and codes for phones. */
final class ProofBureau {
  static final String NAME = "proof";
  static final String ADMINISTRATOR = "office";
  private static final String ACTOR = "test";

  private final Queue<String> codes = new ArrayDeque<>();
  private int phones;

  private ProofBureau() {}

  /** Makes one. The administrator's password is {@link RunningServer#PASSWORD}. */
  static ProofBureau make(Path data, int phones) {
    try (DataDirectory directory = DataDirectory.open(data, "test")) {
      return make(directory, phones);
    }
  }

  /** The same in these databases. */
  static ProofBureau make(Databases databases, int phones) {
    ProofBureau bureau = new ProofBureau();
    try (Directory accounts = Directory.open(databases, Clock.systemUTC(), new SecureRandom())) {
      accounts.bureaus().create(new Bureau(NAME, "某区应急管理局", "430602"), ACTOR);
      accounts.accounts().create(ADMINISTRATOR, "办公室", ACTOR);
      accounts.accounts().grant(ADMINISTRATOR, Grant.of(NAME, Role.ADMINISTRATOR), ACTOR);
      accounts.accounts().setPassword(ADMINISTRATOR, RunningServer.PASSWORD, ACTOR);
      for (int i = 0; i < phones; i++) {
        String account = "inspector" + i;
        accounts.accounts().create(account, account, ACTOR);
        accounts.accounts().grant(account, Grant.of(NAME, Role.INSPECTOR), ACTOR);
        bureau.codes.add(accounts.enrolments().createCode(account, NAME, ACTOR));
      }
    }
    return bureau;
  }

  /** Enrols the next phone. */
  Enrolment enrol(URI server) throws EnrolmentRefusedException {
    return enrol(HttpNetwork.to(server));
  }

  /** The same, whatever way leads to a server. */
  Enrolment enrol(Network network) throws EnrolmentRefusedException {
    return new EnrolmentDesk(network, Clock.systemUTC())
        .enrol(new EnrolmentRequest(codes.remove(), "phone-" + ++phones, "手机", ""));
  }
}
