package cn.anxun.server.auth;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.LiveSessions.Session;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.DiskFullException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is logged in with a password, or came by a link. Every server over the same directory knows
 * it. A session ends after 30 minutes without a request, and after 12 hours in any case.
 */
public final class Sessions {
  public static final Duration IDLE = Duration.ofMinutes(30);
  public static final Duration LONGEST = Duration.ofHours(12);
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
  private static final String LINK = "link";

  /**
   * A session as it is told once to whoever starts it.
   *
   * @param token the secret; only its hash is kept
   * @param expiresAt when it ends at the latest
   */
  public record Started(String token, Instant expiresAt) {}

  private final Database database;
  private final Clock clock;
  private final Tokens tokens;
  private final LiveSessions live;

  /** Of a demo, whose one server makes them and follows them. */
  private final Map<String, String> links = new ConcurrentHashMap<>();

  Sessions(Database database, Clock clock, Tokens tokens) {
    this.database = database;
    this.clock = clock;
    this.tokens = tokens;
    this.live = new LiveSessions(database);
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
    return live.put(key(token), session, login.since())
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
    links.put(text(token), bureau);
    return token;
  }

  /** Follows a link; empty where there is none, or it was followed before. */
  public Optional<Started> follow(String link) {
    return Optional.ofNullable(links.remove(text(link)))
        .map(bureau -> start(new Session(LINK, bureau, true, clock.instant(), clock.instant())));
  }

  private Started start(Session session) {
    String token = tokens.token();
    live.put(key(token), session);
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
    byte[] key = key(token);
    Instant now = clock.instant();
    Session session = live.find(key).orElse(null);
    if (session == null) {
      return Authentication.UNKNOWN;
    }
    if (session.isOver(now)) {
      live.remove(key);
      return Authentication.UNKNOWN;
    }
    if (attended && session.isUseDue(now)) {
      use(key, now);
    }
    // Looked up after the use was written: what ends sessions meanwhile counts for this request.
    return database.read(handle -> authenticate(handle, key));
  }

  /**
   * Where the disk is full a session is not prolonged, and can be read with as long as it lasts.
   */
  private void use(byte[] key, Instant now) {
    try {
      live.use(key, now);
    } catch (DiskFullException e) {
      LOG.warn("the use of a session cannot be written: {}", e.getMessage());
    }
  }

  private static Authentication authenticate(Handle handle, byte[] key) {
    return LiveSessions.find(handle, key)
        .flatMap(
            session -> session.readOnly() ? Optional.of(link(session)) : principal(handle, session))
        .<Authentication>map(Authentication.Valid::new)
        .orElse(Authentication.UNKNOWN);
  }

  private static Principal link(Session session) {
    return new Principal(
        LINK, LINK, Grant.of(session.bureau(), Role.SUPERVISOR), Principal.WEB, true);
  }

  private static Optional<Principal> principal(Handle handle, Session session) {
    return Accounts.find(handle, session.account())
        .flatMap(
            account ->
                grant(handle, account.id(), session.bureau())
                    .map(
                        grant ->
                            new Principal(
                                account.id(), account.displayName(), grant, Principal.WEB, false)));
  }

  private static Optional<Grant> grant(Handle handle, String account, String bureau) {
    return Accounts.listGrants(handle, account).stream()
        .filter(grant -> grant.bureau().equals(bureau))
        .findFirst();
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
        || database
            .<Optional<Grant>>read(handle -> grant(handle, session.account(), bureau))
            .isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Session moved = new Session(session.account(), bureau, false, session.startedAt(), now);
    String other = tokens.token();
    return live.replace(key(token), key(other), moved)
        ? Optional.of(started(other, moved))
        : Optional.empty();
  }

  public void end(String token) {
    live.remove(key(token));
  }

  /**
   * Ends those of everybody: what was ended after a backup was made would go on when it is
   * restored.
   */
  public static void endAll(Database directory) {
    directory.change(LiveSessions::endAll);
  }

  private static byte[] key(String token) {
    return Tokens.hash(token);
  }

  private static String text(String token) {
    return HexFormat.of().formatHex(key(token));
  }
}
