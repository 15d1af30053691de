package cn.anxun.server.storage;

import cn.anxun.server.text.ServerTexts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells failures of the disk or the file, which a person must mend, from faults of a statement. */
final class SqliteFailure {
  private static final int PRIMARY_CODE = 0xFF;
  private static final String DISK_FULL = "storage.disk-full";

  private SqliteFailure() {}

  /** A {@link StorageException} that says what to do, or the exception itself. */
  static RuntimeException translated(Path file, RuntimeException failure) {
    if (failure instanceof StorageException) {
      return failure;
    }
    String key = key(failure);
    if (key == null) {
      return failure;
    }
    String message = ServerTexts.both(key, file, rootMessage(failure));
    return key.equals(DISK_FULL)
        ? new DiskFullException(message, failure)
        : new StorageException(message, failure);
  }

  private static @Nullable String key(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof StorageException) {
        return "storage.failed";
      }
      if (at instanceof NativeLibraryNotFoundException) {
        return "storage.no-native";
      }
      if (at instanceof SQLiteException sqlite) {
        return key(sqlite.getResultCode());
      }
    }
    return null;
  }

  private static @Nullable String key(SQLiteErrorCode code) {
    return switch (SQLiteErrorCode.getErrorCode(code.code & PRIMARY_CODE)) {
      case SQLITE_FULL -> DISK_FULL;
      case SQLITE_BUSY, SQLITE_LOCKED -> "storage.busy";
      case SQLITE_CORRUPT, SQLITE_NOTADB -> "storage.corrupt";
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH -> "storage.no-access";
      case SQLITE_IOERR, SQLITE_NOMEM, SQLITE_PROTOCOL, SQLITE_INTERRUPT -> "storage.failed";
      default -> null;
    };
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
