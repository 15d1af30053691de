package cn.anxun.server.http;

import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.wire.v1.Headers;
import cn.anxun.server.auth.Authentication;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.storage.StorageException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets requests through to what they may do: who is asking, and whether too often. */
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
  private final RateLimit rateLimit;
  private final RateLimit strangers;
  private final ClientAddress address;

  /**
   * @param rateLimit what each device and session may ask
   * @param strangers how many tokens that were never given out an address may try
   */
  public Gate(
      Directory directory, RateLimit rateLimit, RateLimit strangers, ClientAddress address) {
    this.directory = directory;
    this.rateLimit = rateLimit;
    this.strangers = strangers;
    this.address = address;
  }

  /** A handler that is reached only by those who have this permission. */
  public Handler allow(Permission permission, AllowedHandler handler) {
    return allowAny(may(permission), handler);
  }

  /** The same for those of whom this is true. */
  public Handler allowAny(Predicate<Principal> allowed, AllowedHandler handler) {
    return context -> handler.handle(context, permitted(allowed, context, authenticate(context)));
  }

  /**
   * The same for what a browser's form sends with its cookie; the handler must see to it that the
   * form is our own.
   */
  public Handler allowForm(Permission permission, AllowedHandler handler) {
    return context ->
        handler.handle(
            context, permitted(permission, context, entered(context, bySession(context))));
  }

  private static Predicate<Principal> may(Permission permission) {
    return principal -> principal.may(permission);
  }

  /**
   * Who asks, where they have this permission.
   *
   * @throws Refusal 401 or 403
   */
  public static Principal permitted(
      Permission permission, Context context, Authentication authentication) {
    return permitted(may(permission), context, authentication);
  }

  private static Principal permitted(
      Predicate<Principal> allowed, Context context, Authentication authentication) {
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
   * Who is asking, counted against the rate limit. A phone's token is good for the API alone: who
   * has it out of a lost phone has no pages, and so none that administer.
   *
   * @throws Refusal 429
   */
  public Authentication authenticate(Context context) {
    Optional<String> bearer = Requests.bearer(context);
    if (bearer.isPresent()) {
      return entered(context, byBearer(context, bearer.get()));
    }
    boolean reads =
        context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
    // A browser sends its cookie by itself, so it only ever reads with it.
    return entered(context, reads ? bySession(context) : Authentication.UNKNOWN);
  }

  private Authentication byBearer(Context context, String token) {
    Authentication device =
        context.path().startsWith(Web.API)
            ? directory.devices().authenticate(token)
            : Authentication.UNKNOWN;
    Authentication found =
        device instanceof Authentication.Unknown ? bySession(context, token) : device;
    if (found instanceof Authentication.Unknown) {
      // Only who is not known is limited, so that nobody keeps others out of the same address.
      strangers.take("token from " + address.of(context));
    }
    return found;
  }

  private Authentication bySession(Context context) {
    String cookie = context.cookie(COOKIE);
    return cookie == null ? Authentication.UNKNOWN : bySession(context, cookie);
  }

  private Authentication bySession(Context context, String token) {
    return directory.sessions().authenticate(token, context.header(UNATTENDED) == null);
  }

  private Authentication entered(Context context, Authentication authentication) {
    if (authentication instanceof Authentication.Valid valid) {
      enter(context, valid.principal());
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

  private void enter(Context context, Principal principal) {
    context.attribute(PRINCIPAL, principal);
    String who =
        principal.isDevice() ? principal.device() : principal.account() + '@' + principal.bureau();
    rateLimit.take(context.path().startsWith(FILES) ? "files of " + who : who);
    if (principal.isDevice()) {
      Optional<AppVersion> app =
          Optional.ofNullable(context.header(Headers.APP)).flatMap(AppVersion::parse);
      keepInMind(principal, () -> directory.devices().seen(principal.device(), app));
    }
  }

  /** On a full disk nothing can be written down of who asked; what they ask is answered. */
  public static void keepInMind(Principal principal, Runnable work) {
    try {
      work.run();
    } catch (StorageException e) {
      LOG.warn("device={} asks, not written down: {}", principal.device(), e.getMessage());
    }
  }
}
