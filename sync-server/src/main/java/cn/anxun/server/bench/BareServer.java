package cn.anxun.server.bench;

import cn.anxun.server.http.Compression;
import io.javalin.Javalin;
import java.net.URI;
import java.util.List;

/**
 * The HTTP server that ours is built on, and nothing on it: it takes what is posted and answers
 * nothing, and hands out bytes that it holds, compressed as ours are.
 */
final class BareServer implements AutoCloseable {
  private final Javalin web;

  /**
   * @param pages what {@code /pages/0}, {@code /pages/1}, … answer
   * @param type their media type
   */
  BareServer(List<byte[]> pages, String type) {
    this.web =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.http.generateEtags = false;
              config.http.compressionStrategy = Compression.gzip();
              config.jetty.host = "127.0.0.1";
              config.jetty.port = 0;
              config.routes.post(
                  "/api/v1/entries",
                  context -> context.status(context.bodyAsBytes().length > 0 ? 200 : 400));
              config.routes.get("/healthz", context -> context.result("ok"));
              config.routes.get(
                  "/pages/{page}",
                  context ->
                      context
                          .result(pages.get(Integer.parseInt(context.pathParam("page"))))
                          .contentType(type));
            });
    web.start();
  }

  /** In a process of its own: prints where it is and runs until it is killed. */
  public static void main(String[] arguments) {
    System.out.println(new BareServer(List.of(), "text/plain").address());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + web.port());
  }

  @Override
  public void close() {
    web.stop();
  }
}
