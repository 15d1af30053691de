package cn.anxun.server.http;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import java.util.Optional;

/** How large the files may be that a form brings, where a page takes larger ones than others. */
public final class FormFiles {
  private static final String LIMITS = "org.eclipse.jetty.multipartConfig";
  private static final long MEGABYTE = 1L << 20;

  /** More of a file than this is on the disk while the form is read. */
  private static final int IN_MEMORY = 1 << 20;

  private FormFiles() {}

  /** Lets this request bring a file of so many MB; to be said before anything of it is read. */
  public static void allow(Context context, long megabytes) {
    long most = megabytes * MEGABYTE;
    context
        .req()
        .setAttribute(
            LIMITS,
            new MultipartConfigElement(
                System.getProperty("java.io.tmpdir"), most, most + MEGABYTE, IN_MEMORY));
  }

  /** The most MB of a file of this request; empty where it said none of its own. */
  static Optional<Long> most(Context context) {
    return context.req().getAttribute(LIMITS) instanceof MultipartConfigElement limits
        ? Optional.of(limits.getMaxFileSize() / MEGABYTE)
        : Optional.empty();
  }
}
