package cn.anxun.server.http;

import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.ProblemJson;
import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a request that is refused before any route sees it, because its line or its
 * headers cannot be read, or because the server is stopping: the same words as everywhere, and
 * nothing of why.
 */
public final class EarlyRefusals extends ErrorHandler {
  private static final int FIRST_FAILURE = 500;

  /** What Jetty says of requests that come while it ends those under way. */
  private static final int STOPPING = 503;

  /** By then a server that was to start anew is there again. */
  private static final int STARTED_SECONDS = 10;

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    boolean english = Requests.prefersEnglish(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    Texts texts = english ? ServerTexts.ENGLISH : ServerTexts.CHINESE;
    Refusal refusal = refusal(code);
    Problem problem = refusal.problem(texts);
    boolean api = isOfApi(request.getHttpURI());
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, api ? MediaTypes.PROBLEM : "text/html;charset=utf-8");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Content-Security-Policy", "default-src 'none'");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (refusal.retryAfterSeconds() > 0) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, refusal.retryAfterSeconds());
    }
    byte[] body =
        api ? ProblemJson.write(problem) : page(problem, english).getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static Refusal refusal(int code) {
    return code == STOPPING
        ? Refusal.of(code, "stopping").retryAfter(STARTED_SECONDS)
        : Refusal.of(code, code < FIRST_FAILURE ? "bad-request" : "internal");
  }

  private static boolean isOfApi(@Nullable HttpURI address) {
    return address != null && address.getPath() != null && address.getPath().startsWith(Web.API);
  }

  /** Of our own words alone, so nothing needs escaping. */
  private static String page(Problem problem, boolean english) {
    return "<!DOCTYPE html><html lang=\"%s\"><meta charset=\"utf-8\"><title>%s</title><h1>%2$s</h1><p>%s</p>"
        .formatted(english ? "en" : "zh-CN", problem.title(), problem.detail());
  }
}
