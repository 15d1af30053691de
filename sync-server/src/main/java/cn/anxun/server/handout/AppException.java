package cn.anxun.server.handout;

import cn.anxun.core.text.Texts;
import cn.anxun.server.text.Explained;
import cn.anxun.server.text.ServerTexts;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that is not handed out as the app; the message says why and what to do. */
public final class AppException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;
  private static final String OTHER_KEY = "handout.other-key";

  private final String key;
  private final transient Object[] details;

  AppException(String key, Object... details) {
    super(ServerTexts.both(key, details));
    this.key = key;
    this.details = details.clone();
  }

  /** Whether another key signed it than the one before. */
  public boolean isOtherKey() {
    return key.equals(OTHER_KEY);
  }

  /** The reason in one language, for somebody elsewhere: files by their names alone. */
  public String sentence(Texts texts) {
    return texts.text(
        key,
        Arrays.stream(details)
            .map(detail -> detail instanceof Path path ? path.getFileName() : detail)
            .toArray());
  }
}
