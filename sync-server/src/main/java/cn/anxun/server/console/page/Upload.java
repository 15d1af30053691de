package cn.anxun.server.console.page;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The file that a form brings. What is in it is the reader's to check.
 *
 * @param name as its sender calls it
 */
public record Upload(String name, UploadedFile sent) {
  /** The most that a page takes. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  /** The file of the form; empty where there is none, or too large a one. */
  public static Optional<Upload> find(Context context) {
    UploadedFile sent = context.uploadedFile("file");
    return sent == null || sent.filename().isEmpty() || sent.size() > MOST_BYTES
        ? Optional.empty()
        : Optional.of(new Upload(sent.filename(), sent));
  }

  /** Which of these endings its name has; "" for none. */
  public String ending(List<String> endings) {
    String lower = name.toLowerCase(Locale.ROOT);
    return endings.stream().filter(one -> lower.endsWith('.' + one)).findFirst().orElse("");
  }

  public byte[] bytes() throws IOException {
    try (InputStream content = sent.content()) {
      return content.readAllBytes();
    }
  }
}
