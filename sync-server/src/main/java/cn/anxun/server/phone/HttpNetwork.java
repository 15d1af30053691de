package cn.anxun.server.phone;

import cn.anxun.core.sync.RemoteAnswer.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLException;

/**
 * HTTP/1.1 to one server. Bodies go compressed, and come so: the checksum of gzip tells of bytes
 * that were changed on the way, so that the shortest are compressed too.
 */
public final class HttpNetwork implements Network {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofSeconds(60);

  /** More than any page is; a reply that goes on for ever is cut here. */
  private static final int MAX_REPLY = 64 << 20;

  private final URI server;
  private final HttpClient client;

  private HttpNetwork(URI server, HttpClient client) {
    this.server = server;
    this.client = client;
  }

  /** To a server whose certificate, if it has one, the system trusts. */
  public static HttpNetwork to(URI server) {
    return new HttpNetwork(server, client().build());
  }

  /**
   * To a server that is known by its certificate alone, whatever its name and whoever signed it.
   *
   * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits, as the enrolment says it
   */
  public static HttpNetwork pinned(URI server, String fingerprint) {
    return new HttpNetwork(
        server, client().sslContext(PinnedCertificate.context(fingerprint)).build());
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT);
  }

  @Override
  public Result send(Request request) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(server.resolve(request.path()))
            .timeout(WHOLE)
            .header("Accept-Encoding", "gzip");
    request.headers().forEach(http::header);
    byte[] body = request.body();
    if (body == null) {
      http.GET();
    } else {
      http.header("Content-Encoding", "gzip")
          .POST(HttpRequest.BodyPublishers.ofByteArray(compressed(body)));
    }
    try {
      return reply(client.send(http.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
      return new Result.Failed(Reason.UNREACHABLE);
    } catch (SSLException e) {
      return new Result.Failed(Reason.NOT_OURS);
    } catch (IOException e) {
      return new Result.Failed(Reason.LOST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result.Failed(Reason.LOST);
    }
  }

  private static Result reply(HttpResponse<InputStream> response) {
    try (InputStream raw = response.body()) {
      boolean gzip =
          response
              .headers()
              .firstValue("Content-Encoding")
              .filter("gzip"::equalsIgnoreCase)
              .isPresent();
      byte[] body = (gzip ? new GZIPInputStream(raw) : raw).readNBytes(MAX_REPLY);
      return new Result.Reply(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.headers().firstValue("Retry-After"),
          body);
    } catch (IOException e) {
      return new Result.Failed(Reason.UNREADABLE);
    }
  }

  private static byte[] compressed(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
