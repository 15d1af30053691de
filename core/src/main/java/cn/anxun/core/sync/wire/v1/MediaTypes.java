package cn.anxun.core.sync.wire.v1;

import java.util.Locale;

/**
 * The media types of sync v1. A reply of any other type does not come from our server, whatever its
 * status.
 */
public final class MediaTypes {
  public static final String V1 = "application/vnd.anxun.v1+json";

  /** RFC 9457. */
  public static final String PROBLEM = "application/problem+json";

  private MediaTypes() {}

  /** Whether a Content-Type header names this media type, with or without parameters. */
  public static boolean matches(String contentType, String mediaType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end))
        .trim()
        .toLowerCase(Locale.ROOT)
        .equals(mediaType);
  }
}
