package cn.anxun.app.data.remote;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Whether anything of a request has left the phone. What failed before surely did not arrive; of
 * what failed afterwards nobody knows.
 */
final class Departure {
  private volatile boolean left;

  boolean hasLeft() {
    return left;
  }

  /** Marks each request as it goes out over its connection. */
  static final class Mark implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      Request request = chain.request();
      Departure departure = request.tag(Departure.class);
      if (departure != null) {
        departure.left = true;
      }
      return chain.proceed(request);
    }
  }
}
