package cn.anxun.server.http;

import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.ProblemJson;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import cn.anxun.server.auth.AccountException;
import cn.anxun.server.auth.Tokens;
import cn.anxun.server.storage.DiskFullException;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.text.ServerTexts;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is the same for every request: an id, headers that keep browsers safe, problems in plain
 * words without a stack trace, a log line without secrets, counts.
 */
public final class Web {
  /** How much of a form that is refused is still read. */
  private static final int MOST_DRAINED = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Web.class);
  static final String API = "/api/";

  /** What fails at the disk is tried again after so many seconds. */
  private static final int STORAGE_SECONDS = 30;

  /** The largest file that a form may bring, in MB. */
  private static final long MOST_FILE_MB = 10;

  private static final String CONTENT_SECURITY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors"
          + " 'none'; base-uri 'none'";

  /** Shows a refusal to a person in a browser. */
  @FunctionalInterface
  public interface RefusalPage {
    void show(Context context, Refusal refusal);
  }

  private final RequestLog log;
  private final boolean encrypted;
  private final RefusalPage page;

  /**
   * @param encrypted whether browsers reach this server by HTTPS
   * @param page for requests outside the API
   */
  public Web(
      Tokens tokens, Metrics metrics, boolean encrypted, boolean logsRequests, RefusalPage page) {
    this.log = new RequestLog(tokens, metrics, logsRequests);
    this.encrypted = encrypted;
    this.page = page;
  }

  public void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.http.compressionStrategy = Compression.gzip();
    config.jetty.multipartConfig.maxFileSize(MOST_FILE_MB, SizeUnit.MB);
    config.jetty.multipartConfig.maxTotalRequestSize(MOST_FILE_MB + 1L, SizeUnit.MB);
    config.routes.before(this::prepare);
    config.routes.exception(Refusal.class, (e, context) -> answer(context, e));
    config.routes.exception(AccountException.class, (e, context) -> answer(context, refusal(e)));
    config.routes.exception(
        MalformedMessageException.class, (e, context) -> answer(context, refusal(e)));
    config.routes.exception(
        HttpResponseException.class, (e, context) -> answer(context, refusal(e)));
    config.routes.exception(
        ServletException.class,
        (e, context) ->
            brokenForm(e, context)
                .ifPresentOrElse(why -> answer(context, why), () -> failed(e, context)));
    config.routes.exception(
        EofException.class, (e, context) -> answer(context, Refusal.of(400, "bad-request")));
    config.routes.exception(StorageException.class, this::failed);
    config.routes.exception(Exception.class, this::failed);
    config.router.javaLangErrorHandler(Web::broke);
    config.requestLogger.http(
        (context, millis) -> log.end(context, Duration.ofNanos((long) (millis * 1e6))));
  }

  private void prepare(Context context) {
    log.begin(context);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Content-Security-Policy", CONTENT_SECURITY);
    context.header("Cache-Control", "no-store");
    if (encrypted) {
      context.header("Strict-Transport-Security", "max-age=31536000");
    }
    requireReadable(context);
  }

  /**
   * What every route reads of a request: a path whose percent signs mean something, a charset that
   * there is, and texts that can be kept. Reading them later would fail in the middle of a route.
   */
  private static void requireReadable(Context context) {
    try {
      String unused = URLDecoder.decode(context.path(), StandardCharsets.UTF_8);
      String unusedToo = context.contentType();
      Requests.requireNoZero(context.queryParamMap());
    } catch (IllegalArgumentException e) {
      throw Refusal.of(400, "bad-request");
    }
  }

  private void answer(Context context, Refusal refusal) {
    status(context, refusal);
    if (leavesBody(context) && !context.path().startsWith(API) && isKnown(context)) {
      drain(context);
    }
    if (leavesBody(context)) {
      // Jetty closes such a connection; a client that is not told meets its end at the next
      // request.
      context.header("Connection", "close");
    }
    if (refusal.status() == 401) {
      context.header("WWW-Authenticate", "Bearer");
    }
    if (context.path().startsWith(API)) {
      problemJson(context, refusal);
    } else {
      page.show(context, refusal);
    }
  }

  /** Whether the request has a body that was not read to its end. */
  private static boolean leavesBody(Context context) {
    HttpServletRequest request = context.req();
    boolean hasBody =
        request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    try {
      return hasBody && !request.getInputStream().isFinished();
    } catch (IOException | IllegalStateException e) {
      return true;
    }
  }

  private static boolean isKnown(Context context) {
    return Gate.principal(context).isPresent();
  }

  /** A browser that still sends its form when the connection is closed never shows the answer. */
  private static void drain(Context context) {
    try {
      RequestBody.drain(context.req().getInputStream(), MOST_DRAINED);
    } catch (IOException | IllegalStateException e) {
      // It was being read as a form when it was refused: the connection is closed, as above.
    }
  }

  /** Says by status and header that a request is refused, and when to come again. */
  public static void status(Context context, Refusal refusal) {
    context.status(refusal.status());
    if (refusal.retryAfterSeconds() > 0) {
      context.header("Retry-After", Integer.toString(refusal.retryAfterSeconds()));
    }
  }

  /** What a person can tell an administrator, who finds the request in the log by it. */
  public static String requestId(Context context) {
    return RequestLog.id(context);
  }

  /** Answers with problem+json, in the language of the request. */
  public static void problemJson(Context context, Refusal refusal) {
    context.result(
        ProblemJson.write(refusal.problem(Requests.texts(context)), RequestLog.id(context)));
    context.contentType(MediaTypes.PROBLEM);
  }

  private static Refusal refusal(AccountException e) {
    int status =
        switch (e.reason()) {
          case BAD_CODE -> 403;
          case NO_SUCH_ACCOUNT, NO_SUCH_BUREAU, NO_SUCH_DEVICE, NO_GRANT -> 404;
          case ACCOUNT_EXISTS, BUREAU_EXISTS, NO_LETTERS_LEFT -> 409;
          default -> 400;
        };
    return Refusal.of(status, e.reason().wire(), e.arguments());
  }

  private static Refusal refusal(MalformedMessageException e) {
    return switch (e.fault()) {
      case NOT_JSON -> Refusal.of(400, "not-json");
      case MISSING -> Refusal.ofField(400, "missing", e.field());
      case WRONG_TYPE -> Refusal.ofField(400, "wrong-type", e.field());
      case TOO_MANY ->
          Refusal.of(413, "too-many-entries", Integer.toString(PushRequestJson.MAX_ENTRIES))
              .about(e.field());
    };
  }

  private static Refusal refusal(StorageException e) {
    return Refusal.of(503, e instanceof DiskFullException ? "storage-full" : "storage-failed")
        .retryAfter(STORAGE_SECONDS);
  }

  private static Refusal refusal(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> Refusal.of(404, "not-found");
      case 405 -> Refusal.of(405, "method-not-allowed");
      case 413 -> Refusal.of(413, "body-too-large", "1024");
      default ->
          Refusal.of(
              e.getStatus() < 500 ? 400 : 500, e.getStatus() < 500 ? "bad-request" : "internal");
    };
  }

  /** What is wrong with a form that brings a file, where that is what failed. */
  private static Optional<Refusal> brokenForm(ServletException e, Context context) {
    if (!(e.getCause() instanceof HttpException)) {
      return Optional.empty();
    }
    boolean tooLarge = false;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      tooLarge |= cause instanceof IllegalStateException;
    }
    return Optional.of(
        tooLarge
            ? Refusal.of(
                413, "file-too-large", Long.toString(FormFiles.most(context).orElse(MOST_FILE_MB)))
            : Refusal.of(400, "bad-request"));
  }

  private void failed(Exception e, Context context) {
    LOG.error("{} failed", context.method(), e);
    answer(
        context,
        e instanceof StorageException storage ? refusal(storage) : Refusal.of(500, "internal"));
  }

  /** No memory, no stack: the least that can still be answered. */
  private static void broke(HttpServletResponse response, Error error) {
    LOG.error("the request broke", error);
    response.setStatus(500);
    response.setContentType(MediaTypes.PROBLEM);
    byte[] body =
        ProblemJson.write(
            Refusal.of(500, "internal").problem(ServerTexts.CHINESE), RequestLog.id(response));
    try {
      response.getOutputStream().write(body);
    } catch (IOException e) {
      LOG.warn("the answer is not waited for any more");
    }
  }
}
