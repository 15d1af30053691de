package cn.anxun.server.http;

import cn.anxun.server.auth.Principal;
import cn.anxun.server.auth.Tokens;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The one place that writes a line for each request: when, which, how it ended, how long it took,
 * how much was answered, which device or account asked. Never the address, which may hold a secret
 * or a person's words, nor a name, nor what was sent. The request's id stands in every other line
 * that is logged meanwhile, in the answer, and on the page that says what went wrong.
 */
final class RequestLog {
  static final String HEADER = "X-Request-Id";

  private static final Logger REQUESTS = LoggerFactory.getLogger("cn.anxun.requests");
  private static final String ID = "request";
  private static final String NOBODY = "-";

  /** As much of a code as a person can read out. */
  private static final int ID_CHARS = 9;

  private final Tokens tokens;
  private final Metrics metrics;
  private final boolean writesLines;

  /**
   * @param writesLines whether each request is a line; ids and counts there are in any case
   */
  RequestLog(Tokens tokens, Metrics metrics, boolean writesLines) {
    this.tokens = tokens;
    this.metrics = metrics;
    this.writesLines = writesLines;
  }

  /** Gives the request its id. */
  void begin(Context context) {
    metrics.started(context.path());
    String id = tokens.code().substring(0, ID_CHARS);
    MDC.put(ID, id);
    context.header(HEADER, id);
  }

  /** The id that the request was given, such as {@code K3T7-09HM}. */
  static String id(Context context) {
    return id(context.res());
  }

  static String id(HttpServletResponse response) {
    return Optional.ofNullable(response.getHeader(HEADER)).orElse(NOBODY);
  }

  /** Counts the request, and writes its line; it is over. */
  void end(Context context, Duration took) {
    // The route's pattern stands for the path.
    String route =
        Optional.ofNullable(context.endpoint()).map(endpoint -> endpoint.path).orElse(NOBODY);
    String method =
        HandlerType.commonHttp().contains(context.method()) ? context.method().name() : "other";
    metrics.answered(method, route, context.statusCode(), took);
    if (writesLines) {
      Optional<Principal> principal = Gate.principal(context);
      REQUESTS
          .atInfo()
          .addKeyValue("method", method)
          .addKeyValue("route", route)
          .addKeyValue("status", context.statusCode())
          .addKeyValue("ms", took.toMillis())
          .addKeyValue("bytes", bytes(context))
          .addKeyValue("bureau", principal.map(Principal::bureau).orElse(NOBODY))
          .addKeyValue("account", principal.map(Principal::account).orElse(NOBODY))
          .addKeyValue("device", principal.map(Principal::device).orElse(NOBODY))
          .log("answered");
    }
    MDC.remove(ID);
  }

  /** Of the answer's body, as it goes over the wire; what is still to be flushed too. */
  private static long bytes(Context context) {
    return ServletContextRequest.getServletContextRequest(context.req())
        .getHttpOutput()
        .getWritten();
  }
}
