package cn.anxun.server.http.v1;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** The description of the API, {@code docs/openapi.yaml}, as the build put it into the jar. */
final class OpenApiRoutes {
  private static final String RESOURCE = "/META-INF/openapi.yaml";

  void register(RoutesConfig routes) {
    routes.get("/api/v1/openapi.yaml", OpenApiRoutes::send);
  }

  private static void send(Context context) throws IOException {
    try (InputStream in = OpenApiRoutes.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + RESOURCE + " is missing from the build");
      }
      context.result(in.readAllBytes());
      context.contentType("application/yaml");
    }
  }
}
