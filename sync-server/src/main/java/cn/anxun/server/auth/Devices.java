package cn.anxun.server.auth;

import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.Witness;
import cn.anxun.server.auth.AccountException.Reason;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.SharedWrites;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The enrolled phones: whose token is whose, when each was last seen, and which head of the chain
 * it has seen.
 */
public final class Devices {
  private static final Duration SEEN_GRAIN = Duration.ofMinutes(1);
  private static final String COLUMNS =
      "id, bureau, account, letters, name, enrolled_at, last_seen_at, app, revoked_at";

  /** One that the ledger does not have gives way to none of its epoch. */
  private static final String KEEP_WITNESS =
      """
      INSERT INTO head_witness (device, bureau, epoch, seq, head, known, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (device, bureau) DO UPDATE SET
        epoch = excluded.epoch, seq = excluded.seq, head = excluded.head, known = excluded.known, seen_at = excluded.seen_at
      WHERE head_witness.epoch <> excluded.epoch
        OR (head_witness.known AND (NOT excluded.known OR head_witness.seq < excluded.seq))
      """;

  private final Database database;
  private final Clock clock;
  private final SharedWrites witnesses;

  /** What was last read or written of each device, so that it need not be read each time. */
  private final Map<String, Seen> noted = new ConcurrentHashMap<>();

  /** When a device was here, and which app it said it has; "" where it never said. */
  private record Seen(Instant at, String app) {
    boolean covers(Instant now, Optional<String> said) {
      return at.isAfter(now.minus(SEEN_GRAIN)) && said.map(app::equals).orElse(true);
    }
  }

  Devices(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.witnesses = new SharedWrites(database);
  }

