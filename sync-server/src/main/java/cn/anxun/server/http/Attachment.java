package cn.anxun.server.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Says that an answer is a file to keep, by which name (RFC 6266). */
public final class Attachment {
  private Attachment() {}

  public static void named(Context context, String name) {
    context.header("Content-Disposition", "attachment; " + encoded(name));
  }

  /**
   * The same.
   *
   * @param plain ASCII, for programmes that know no other
   */
  public static void named(Context context, String plain, String name) {
    context.header(
        "Content-Disposition", "attachment; filename=\"" + plain + "\"; " + encoded(name));
  }

  private static String encoded(String name) {
    return "filename*=UTF-8''"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
