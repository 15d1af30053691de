package cn.anxun.server.http.v1;

import cn.anxun.core.sync.OfferedApp;
import cn.anxun.core.sync.wire.v1.OfferedAppJson;
import cn.anxun.server.handout.AppOffer;
import cn.anxun.server.handout.HandedOutApp;
import cn.anxun.server.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Which app this server hands out, and which versions it wants. Nothing of a bureau is in it. */
final class AppRoutes {
  private final AppOffer offer;

  AppRoutes(AppOffer offer) {
    this.offer = offer;
  }

  void register(RoutesConfig routes) {
    routes.get("/api/v1/app", this::app);
  }

  private void app(Context context) {
    HandedOutApp offered = offer.find().orElseThrow(() -> Refusal.of(404, "no-app"));
    OfferedApp app =
        new OfferedApp(
            offered.app().version(),
            offered.policy().minimum(),
            offered.policy().recommended(),
            "/app");
    Answers.send(context, OfferedAppJson.write(app, offered.app().bytes(), offered.app().sha256()));
  }
}
