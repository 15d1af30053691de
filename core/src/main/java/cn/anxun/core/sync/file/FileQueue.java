package cn.anxun.core.sync.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The files that wait to be sent, whose entries the server has already. Every call is durable when
 * it returns. Nothing is ever taken out but by the server's confirmation.
 */
public interface FileQueue {
  /**
   * Those that may be tried now, in the order they were added.
   *
   * @param limit the most to come
   */
  List<QueuedFile> listDue(Instant now, int limit);

  /** When the first of those that may not be tried yet may be. */
  Optional<Instant> findNextAttempt(Instant now);

  /** How much waits, quarantined files left out. */
  FileTotals totals();

  /** The server has this much of it. */
  void reached(String sha256, long sent);

  /** The server has it whole, checked and durable. */
  void stored(String sha256, Instant at);

  /** It alone has failed, and is not tried before this time. */
  void failed(String sha256, int failures, Instant nextAttempt);

  /** It is not tried again until somebody asks for it. */
  void quarantine(String sha256, FileProblem problem);

  /** How many runs in a row have failed as a whole. */
  int failures();

  void keepFailures(int failures);
}
