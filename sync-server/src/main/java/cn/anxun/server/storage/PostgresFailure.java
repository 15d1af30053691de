package cn.anxun.server.storage;

import cn.anxun.server.text.ServerTexts;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures of the connection, the server or its disk, which a person must mend, from faults
 * of a statement, by SQLSTATE.
 */
final class PostgresFailure {
  private static final String DISK_FULL = "postgres.disk-full";
  private static final String NO_CONNECTION = "postgres.no-connection";
  private static final String FAILED = "postgres.failed";
  private static final String BUSY = "postgres.busy";

  /** Of class 40, whose others say that all was undone: this one says that nobody knows. */
  private static final String COMPLETION_UNKNOWN = "40003";

  private PostgresFailure() {}

  /** A {@link StorageException} that says what to do, or the exception itself. */
  static RuntimeException translated(String where, RuntimeException failure) {
    if (failure instanceof StorageException) {
      return failure;
    }
    StorageException told = told(failure);
    if (told != null) {
      return told;
    }
    SQLException root = root(failure);
    String key = root == null ? null : key(root);
    return root == null || key == null ? failure : told(key, where, root, failure);
  }

  private static StorageException told(
      String key, String where, SQLException root, Exception failure) {
    String message = ServerTexts.both(key, where, String.valueOf(root.getMessage()));
    return key.equals(DISK_FULL)
        ? new DiskFullException(message, failure)
        : new StorageException(message, failure);
  }

  /** That others have it for too long. */
  static StorageException busy(String where, String detail) {
    return new StorageException(ServerTexts.both(BUSY, where, detail), null);
  }

  /** What a commit that was not answered as it should be means. */
  static StorageException ofCommit(String where, SQLException failure) {
    if (!isUndone(failure)) {
      return new UnknownOutcomeException(
          ServerTexts.both("postgres.unknown", where, String.valueOf(failure.getMessage())),
          failure);
    }
    String key = key(failure);
    return told(key == null ? FAILED : key, where, failure, failure);
  }

  /** Whether the server answered that it committed nothing; else nobody knows. */
  private static boolean isUndone(SQLException failure) {
    return !COMPLETION_UNKNOWN.equals(failure.getSQLState())
        && switch (stateClass(failure)) {
          case "23", "25", "40", "44", "53", "55" -> true;
          default -> false;
        };
  }

  private static @Nullable StorageException told(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof StorageException told) {
        return told;
      }
    }
    return null;
  }

  /** The innermost that has a state; the pool wraps what the driver says. */
  private static @Nullable SQLException root(Throwable failure) {
    SQLException root = null;
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && (root == null || sql.getSQLState() != null)) {
        root = sql;
      }
    }
    return root;
  }

  private static @Nullable String key(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    String known =
        switch (state) {
          case "53100" -> DISK_FULL;
          case "53300", "57P01", "57P02", "57P03", "25P03", "25P04" -> NO_CONNECTION;
          case "42501", "3D000" -> "postgres.no-access";
          case "25006" -> "postgres.read-only";
          case "55P03", "57014" -> BUSY;
          default -> null;
        };
    if (known != null) {
      return known;
    }
    return switch (stateClass(failure)) {
      case "08" -> NO_CONNECTION;
      case "28" -> "postgres.no-access";
      case "40" -> BUSY;
      case "53", "54", "57", "58", "XX" -> FAILED;
      // The pool's own, which has seen no failure: all its connections are taken, or none came.
      default -> failure instanceof SQLTransientConnectionException ? BUSY : null;
    };
  }

  private static String stateClass(SQLException failure) {
    String state = failure.getSQLState();
    return state == null || state.length() < 2 ? "" : state.substring(0, 2);
  }
}
