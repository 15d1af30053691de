package cn.anxun.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.mockwebserver.RecordedRequest;
import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;

/** What a server reads of a request, which the app packs. */
public final class Inflated {
  private Inflated() {}

  public static byte[] body(RecordedRequest request) {
    try (BufferedSource body = Okio.buffer(new GzipSource(request.getBody()))) {
      return body.readByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