  /** Who asks with this token. */
  public Authentication authenticate(String token) {
    byte[] hash = Tokens.hash(token);
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT device.id AS device, account.id AS account, display_name, bureau_grant.bureau AS bureau, role, unit,
                      bureau_grant.division AS division, version,
                      coalesce(device.revoked_at, account.disabled_at, bureau_grant.revoked_at) IS NOT NULL AS withdrawn,
                      device.revoked_at IS NOT NULL AS revoked
                    FROM device
                    JOIN account ON account.id = device.account
                    JOIN bureau_grant ON bureau_grant.account = device.account AND bureau_grant.bureau = device.bureau
                    WHERE token_hash = ?
                    """)
                .bind(0, hash)
                .map((row, context) -> authentication(row))
                .findOne()
                .orElse(Authentication.UNKNOWN));
  }

  private static Authentication authentication(ResultSet row) throws SQLException {
    Principal principal =
        new Principal(
            row.getString("account"),
            row.getString("display_name"),
            Accounts.grant(row),
            row.getString("device"),
            false);
    boolean hasPhone = Permission.of(principal.role()).contains(Permission.PUSH);
    return row.getBoolean("withdrawn") || !hasPhone
        ? new Authentication.Withdrawn(principal, row.getBoolean("revoked"))
        : new Authentication.Valid(principal);
  }

  /**
   * Notes that the device was here.
   *
   * @param app which app it says it has; empty where it does not say
   */
  public void seen(String device, Optional<AppVersion> app) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<String> said = app.map(AppVersion::toString);
    Seen last = noted.get(device);
    if (last == null || !last.covers(now, said)) {
      last = database.read(handle -> seen(handle, device));
    }
    if (last == null) {
      return;
    }
    if (!last.covers(now, said)) {
      Seen here = new Seen(now, said.orElse(last.app()));
      String told = said.orElse(null);
      database.change(
          handle ->
              handle.execute(
                  "UPDATE device SET last_seen_at = ?, app = coalesce(?, app) WHERE id = ?",
                  Timestamps.text(here.at()),
                  told,
                  device));
      last = here;
    }
    noted.put(device, last);
  }

  private static @Nullable Seen seen(Handle handle, String device) {
    return handle
        .createQuery("SELECT last_seen_at, app FROM device WHERE id = ?")
        .bind(0, device)
        .map(
            (row, context) ->
                new Seen(Instant.parse(row.getString("last_seen_at")), row.getString("app")))
        .findOne()
        .orElse(null);
  }

  /**
   * Keeps the highest head of this epoch that the device says it has seen. One that the ledger does
   * not have goes before all others and is audited, once. It is on the disk when this returns.
   *
   * @param known whether the ledger has this head
   * @return whether this is the first time that the device tells a head which the ledger should
   *     have and has not
   */
  public boolean witness(Principal principal, String epoch, Witness witness, boolean known) {
    Optional<HeadWitness> before = database.read(handle -> witness(handle, principal, epoch));
    boolean alarm = !known && before.map(HeadWitness::known).orElse(true);
    boolean higher =
        known && before.map(last -> last.known() && last.seq() < witness.seq()).orElse(true);
    if (!alarm && !higher) {
      return false;
    }
    String now = Timestamps.text(clock.instant());
    AtomicBoolean raised = new AtomicBoolean();
    witnesses.change(
        handle -> {
          int changed =
              handle.execute(
                  KEEP_WITNESS,
                  principal.device(),
                  principal.bureau(),
                  epoch,
                  witness.seq(),
                  witness.hash(),
                  known,
                  now);
          // Of several requests under way, each of which tells it, one changes the row.
          raised.set(alarm && changed > 0);
          if (raised.get()) {
            Audit.record(
                handle,
                clock,
                AuditEvent.of(principal, "head-not-in-ledger").about(witness.toString()));
          }
        });
    return raised.get();
  }

  private static Optional<HeadWitness> witness(Handle handle, Principal principal, String epoch) {
    return handle
        .createQuery(
            "SELECT device, seq, head, known FROM head_witness WHERE device = ? AND bureau = ? AND"
                + " epoch = ?")
        .bind(0, principal.device())
        .bind(1, principal.bureau())
        .bind(2, epoch)
        .map((row, context) -> witness(row))
        .findOne();
  }

  private static HeadWitness witness(ResultSet row) throws SQLException {
    return new HeadWitness(
        row.getString("device"),
        row.getLong("seq"),
        row.getString("head"),
        row.getBoolean("known"));
  }

  /** The heads of this epoch that the bureau's devices have seen, highest first. */
  public List<HeadWitness> listWitnesses(String bureau, String epoch) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT device, seq, head, known FROM head_witness WHERE bureau = ? AND epoch ="
                        + " ? ORDER BY seq DESC, device")
                .bind(0, bureau)
                .bind(1, epoch)
                .map((row, context) -> witness(row))
                .list());
  }

  public List<Device> list(String bureau) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM device WHERE bureau = ? ORDER BY letters")
                .bind(0, bureau)
                .map((row, context) -> device(row))
                .list());
  }

  public Optional<Device> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  /**
   * Takes the device's token out of force, from now on; what it still pushes is kept in the inbox.
   *
   * @throws AccountException where there is no such device
   */
  public void revoke(String id, String actor) {
    database.change(
        handle -> {
          Device device =
              find(handle, id).orElseThrow(() -> new AccountException(Reason.NO_SUCH_DEVICE, id));
          handle.execute(
              "UPDATE device SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?",
              Timestamps.text(clock.instant()),
              device.id());
          Audit.record(
              handle,
              clock,
              AuditEvent.of(actor, "device-revoked").in(device.bureau()).about(device.id()));
        });
  }

  static Optional<Device> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM device WHERE id = ?")
        .bind(0, id)
        .map((row, context) -> device(row))
        .findOne();
  }

  private static Device device(ResultSet row) throws SQLException {
    return new Device(
        row.getString("id"),
        row.getString("bureau"),
        row.getString("account"),
        row.getString("letters"),
        row.getString("name"),
        Instant.parse(row.getString("enrolled_at")),
        Instant.parse(row.getString("last_seen_at")),
        AppVersion.parse(row.getString("app")),
        Optional.ofNullable(row.getString("revoked_at")).map(Instant::parse));
  }
}
