package cn.anxun.server.auth;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Dialect;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * What phones still pushed that were revoked, or whose account was disabled or lost its grant. An
 * administrator accepts it into the ledger or discards it; nothing is lost by revoking a phone that
 * holds unsent records.
 */
public final class Inbox {
  /** The most undecided entries of one device. */
  public static final int MAX_ENTRIES = 20_000;

  /**
   * An entry that waits.
   *
   * @param entry its id
   * @param bytes as they came; not copied, not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Item(
      long id,
      String bureau,
      String account,
      Role role,
      String device,
      String entry,
      Instant receivedAt,
      byte[] bytes) {}

  /** What an administrator decides. */
  public enum Decision {
    ACCEPTED,
    DISCARDED;

    String wire() {
      return this == ACCEPTED ? "accepted" : "discarded";
    }
  }

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final Database database;
  private final Clock clock;
  private final Map<String, ReadWriteLock> locks = new ConcurrentHashMap<>();

  Inbox(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** How many more entries of this device can be kept. */
  public int room(Principal principal) {
    return MAX_ENTRIES
        - database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM inbox WHERE device = ? AND decided_at IS NULL")
                    .bind(0, principal.device())
                    .mapTo(Integer.class)
                    .one());
  }

  /** Keeps these entries; one that is kept already stays as it is. */
  public void hold(Principal principal, List<WrittenEntry> entries) {
    String now = Timestamps.text(clock.instant());
    database.change(
        handle -> {
          for (WrittenEntry held : entries) {
            handle.execute(
                """
                INSERT INTO inbox (bureau, account, role, device, entry, received_at, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (bureau, device, entry) DO NOTHING
                """,
                principal.bureau(),
                principal.account(),
                principal.role().wire(),
                principal.device(),
                held.entry().id(),
                now,
                held.bytes());
          }
          Audit.record(
              handle,
              clock,
              AuditEvent.of(principal, "inbox-received").saying(Integer.toString(entries.size())));
        });
  }

  /** What waits for a decision in a bureau, oldest first. */
  public List<Item> listUndecided(String bureau) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, bureau, account, role, device, entry, received_at, bytes FROM inbox"
                        + " WHERE bureau = ? AND decided_at IS NULL ORDER BY id")
                .bind(0, bureau)
                .map(
                    (row, context) ->
                        new Item(
                            row.getLong("id"),
                            row.getString("bureau"),
                            row.getString("account"),
                            Role.find(row.getString("role")).orElse(Role.GRID_WORKER),
                            row.getString("device"),
                            row.getString("entry"),
                            Instant.parse(row.getString("received_at")),
                            row.getBytes("bytes")))
                .list());
  }

  /**
   * Every SHA-256 that stands in what waits for a decision in a bureau, such as those of photos.
   */
  public Set<String> listHashes(String bureau) {
    Set<String> hashes = new HashSet<>();
    for (Item item : listUndecided(bureau)) {
      Matcher matcher = HASH.matcher(new String(item.bytes(), StandardCharsets.UTF_8));
      while (matcher.find()) {
        hashes.add(matcher.group());
      }
    }
    return hashes;
  }

  /** Whether anybody ever refused an entry in this bureau. */
  public boolean hasDiscarded(String bureau) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT 1 FROM inbox WHERE bureau = ? AND decision = ? LIMIT 1")
                .bind(0, bureau)
                .bind(1, Decision.DISCARDED.wire())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /**
   * Those of these entries that somebody refused, whichever device handed them over: a phone that
   * is enrolled again is another device.
   */
  public Set<String> listDiscarded(String bureau, List<String> entries) {
    if (entries.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT DISTINCT entry FROM inbox WHERE bureau = :bureau"
                            + " AND entry IN (SELECT value FROM <texts>)"
                            + " AND decision = :decision")
                    .bind("bureau", bureau)
                    .bind(Dialect.TEXTS, JsonText.write(Json.texts(entries)))
                    .bind("decision", Decision.DISCARDED.wire())
                    .mapTo(String.class)
                    .list()));
  }

  /** Whether nobody has decided on this yet. */
  public boolean isUndecided(long id) {
    return database.read(handle -> undecided(handle, id)).isPresent();
  }

  /**
   * Under whose {@link ReadWriteLock#writeLock() write lock} it is decided what becomes of entries
   * of this bureau, and under whose read lock phones push: so that nothing is refused while it is
   * being taken into the ledger.
   */
  public ReadWriteLock lock(String bureau) {
    return locks.computeIfAbsent(bureau, name -> new ReentrantReadWriteLock());
  }

  /** Notes the decision; after it the bytes are not kept here any more. */
  public void decide(long id, Decision decision, String actor) {
    database.change(
        handle -> {
          Optional<Item> item = undecided(handle, id);
          if (item.isPresent()) {
            handle.execute(
                "UPDATE inbox SET decided_at = ?, decision = ?, bytes = ? WHERE id = ?",
                Timestamps.text(clock.instant()),
                decision.wire(),
                new byte[0],
                id);
            Audit.record(
                handle,
                clock,
                AuditEvent.of(
                        actor, decision == Decision.ACCEPTED ? "inbox-accepted" : "inbox-discarded")
                    .in(item.get().bureau())
                    .about(item.get().entry())
                    .saying(item.get().device()));
          }
        });
  }

  private static Optional<Item> undecided(Handle handle, long id) {
    return handle
        .createQuery(
            "SELECT bureau, account, role, device, entry, received_at FROM inbox WHERE id = ? AND"
                + " decided_at IS NULL")
        .bind(0, id)
        .map(
            (row, context) ->
                new Item(
                    id,
                    row.getString("bureau"),
                    row.getString("account"),
                    Role.find(row.getString("role")).orElse(Role.GRID_WORKER),
                    row.getString("device"),
                    row.getString("entry"),
                    Instant.parse(row.getString("received_at")),
                    new byte[0]))
        .findOne();
  }
}
