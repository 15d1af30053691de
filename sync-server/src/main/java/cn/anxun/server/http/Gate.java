package cn.anxun.server.http;

import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.Witness;
import cn.anxun.core.sync.wire.v1.Headers;
import cn.anxun.server.auth.AuditEvent;
import cn.anxun.server.auth.Authentication;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets requests through to what they may do: who is asking, whether too often, and the head of the
 * chain that a phone has seen.
 */
public final class Gate {
  /** The cookie of a session in the browser. */
  public static final String COOKIE = "anxun_session";

  /** What an open page asks by itself carries this header, and keeps no session from its end. */
  private static final String UNATTENDED = "X-Unattended";

  /** Files are counted apart: however many photos a phone sends, its records come through. */
  private static final String FILES = "/api/v1/files";

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final String PRINCIPAL = "anxun.principal";

  /** Answers a request of somebody who may ask it. */
  @FunctionalInterface
  public interface AllowedHandler {
    void handle(Context context, Principal principal) throws Exception;
  }

  private final Directory directory;
  private final BureauLedgers ledgers;
  private final RateLimit rateLimit;

  public Gate(Directory directory, BureauLedgers ledgers, RateLimit rateLimit) {
    this.directory = directory;
    this.ledgers = ledgers;
    this.rateLimit = rateLimit;
  }

  /** A handler that is reached only by those who have this permission. */
  public Handler allow(Permission permission, AllowedHandler handler) {
    return context -> handler.handle(context, permitted(may(permission), context, token(context)));
  }

  /** The same for those of whom this is true. */
  public Handler allowAny(Predicate<Principal> allowed, AllowedHandler handler) {
    return context -> handler.handle(context, permitted(allowed, context, token(context)));
  }

  /**
   * The same for what a browser's form sends with its cookie; the handler must see to it that the
   * form is our own.
   */
  public Handler allowForm(Permission permission, AllowedHandler handler) {
    return context ->
        handler.handle(
            context,
            permitted(may(permission), context, Optional.ofNullable(context.cookie(COOKIE))));
  }

  private static Predicate<Principal> may(Permission permission) {
    return principal -> principal.may(permission);
  }

  private Principal permitted(
      Predicate<Principal> allowed, Context context, Optional<String> token) {
    Authentication authentication = authenticate(context, token);
    if (authentication instanceof Authentication.Withdrawn withdrawn) {
      throw Refusal.of(
          401, withdrawn.isDevice() ? Problem.DEVICE_REVOKED : Problem.ACCESS_WITHDRAWN);
    }
    if (!(authentication instanceof Authentication.Valid valid)) {
      throw unknown(context);
    }
    if (!allowed.test(valid.principal())) {
      throw Refusal.of(403, "forbidden");
    }
    return valid.principal();
  }

  /**
   * Who is asking, counted against the rate limit.
   *
   * @throws Refusal 429
   */
  public Authentication authenticate(Context context) {
    return authenticate(context, token(context));
  }

  private Authentication authenticate(Context context, Optional<String> token) {
    boolean attended = context.header(UNATTENDED) == null;
    Authentication authentication =
        token.map(known -> authenticate(known, attended)).orElse(Authentication.UNKNOWN);
    if (authentication instanceof Authentication.Valid valid) {
      enter(context, valid.principal());
      witness(context, valid.principal());
    } else if (authentication instanceof Authentication.Withdrawn withdrawn) {
      enter(context, withdrawn.principal());
    }
    return authentication;
  }

  /** The refusal of one who gave no token, or none that is in force. */
  public static Refusal unknown(Context context) {
    return Refusal.of(401, Requests.bearer(context).isPresent() ? "unknown-token" : "no-token");
  }

  /** Who asked; empty before {@link #authenticate}. */
  public static Optional<Principal> principal(Context context) {
    return Optional.ofNullable(context.<Principal>attribute(PRINCIPAL));
  }

  private static Optional<String> token(Context context) {
    Optional<String> bearer = Requests.bearer(context);
    boolean reads =
        context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
    // A browser sends its cookie by itself, so it only ever reads with it.
    return bearer.isPresent() || !reads ? bearer : Optional.ofNullable(context.cookie(COOKIE));
  }

  private Authentication authenticate(String token, boolean attended) {
    Authentication device = directory.devices().authenticate(token);
    return device instanceof Authentication.Unknown
        ? directory.sessions().authenticate(token, attended)
        : device;
  }

  private void enter(Context context, Principal principal) {
    context.attribute(PRINCIPAL, principal);
    String who =
        principal.isDevice() ? principal.device() : principal.account() + '@' + principal.bureau();
    rateLimit.take(context.path().startsWith(FILES) ? "files of " + who : who);
    if (principal.isDevice()) {
      directory
          .devices()
          .seen(
              principal.device(),
              Optional.ofNullable(context.header(Headers.APP)).flatMap(AppVersion::parse));
    }
  }

  private void witness(Context context, Principal principal) {
    Optional<Witness> told =
        Optional.ofNullable(context.header(Headers.HEAD)).flatMap(Witness::parse);
    if (told.isEmpty() || !principal.isDevice() || told.get().seq() == 0) {
      return;
    }
    Witness witness = told.get();
    BureauLedger ledger = ledgers.get(principal.bureau());
    boolean known =
        witness.seq() <= ledger.lastSeq()
            && ledger.headAt(witness.seq()).hash().equals(witness.hash());
    if (directory.devices().witness(principal, ledger.epoch(), witness, known)) {
      LOG.warn(
          "device={} bureau={} tells head {} that the ledger does not have; run verify",
          principal.device(),
          principal.bureau(),
          witness.seq());
      directory
          .audit()
          .record(AuditEvent.of(principal, "head-not-in-ledger").about(witness.toString()));
    }
  }
}
