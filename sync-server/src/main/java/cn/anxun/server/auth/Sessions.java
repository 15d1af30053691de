package cn.anxun.server.auth;

import cn.anxun.core.ledger.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is logged in with a password, or came by a link. Kept in memory: a restart logs everybody
 * out. A session ends after 30 minutes without a request, and after 12 hours in any case.
 */
public final class Sessions {
  public static final Duration IDLE = Duration.ofMinutes(30);
  public static final Duration LONGEST = Duration.ofHours(12);
  private static final int MAX_SESSIONS = 10_000;
  private static final String LINK = "link";

  /**
   * A session as it is told once to whoever starts it.
   *
   * @param token the secret; only its hash is kept
   * @param expiresAt when it ends at the latest
   */
  public record Started(String token, Instant expiresAt) {}

  private record Session(
      String account, String bureau, boolean readOnly, Instant startedAt, Instant usedAt) {
    Session usedAt(Instant now) {
      return new Session(account, bureau, readOnly, startedAt, now);
    }

    boolean isOver(Instant now) {
      return !now.isBefore(usedAt.plus(IDLE)) || !now.isBefore(startedAt.plus(LONGEST));
    }
  }

  private final Accounts accounts;
  private final Clock clock;
  private final Tokens tokens;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, String> links = new ConcurrentHashMap<>();

  Sessions(Accounts accounts, Clock clock, Tokens tokens) {
    this.accounts = accounts;
    this.clock = clock;
    this.tokens = tokens;
  }

  /** Starts a session of this account in one of its bureaus. */
  public Started start(String account, String bureau) {
    return start(new Session(account, bureau, false, clock.instant(), clock.instant()));
  }

  /**
   * A link that starts one session which sees the figures of a bureau and does nothing else; good
   * once.
   *
   * @return the secret that stands in the address
   */
  public String createLink(String bureau) {
    String token = tokens.token();
    links.put(key(token), bureau);
    return token;
  }

  /** Follows a link; empty where there is none, or it was followed before. */
  public Optional<Started> follow(String link) {
    return Optional.ofNullable(links.remove(key(link)))
        .map(bureau -> start(new Session(LINK, bureau, true, clock.instant(), clock.instant())));
  }

  private Started start(Session session) {
    Instant now = clock.instant();
    if (sessions.size() >= MAX_SESSIONS) {
      sessions.values().removeIf(other -> other.isOver(now));
    }
    String token = tokens.token();
    sessions.put(key(token), session);
    return new Started(token, session.startedAt().plus(LONGEST));
  }

  /**
   * Who asks with this token; its account's grant is looked up anew each time, so that a change
   * counts at once.
   */
  public Authentication authenticate(String token) {
    return authenticate(token, true);
  }

  /**
   * The same.
   *
   * @param attended whether a person asks; what a page asks by itself is no use of the session
   */
  public Authentication authenticate(String token, boolean attended) {
    String key = key(token);
    Instant now = clock.instant();
    Session session =
        sessions.computeIfPresent(
            key, (same, found) -> found.isOver(now) ? null : attended ? found.usedAt(now) : found);
    if (session == null) {
      return Authentication.UNKNOWN;
    }
    if (session.readOnly()) {
      return new Authentication.Valid(
          new Principal(
              LINK, LINK, Grant.of(session.bureau(), Role.SUPERVISOR), Principal.WEB, true));
    }
    return accounts
        .find(session.account())
        .filter(account -> !isOlderThanPassword(session, account))
        .flatMap(account -> principal(session, account))
        .<Authentication>map(Authentication.Valid::new)
        .orElse(Authentication.UNKNOWN);
  }

  private static boolean isOlderThanPassword(Session session, Account account) {
    return account.credential().since().filter(session.startedAt()::isBefore).isPresent();
  }

  private Optional<Principal> principal(Session session, Account account) {
    return accounts.listGrants(account.id()).stream()
        .filter(grant -> grant.bureau().equals(session.bureau()))
        .findFirst()
        .map(
            grant ->
                new Principal(account.id(), account.displayName(), grant, Principal.WEB, false));
  }

  /**
   * Goes on in another bureau of the same account, under a new token; the old one ends. What the
   * session may last at most is not prolonged by it.
   *
   * @return empty where there is no such session, or the account may do nothing in the bureau
   */
  public Optional<Started> move(String token, String bureau) {
    Session session = sessions.get(key(token));
    if (session == null
        || session.readOnly()
        || accounts.listGrants(session.account()).stream()
            .noneMatch(grant -> grant.bureau().equals(bureau))) {
      return Optional.empty();
    }
    end(token);
    return Optional.of(
        start(new Session(session.account(), bureau, false, session.startedAt(), clock.instant())));
  }

  public void end(String token) {
    sessions.remove(key(token));
  }

  private static String key(String token) {
    return HexFormat.of().formatHex(Tokens.hash(token));
  }
}
