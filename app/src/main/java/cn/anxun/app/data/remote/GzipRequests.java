package cn.anxun.app.data.remote;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;

/**
 * Compresses what is sent, the shortest too: the checksum of gzip tells the server of bytes that
 * were changed on the way. A file's bytes are compressed already, and have a checksum of their own.
 */
final class GzipRequests implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    if (body == null || body.isOneShot() || body.contentLength() == 0) {
      return chain.proceed(request);
    }
    Buffer compressed = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(compressed))) {
      body.writeTo(sink);
    }
    return chain.proceed(
        request
            .newBuilder()
            .header("Content-Encoding", "gzip")
            .method(
                request.method(),
                RequestBody.create(compressed.readByteString(), body.contentType()))
            .build());
  }
}
