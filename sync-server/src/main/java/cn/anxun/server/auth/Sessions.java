package cn.anxun.server.auth;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.LiveSessions.Session;
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
  private static final String LINK = "link";

  /**
   * A session as it is told once to whoever starts it.
   *
   * @param token the secret; only its hash is kept
   * @param expiresAt when it ends at the latest
   */
  public record Started(String token, Instant expiresAt) {}

  private final Accounts accounts;
  private final Clock clock;
  private final Tokens tokens;
  private final LiveSessions live;
  private final Map<String, String> links = new ConcurrentHashMap<>();

  Sessions(Accounts accounts, Clock clock, Tokens tokens, LiveSessions live) {
    this.accounts = accounts;
    this.clock = clock;
    this.tokens = tokens;
    this.live = live;
  }

  /** Starts a session of this account in one of its bureaus. */
  public Started start(String account, String bureau) {
    return start(new Session(account, bureau, false, clock.instant(), clock.instant()));
  }

  /**
   * Starts one for who has just logged in; empty where that counts no more, as the password was
   * changed or the account disabled since it was looked at.
   */
  public Optional<Started> start(LoginOutcome.Accepted login, String bureau) {
    Instant now = clock.instant();
    Session session = new Session(login.account().id(), bureau, false, now, now);
    String token = tokens.token();
    return live.put(key(token), session, now, login.since())
        ? Optional.of(started(token, session))
        : Optional.empty();
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
    String token = tokens.token();
    live.put(key(token), session, clock.instant());
    return started(token, session);
  }

  private static Started started(String token, Session session) {
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
    Optional<Session> found =
        live.change(
            key,
            present ->
                present.isOver(now)
                    ? Optional.empty()
                    : Optional.of(attended ? present.usedAt(now) : present));
    if (found.isEmpty()) {
      return Authentication.UNKNOWN;
    }
    Session session = found.get();
    if (session.readOnly()) {
      return new Authentication.Valid(
          new Principal(
              LINK, LINK, Grant.of(session.bureau(), Role.SUPERVISOR), Principal.WEB, true));
    }
    return accounts
        .find(session.account())
        .flatMap(account -> principal(session, account))
        .<Authentication>map(Authentication.Valid::new)
        .orElse(Authentication.UNKNOWN);
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
    Session session = live.find(key(token)).orElse(null);
    if (session == null
        || session.readOnly()
        || accounts.listGrants(session.account()).stream()
            .noneMatch(grant -> grant.bureau().equals(bureau))) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Session moved = new Session(session.account(), bureau, false, session.startedAt(), now);
    String other = tokens.token();
    return live.replace(key(token), key(other), moved, now)
        ? Optional.of(started(other, moved))
        : Optional.empty();
  }

  public void end(String token) {
    live.remove(key(token));
  }

  private static String key(String token) {
    return HexFormat.of().formatHex(Tokens.hash(token));
  }
}
