package cn.anxun.server.bench;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Devices;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.RateLimit.Allowance;
import cn.anxun.server.phone.EnrolmentDesk;
import cn.anxun.server.phone.EnrolmentRefusedException;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.SqliteDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The server that is measured: all of it, over HTTP, on the disk. Only that one phone may not ask
 * as often as it likes does not hold here, and no request is a line in the log.
 */
final class BenchServer implements AutoCloseable {
  private static final String ACTOR = "bench";
  private static final Allowance ANY = new Allowance(100_000_000, 100_000_000);

  private final Path data;
  private final Server server;
  private int bureaus;

  private BenchServer(Path data, Server server) {
    this.data = data;
    this.server = server;
  }

  static BenchServer start(Path data) {
    return new BenchServer(
        data,
        Server.start(
            DataDirectory.open(data, ACTOR),
            ServerOptions.inProcess().withRate(ANY),
            Clock.systemUTC()));
  }

  URI address() {
    return server.address();
  }

  /** Another bureau, with nothing in its ledger and so many inspectors' phones. */
  List<Enrolment> newBureau(int phones) {
    Directory directory = server.directory();
    bureaus++;
    Bureau bureau = new Bureau("bureau-" + bureaus, "第" + bureaus + "区应急管理局", "510303");
    directory.bureaus().create(bureau, ACTOR);
    EnrolmentDesk desk = new EnrolmentDesk(HttpNetwork.to(address()), Clock.systemUTC());
    List<Enrolment> enrolled = new ArrayList<>();
    for (int i = 0; i < phones; i++) {
      String account = "inspector-" + bureaus + "-" + i;
      directory.accounts().create(account, "检查员" + i, ACTOR);
      directory.accounts().grant(account, Grant.of(bureau.id(), Role.INSPECTOR), ACTOR);
      String code = directory.enrolments().createCode(account, bureau.id(), ACTOR);
      try {
        enrolled.add(desk.enrol(new EnrolmentRequest(code, account, account, "")));
      } catch (EnrolmentRefusedException e) {
        throw new IllegalStateException(e);
      }
    }
    return enrolled;
  }

  BureauLedger ledger(Enrolment phone) {
    return server.ledger(phone.bureau().id());
  }

  /** What the server knows of phones. */
  Devices devices() {
    return server.directory().devices();
  }

  /** The cookie of a browser in which the phone's owner has logged in. */
  String cookie(Enrolment phone) {
    return Gate.COOKIE
        + '='
        + server.directory().sessions().start(phone.account(), phone.bureau().id()).token();
  }

  /** The file of the phone's bureau, to read beside the server. */
  SqliteDatabase openFile(Enrolment phone) {
    return DataDirectory.view(data).openBureauFile(phone.bureau().id());
  }

  @Override
  public void close() {
    server.close();
  }
}
