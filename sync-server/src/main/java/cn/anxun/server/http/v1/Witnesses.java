package cn.anxun.server.http.v1;

import cn.anxun.core.sync.Witness;
import cn.anxun.core.sync.wire.v1.Headers;
import cn.anxun.server.auth.Devices;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Gate;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.Head;
import io.javalin.http.Context;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down which heads of the chain phones have seen. One that comes with a cursor of an epoch
 * before the ledger's, or with none, is of no known epoch: a request can be under way for so long
 * that the server was restored meanwhile.
 */
final class Witnesses {
  private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);

  private final Devices devices;

  Witnesses(Devices devices) {
    this.devices = devices;
  }

  /** Writes down the head that this request tells, if it tells one. */
  void listen(Context context, Principal principal, BureauLedger ledger, String cursor) {
    Optional<Witness> told =
        Optional.ofNullable(context.header(Headers.HEAD)).flatMap(Witness::parse);
    if (told.isPresent() && told.get().seq() > 0 && principal.isDevice()) {
      Gate.keepInMind(principal, () -> keep(principal, ledger, cursor, told.get()));
    }
  }

  private void keep(Principal principal, BureauLedger ledger, String cursor, Witness told) {
    String epoch = ledger.epoch();
    if (PullCursor.parse(cursor).filter(at -> at.epoch().equals(epoch)).isEmpty()) {
      return;
    }
    boolean known = ledger.findHead(told.seq()).map(Head::hash).equals(Optional.of(told.hash()));
    if (devices.witness(principal, epoch, told, known)) {
      LOG.warn(
          "device={} bureau={} tells head {} that the ledger does not have; run verify",
          principal.device(),
          principal.bureau(),
          told.seq());
    }
  }
}
