package cn.anxun.server.simulation;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.auth.HeadWitness;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Databases;
import cn.anxun.server.verify.LedgerVerifier;
import cn.anxun.server.verify.Verification;
import cn.anxun.server.verify.WitnessedHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold of the server's ledger alone. */
final class LedgerChecks {
  static final String TOLD = "heads that phones told held against the chain";

  private final SimulatedServer server;
  private final List<SimulatedPhone> phones;
  private final Happened happened;

  LedgerChecks(SimulatedServer server, List<SimulatedPhone> phones, Happened happened) {
    this.server = server;
    this.phones = phones;
    this.happened = happened;
  }

  /** Every entry is, byte for byte, one that its author meant to save and nobody refused. */
  void checkOrigins(List<LedgerEntry> ledger, Decisions decisions) {
    Map<WrittenEntry, SimulatedPhone> meant = new HashMap<>();
    phones.forEach(phone -> phone.meant().forEach(entry -> meant.put(entry, phone)));
    for (LedgerEntry entry : ledger) {
      SimulatedPhone from = meant.get(entry.written());
      Checks.require(
          Promise.NOTHING_INVENTED,
          from != null
              && from.enrolment().account().equals(entry.stamp().author())
              && from.enrolment().device().equals(entry.stamp().device()),
          "nobody saved this as it is in the ledger: " + entry);
      Checks.require(
          Promise.REFUSED_IS_NOT_COUNTED,
          !decisions.refused().contains(entry.id()),
          "refused in the inbox and in the ledger: " + entry.id());
      happened.count("entries held against what was saved");
    }
  }

  /**
   * What the command {@code verify} looks at: the chain, the heads that phones told, the
   * projection, closed years, the audit.
   */
  void verify() {
    List<WitnessedHead> told = new ArrayList<>();
    for (HeadWitness witness :
        server
            .running()
            .directory()
            .devices()
            .listWitnesses(SimulatedServer.BUREAU, server.ledger().epoch())) {
      told.add(new WitnessedHead(witness.device(), witness.seq(), witness.head()));
    }
    happened.count(TOLD, told.size());
    Verification found = server.look(databases -> verify(databases, told));
    Checks.require(
        Promise.VERIFIES, found.findings().isEmpty(), "verify finds " + found.findings());
    List<?> breaks = server.running().directory().walkAudit().breaks();
    Checks.require(Promise.VERIFIES, breaks.isEmpty(), "verify finds in the audit " + breaks);
  }

  private static Verification verify(Databases databases, List<WitnessedHead> told) {
    try (Database bureau = databases.openBureau(SimulatedServer.BUREAU)) {
      return new LedgerVerifier(new LedgerFold()).verify(bureau, told, walked -> {});
    }
  }
}
