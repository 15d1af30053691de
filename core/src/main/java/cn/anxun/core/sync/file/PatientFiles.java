package cn.anxun.core.sync.file;

import cn.anxun.core.sync.RemoteAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * A server's files for one run. Where it says that requests come too fast and that a moment is
 * enough, that moment is waited for here: a run that ends is taken up by Android when it likes,
 * which may be minutes later, and a link with many cuts needs many requests.
 */
final class PatientFiles implements RemoteFiles {
  /** A server that asks for longer ends the run. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  /** How often in a row it is asked again. */
  static final int MOST = 6;

  private static final int TOO_MANY = 429;
  private static final Duration STEP = Duration.ofSeconds(1);

  private final RemoteFiles remote;
  private final UploadWatch watch;

  PatientFiles(RemoteFiles remote, UploadWatch watch) {
    this.remote = remote;
    this.watch = watch;
  }

  @Override
  public RemoteAnswer<Set<String>> known(List<String> hashes) {
    return ask(() -> remote.known(hashes));
  }

  @Override
  public RemoteAnswer<Long> begin(QueuedFile file) {
    return ask(() -> remote.begin(file));
  }

  @Override
  public RemoteAnswer<Long> send(
      QueuedFile file, long offset, long length, FileContents content, LongConsumer sent) {
    return ask(() -> remote.send(file, offset, length, content, sent));
  }

  private <T> RemoteAnswer<T> ask(Supplier<RemoteAnswer<T>> question) {
    RemoteAnswer<T> answer = question.get();
    for (int i = 0; i < MOST && isOverInAMoment(answer); i++) {
      answer = question.get();
    }
    return answer;
  }

  /** Waits for as long as the server said; false where it is not for this run to wait. */
  private boolean isOverInAMoment(RemoteAnswer<?> answer) {
    if (!(answer instanceof RemoteAnswer.Refused<?> refused)
        || refused.problem().status() != TOO_MANY
        || !refused.retryAfter().filter(asked -> asked.compareTo(LONGEST) <= 0).isPresent()) {
      return false;
    }
    Duration waited = Duration.ZERO;
    do {
      watch.pause(STEP);
      waited = waited.plus(STEP);
    } while (waited.compareTo(refused.retryAfter().get()) < 0 && !watch.isCancelled());
    return !watch.isCancelled();
  }
}
