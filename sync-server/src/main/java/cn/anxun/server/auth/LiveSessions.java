package cn.anxun.server.auth;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The sessions that go on, in memory, by the hash of their token. What changes what somebody may do
 * ends the sessions that were started before it, whatever the clock says: also one that is asked
 * for, or is about to start, at that very moment.
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

  /** How often all sessions of an account were ended, by its name in lower case. */
  private final Map<String, Long> ends = new HashMap<>();

  synchronized void put(String key, Session session, Instant now) {
    if (sessions.size() >= MAX_SESSIONS) {
      sessions.values().removeIf(other -> other.isOver(now));
    }
    sessions.put(key, session);
  }

  /** How often all sessions of the account were ended until now. */
  synchronized long ends(String account) {
    return ends.getOrDefault(lower(account), 0L);
  }

  /**
   * Puts it, unless the account's sessions were ended since.
   *
   * @param since {@link #ends} when it was last known that the account may start one
   */
  synchronized boolean put(String key, Session session, Instant now, long since) {
    boolean goesOn = ends(session.account()) == since;
    if (goesOn) {
      put(key, session, now);
    }
    return goesOn;
  }

  /** Puts one in the place of another, unless that has ended. */
  synchronized boolean replace(String old, String key, Session session, Instant now) {
    boolean goesOn = sessions.remove(old) != null;
    if (goesOn) {
      put(key, session, now);
    }
    return goesOn;
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
  synchronized void end(String account) {
    ends.merge(lower(account), 1L, Long::sum);
    end(one -> one.account().equalsIgnoreCase(account));
  }

  /** Ends those of the account in this bureau. */
  synchronized void end(String account, String bureau) {
    end(one -> one.account().equalsIgnoreCase(account) && one.bureau().equals(bureau));
  }

  /**
   * Each by its key: removing by value passes over one that is changed meanwhile, as it is by every
   * request.
   */
  private void end(Predicate<Session> which) {
    for (String key : sessions.keySet()) {
      sessions.computeIfPresent(
          key, (same, one) -> !one.readOnly() && which.test(one) ? null : one);
    }
  }

  private static String lower(String account) {
    return account.toLowerCase(Locale.ROOT);
  }
}
