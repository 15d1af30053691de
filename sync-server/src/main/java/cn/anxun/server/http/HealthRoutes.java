package cn.anxun.server.http;

import cn.anxun.server.auth.Tokens;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** For whoever watches over the server: whether it works, and its counts. */
public final class HealthRoutes {
  private final Metrics metrics;
  private final BooleanSupplier works;
  private final Optional<String> metricsToken;
  private final boolean trustsLoopback;

  /**
   * @param works whether the database answers
   * @param metricsToken a bearer token for counts from other machines
   * @param trustsLoopback whether this machine needs no token; not behind a proxy, from which
   *     everybody comes that way
   */
  public HealthRoutes(
      Metrics metrics,
      BooleanSupplier works,
      Optional<String> metricsToken,
      boolean trustsLoopback) {
    this.metrics = metrics;
    this.works = works;
    this.metricsToken = metricsToken;
    this.trustsLoopback = trustsLoopback;
  }

  public void register(RoutesConfig routes) {
    routes.get("/healthz", this::health);
    routes.get("/metrics", this::metrics);
  }

  private void health(Context context) {
    boolean well = works.getAsBoolean();
    context.status(well ? 200 : 503);
    context.contentType("application/json");
    context.result(well ? "{\"status\":\"ok\"}" : "{\"status\":\"failed\"}");
  }

  private void metrics(Context context) {
    boolean local = trustsLoopback && isLoopback(context.ip());
    boolean token =
        metricsToken.isPresent()
            && Requests.bearer(context)
                .map(given -> Tokens.same(given, metricsToken.get()))
                .orElse(false);
    if (!local && !token) {
      throw Refusal.of(403, "forbidden");
    }
    context.contentType("text/plain; version=0.0.4; charset=utf-8");
    context.result(metrics.text());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
