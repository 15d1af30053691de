package cn.anxun.server.proof;

import cn.anxun.server.file.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A phone that sends one photo after the other, over a network that lets few bytes through. */
final class PhotoPhone implements Runnable {
  private static final String FILES = "/api/v1/files";
  private static final int RETRY_MILLIS = 250;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final String token;
  private final Random random;
  private final List<String> stored = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private int resumed;
  private volatile boolean ending;

  PhotoPhone(URI server, String token, Random random) {
    this.server = server;
    this.token = token;
    this.random = random;
  }

  void finish() {
    ending = true;
  }

  @Override
  public void run() {
    while (!ending) {
      byte[] photo = Pictures.jpeg(500, 400, random.nextLong());
      boolean whole = false;
      while (!whole) {
        try {
          whole = send(photo);
        } catch (IOException e) {
          rest();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
      stored.add(Pictures.sha256(photo));
    }
  }

  private boolean send(byte[] photo) throws IOException, InterruptedException {
    HttpResponse<String> begun = begin(photo, "image/jpeg");
    if (begun.statusCode() != 201) {
      return refused(begun);
    }
    int offset = offset(begun);
    if (offset == photo.length) {
      return true;
    }
    resumed += offset > 0 ? 1 : 0;
    HttpResponse<String> came =
        append(photo, offset, BodyPublishers.ofInputStream(() -> new WeakStream(photo, offset)));
    return came.statusCode() == 204 ? offset(came) == photo.length : refused(came);
  }

  /** Begins to send a photo, or is told how far it is. */
  HttpResponse<String> begin(byte[] photo, String type) throws IOException, InterruptedException {
    return http.send(
        tus(FILES)
            .header("Upload-Length", Integer.toString(photo.length))
            .header(
                "Upload-Metadata",
                "sha256 " + base64(Pictures.sha256(photo)) + ",type " + base64(type))
            .POST(BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  /** Sends these bytes of a photo as fast as it goes. */
  HttpResponse<String> append(byte[] photo, int from, int until)
      throws IOException, InterruptedException {
    return append(photo, from, BodyPublishers.ofByteArray(photo, from, until - from));
  }

  private HttpResponse<String> append(byte[] photo, int offset, BodyPublisher body)
      throws IOException, InterruptedException {
    return http.send(
        tus(FILES + '/' + Pictures.sha256(photo))
            .header("Upload-Offset", Integer.toString(offset))
            .header("Content-Type", "application/offset+octet-stream")
            .method("PATCH", body)
            .build(),
        BodyHandlers.ofString());
  }

  static int offset(HttpResponse<String> answer) {
    return Integer.parseInt(answer.headers().firstValue("Upload-Offset").orElseThrow());
  }

  private boolean refused(HttpResponse<String> answer) {
    int status = answer.statusCode();
    // A server that is asked to end says 503 to whoever comes meanwhile.
    if (status != 409 && status != 423 && status != 429 && status != 503) {
      broken.add(status + " " + answer.body());
    }
    rest();
    return false;
  }

  private HttpRequest.Builder tus(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("Tus-Resumable", "1.0.0");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hashes of the photos that the server said it has whole. */
  List<String> stored() {
    return stored;
  }

  /** What no phone should be told here. */
  List<String> broken() {
    return broken;
  }

  /** How often it went on from where a kill had cut it. */
  int resumed() {
    return resumed;
  }

  /** Gives a few KB at a time. */
  private static final class WeakStream extends InputStream {
    private static final int AT_ONCE = 4096;

    private final ByteArrayInputStream bytes;

    WeakStream(byte[] photo, int offset) {
      this.bytes = new ByteArrayInputStream(photo, offset, photo.length - offset);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
      return bytes.read(into, from, Math.min(AT_ONCE, length));
    }
  }
}
