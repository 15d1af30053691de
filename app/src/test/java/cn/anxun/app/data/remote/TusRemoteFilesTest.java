package cn.anxun.app.data.remote;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.file.QueuedFile;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What is asked of a server about files, and what its answers mean. */
public final class TusRemoteFilesTest {
  private static final QueuedFile PHOTO =
      new QueuedFile(
          "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
          1000,
          "image/jpeg",
          0,
          0);

  private final MockWebServer server = new MockWebServer();
  private TusRemoteFiles files;

  @Before
  public void start() throws IOException {
    server.start();
    files =
        new TusRemoteFiles(
            new ServerAddress(List.of(server.url("/").toString()), Optional.empty()),
            "secret",
            Clock.systemUTC(),
            heard -> {},
            new AppVersion(7, "0.2.0"));
  }

  @After
  public void stop() throws IOException {
    server.shutdown();
  }

  @Test
  public void everyRequest_saysWhichAppAsks() throws Exception {
    for (int i = 0; i < 5; i++) {
      server.enqueue(new MockResponse().setResponseCode(404));
    }
    files.known(List.of(PHOTO.sha256()));
    files.begin(PHOTO);
    files.send(PHOTO, 0, 1000, any -> new ByteArrayInputStream(new byte[1000]), sent -> {});
    files.file(PHOTO.sha256());
    files.thumbnail(PHOTO.sha256());

    for (int i = 0; i < 5; i++) {
      RecordedRequest request = server.takeRequest();
      assertThat(request.getHeader("Anxun-App")).as(request.getPath()).isEqualTo("7; 0.2.0");
      assertThat(request.getHeader("Authorization")).isEqualTo("Bearer secret");
    }
  }

  @Test
  public void begin_whenAskedTooOften_tellsWhenToComeAgain() {
    server.enqueue(
        new MockResponse()
            .setResponseCode(429)
            .setHeader("Content-Type", MediaTypes.PROBLEM)
            .setHeader("Retry-After", "3")
            .setBody("{\"title\":\"\",\"status\":429,\"code\":\"rate-limited\",\"detail\":\"\"}"));

    RemoteAnswer<Long> answer = files.begin(PHOTO);

    assertThat(answer).isInstanceOf(RemoteAnswer.Refused.class);
    assertThat(((RemoteAnswer.Refused<Long>) answer).retryAfter()).contains(Duration.ofSeconds(3));
  }
}
