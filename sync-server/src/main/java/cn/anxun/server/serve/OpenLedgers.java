package cn.anxun.server.serve;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.http.Ledgers;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.SqliteBureauLedger;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The ledgers of a data directory, each opened when it is first asked for. */
final class OpenLedgers implements Ledgers, AutoCloseable {
  private final DataDirectory data;
  private final Clock clock;
  private final Random random;
  private final LedgerFold fold;
  private final Map<String, BureauLedger> open = new HashMap<>();

  OpenLedgers(DataDirectory data, Clock clock, Random random, LedgerFold fold) {
    this.data = data;
    this.clock = clock;
    this.random = random;
    this.fold = fold;
  }

  @Override
  public synchronized BureauLedger get(String bureau) {
    return open.computeIfAbsent(
        bureau, name -> SqliteBureauLedger.open(data.openBureau(name), clock, random, fold));
  }

  @Override
  public synchronized void close() {
    open.values().forEach(BureauLedger::close);
    open.clear();
  }
}
