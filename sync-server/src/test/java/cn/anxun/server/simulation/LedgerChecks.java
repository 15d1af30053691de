package cn.anxun.server.simulation;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Databases;
import cn.anxun.server.verify.LedgerVerifier;
import cn.anxun.server.verify.Verification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold of the server's ledger alone. */
final class LedgerChecks {
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
   * What the command {@code verify} looks at: the chain, the projection, closed years, the audit.
   */
  void verify() {
    Verification found = server.look(LedgerChecks::verify);
    Checks.require(
        Promise.VERIFIES, found.findings().isEmpty(), "verify finds " + found.findings());
    List<?> breaks = server.running().directory().walkAudit().breaks();
    Checks.require(Promise.VERIFIES, breaks.isEmpty(), "verify finds in the audit " + breaks);
  }

  private static Verification verify(Databases databases) {
    try (Database bureau = databases.openBureau(SimulatedServer.BUREAU)) {
      return new LedgerVerifier(new LedgerFold()).verify(bureau, List.of(), walked -> {});
    }
  }
}
