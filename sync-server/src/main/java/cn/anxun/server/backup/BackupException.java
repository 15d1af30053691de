package cn.anxun.server.backup;

import cn.anxun.server.text.Explained;
import cn.anxun.server.text.ServerTexts;
import org.jspecify.annotations.Nullable;

/** A backup cannot be made or used; the message says why and what to do. */
public final class BackupException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  private BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static BackupException of(String key, Object... details) {
    return new BackupException(ServerTexts.both(key, details), null);
  }

  static BackupException because(Throwable cause, String key, Object... details) {
    return new BackupException(ServerTexts.both(key, details), cause);
  }
}
