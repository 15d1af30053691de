package cn.anxun.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said where no route is asked. */
final class EarlyRefusalsTest {
  private final Server server = new Server();
  private final LocalConnector connector = new LocalConnector(server);

  @BeforeEach
  void refuseAll() throws Exception {
    server.addConnector(connector);
    server.setErrorHandler(new EarlyRefusals());
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            // As Jetty's GracefulHandler does while it stops.
            Response.writeError(request, response, callback, 503);
            return true;
          }
        });
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void stopping_tellsAPhoneToComeAgain() throws Exception {
    assertThat(ask("/api/v1/entries"))
        .startsWith("HTTP/1.1 503")
        .contains("Retry-After: 10", "application/problem+json", "\"stopping\"");
  }

  @Test
  void stopping_tellsAPersonInWords() throws Exception {
    assertThat(ask("/")).contains("Retry-After: 10", "text/html", "lang=\"zh-CN\"");
  }

  private String ask(String path) throws Exception {
    return connector.getResponse(
        "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }
}
