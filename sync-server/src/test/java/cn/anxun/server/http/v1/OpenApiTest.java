package cn.anxun.server.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description of the API and the API say the same. */
final class OpenApiTest {
  @Test
  void description_hasEveryRouteThatIsServed_andNoOther() {
    try (RunningServer running = RunningServer.start()) {
      Set<String> served = new TreeSet<>();
      running
          .server()
          .routes()
          .forEach(
              route -> {
                if (HandlerType.commonHttp().contains(route.method) && isApi(route.path)) {
                  served.add(route.method.name() + ' ' + route.path);
                }
              });
      assertThat(OpenApiContract.load().operations()).isEqualTo(served);
    }
  }

  @Test
  void description_isServed() throws Exception {
    try (RunningServer running = RunningServer.start()) {
      assertThat(RunningServer.text(running.get("/api/v1/openapi.yaml", "")))
          .startsWith("openapi: 3.1");
    }
  }

  /** The console's pages are for people and are not described. */
  private static boolean isApi(String path) {
    return path.startsWith("/api/") || path.equals("/healthz") || path.equals("/metrics");
  }
}
