package cn.anxun.server.auth;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The sessions that go on, in memory, by the hash of their token. What changes what somebody may do
 * ends the sessions that were started before it, whatever the clock says.
 */
final class LiveSessions {
  private static final int MAX_SESSIONS = 10_000;

  /**
   * One of them.
   *
   * @param readOnly started by a link
   */
  record Session(
      String account, String bureau, boolean readOnly, Instant startedAt, Instant usedAt) {
    Session usedAt(Instant now) {
      return new Session(account, bureau, readOnly, startedAt, now);
    }

    boolean isOver(Instant now) {
      return !now.isBefore(usedAt.plus(Sessions.IDLE))
          || !now.isBefore(startedAt.plus(Sessions.LONGEST));
    }
  }

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  void put(String key, Session session, Instant now) {
    if (sessions.size() >= MAX_SESSIONS) {
      sessions.values().removeIf(other -> other.isOver(now));
    }
    sessions.put(key, session);
  }

  Optional<Session> find(String key) {
    return Optional.ofNullable(sessions.get(key));
  }

  /** What it becomes; ends where that is empty. */
  Optional<Session> change(String key, Function<Session, Optional<Session>> change) {
    return Optional.ofNullable(
        sessions.computeIfPresent(key, (same, found) -> change.apply(found).orElse(null)));
  }

  void remove(String key) {
    sessions.remove(key);
  }

  /** Ends those of the account in every bureau. */
  void end(String account) {
    sessions.values().removeIf(one -> !one.readOnly() && one.account().equalsIgnoreCase(account));
  }

  /** Ends those of the account in this bureau. */
  void end(String account, String bureau) {
    sessions
        .values()
        .removeIf(
            one ->
                !one.readOnly()
                    && one.account().equalsIgnoreCase(account)
                    && one.bureau().equals(bureau));
  }
}
