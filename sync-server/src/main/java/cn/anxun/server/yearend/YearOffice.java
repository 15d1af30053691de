package cn.anxun.server.yearend;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.storage.Turn;
import java.time.Clock;
import java.util.List;

/**
 * The years of all bureaus, with the devices and files that the gate asks about: where the console
 * and the command line close a year. One closes at a time, and the audit keeps it.
 */
public final class YearOffice {
  private final Directory directory;
  private final BureauLedgers ledgers;
  private final EntryIds ids;
  private final Clock clock;

  public YearOffice(Directory directory, BureauLedgers ledgers, EntryIds ids, Clock clock) {
    this.directory = directory;
    this.ledgers = ledgers;
    this.ids = ids;
    this.clock = clock;
  }

  /** The years of this bureau. */
  public YearClose of(String bureau) {
    Bureau known = directory.bureaus().get(bureau);
    List<YearGate.SeenDevice> devices =
        directory.devices().list(known.id()).stream()
            .filter(device -> device.revokedAt().isEmpty())
            .map(device -> new YearGate.SeenDevice(device.id(), device.lastSeenAt()))
            .toList();
    YearGate gate = new YearGate(devices, sha256 -> ledgers.needsNoAttachment(known.id(), sha256));
    return new YearClose(ledgers.get(known.id()), gate, ids, clock);
  }

  /**
   * Closes a year of this bureau, or answers what was signed.
   *
   * @param by who does it, for the audit
   * @throws YearCloseException where it may not be closed, or not like this
   */
  public ClosedYear close(String bureau, YearClose.Request request, Pusher pusher, AuditEvent by) {
    Turn turn = ledgers.get(bureau).turn("year");
    try (turn) {
      return closeInTurn(bureau, request, pusher, by);
    }
  }

  private ClosedYear closeInTurn(
      String bureau, YearClose.Request request, Pusher pusher, AuditEvent by) {
    YearClose years = of(bureau);
    int before = years.list(request.year()).size();
    ClosedYear closed = years.close(request, pusher);
    if (closed.edition() > before) {
      directory
          .audit()
          .record(
              by.in(bureau)
                  .about(closed.year() + "/" + closed.edition())
                  .saying((closed.override() + ' ' + closed.reason()).strip()));
    }
    return closed;
  }
}
