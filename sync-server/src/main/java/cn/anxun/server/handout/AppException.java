package cn.anxun.server.handout;

import cn.anxun.server.text.Explained;
import cn.anxun.server.text.ServerTexts;

/** A file that is not handed out as the app; the message says why and what to do. */
public final class AppException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  AppException(String key, Object... details) {
    super(ServerTexts.both(key, details));
  }
}
