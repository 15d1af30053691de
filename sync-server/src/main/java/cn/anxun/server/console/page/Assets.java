package cn.anxun.server.console.page;

import cn.anxun.server.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Styles and scripts, ours and the libraries', all from this jar. Their addresses carry the hash of
 * what is in them, so that browsers keep them for good and never use an old one.
 */
public final class Assets {
  private static final int HASH_SHOWN = 12;
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final Map<String, Asset> BY_NAME = load();

  private Assets() {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Asset(byte[] bytes, String type, String hash) {}

  /** Where the browser gets it. */
  public static String url(String name) {
    return "/assets/" + get(name).hash() + '/' + name;
  }

  public static void register(RoutesConfig routes) {
    routes.get("/assets/{hash}/{name}", Assets::send);
  }

  private static void send(Context context) {
    Asset asset = BY_NAME.get(context.pathParam("name"));
    if (asset == null || !asset.hash().equals(context.pathParam("hash"))) {
      throw Refusal.of(404, "not-found");
    }
    context.result(asset.bytes());
    context.contentType(asset.type());
    context.header("Cache-Control", "public, max-age=31536000, immutable");
  }

  private static Asset get(String name) {
    Asset asset = BY_NAME.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no asset " + name);
    }
    return asset;
  }

  private static Map<String, Asset> load() {
    Map<String, Asset> assets = new LinkedHashMap<>();
    assets.put("console.css", asset("console.css", "text/css; charset=utf-8"));
    assets.put("console.js", asset("console.js", SCRIPT));
    assets.put(
        "htmx.js", asset("/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js", SCRIPT));
    assets.put(
        "echarts.js",
        asset("/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js", SCRIPT));
    return assets;
  }

  private static Asset asset(String resource, String type) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing from the build");
      }
      byte[] bytes = in.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Asset(bytes, type, HexFormat.of().formatHex(hash).substring(0, HASH_SHOWN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
