package cn.anxun.server.move;

import cn.anxun.server.text.Explained;
import cn.anxun.server.text.ServerTexts;
import org.jspecify.annotations.Nullable;

/** A bureau cannot be moved; the message says why and what to do. */
public final class MoveException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  private MoveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static MoveException of(String key, Object... details) {
    return new MoveException(ServerTexts.both(key, details), null);
  }

  static MoveException because(Throwable cause, String key, Object... details) {
    return new MoveException(ServerTexts.both(key, details), cause);
  }
}
