package cn.anxun.server.http;

import io.javalin.http.Context;

/** Where a request comes from, for limits on guessing. */
@FunctionalInterface
public interface ClientAddress {

  String of(Context context);

  /** The other end of the connection. */
  static ClientAddress direct() {
    return Context::ip;
  }

  /**
   * What our reverse proxy says it is: the last of X-Forwarded-For, since the proxy appends it; the
   * rest anybody can write.
   */
  static ClientAddress behindProxy() {
    return context -> {
      String forwarded = context.header("X-Forwarded-For");
      return forwarded == null
          ? context.ip()
          : forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
    };
  }
}
