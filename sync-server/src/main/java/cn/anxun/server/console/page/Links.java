package cn.anxun.server.console.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses within the console. */
public final class Links {
  private Links() {}

  /** The page of a record. */
  public static String record(String subject) {
    return "/record/" + encoded(subject);
  }

  /** A value as it stands in an address. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
