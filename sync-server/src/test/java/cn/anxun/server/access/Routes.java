package cn.anxun.server.access;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What every route asks for, as {@code access/routes.txt} says. */
public final class Routes {
  private final Map<String, Need> needs = new TreeMap<>();

  private Routes(String text) {
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", 2))
        .forEach(line -> needs.put(line[1], Need.valueOf(line[0])));
  }

  static Routes read() {
    try (InputStream in =
        Objects.requireNonNull(Routes.class.getResourceAsStream("/access/routes.txt"))) {
      return new Routes(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By route, as {@code GET /records/{type}}. */
  Map<String, Need> needs() {
    return needs;
  }

  /** Every page and form of the console for which somebody must have logged in. */
  public static List<String> behindTheLogin() {
    return read().needs.entrySet().stream()
        .filter(route -> route.getValue() != Need.OPEN && route.getValue() != Need.DOOR)
        .map(Map.Entry::getKey)
        .filter(route -> !route.contains(" /api/"))
        .toList();
  }

  /** Those that a server answers, in the same form. */
  static List<String> served(List<Endpoint> endpoints) {
    return endpoints.stream()
        .filter(endpoint -> HandlerType.commonHttp().contains(endpoint.method))
        .map(endpoint -> endpoint.method.name() + ' ' + endpoint.path)
        .toList();
  }
}
