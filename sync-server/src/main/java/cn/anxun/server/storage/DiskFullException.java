package cn.anxun.server.storage;

import org.jspecify.annotations.Nullable;

/** There is no room on the disk; nothing of what was to be written is kept. */
public final class DiskFullException extends StorageException {
  private static final long serialVersionUID = 1L;

  DiskFullException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
