package cn.anxun.core.sync.file;

import cn.anxun.core.sync.Hex;
import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteAnswer.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sends one file, as far as it goes in one run. */
final class OneFile {
  /** A file that failed alone so often waits for somebody. */
  static final int MAX_FAILURES = 6;

  /** What comes of broken connections alone counts no further. */
  static final int MAX_BLAMELESS = MAX_FAILURES - 2;

  /** How often the server may not have moved on before the file is left for later. */
  private static final int PATIENCE = 3;

  /** Less than this at a time is not worth a request. */
  private static final long SMALLEST_PIECE = 16 * 1024;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final QueuedFile file;
  private final FileContents contents;
  private final RemoteFiles remote;
  private final FileQueue queue;
  private final UploadWatch watch;
  private final UploadTally tally;

  /** The most bytes that something on the way lets through at a time. */
  private long piece = Long.MAX_VALUE;

  private long furthest = -1;
  private int standstills;

  OneFile(
      QueuedFile file,
      FileContents contents,
      RemoteFiles remote,
      FileQueue queue,
      UploadWatch watch,
      UploadTally tally) {
    this.file = file;
    this.contents = contents;
    this.remote = remote;
    this.queue = queue;
    this.watch = watch;
    this.tally = tally;
  }

  FileEnd send() {
    FileEnd end = check();
    while (end == null) {
      end = watch.isCancelled() ? stopped(new Stop.Cancelled()) : round();
    }
    return end;
  }

  /** One request for where it stands, and one with what is missing; null to go on. */
  private @Nullable FileEnd round() {
    RemoteAnswer<Long> begun = remote.begin(file);
    if (!(begun instanceof RemoteAnswer.Answered<Long> offset)) {
      return failed(begun, 0);
    }
    long reached = offset.value();
    if (reached >= file.bytes()) {
      return new FileEnd.Stored();
    }
    note(reached);
    if (reached > 0) {
      tally.resumed();
    }
    return pieces(reached);
  }

  private @Nullable FileEnd pieces(long from) {
    long reached = from;
    while (reached < file.bytes()) {
      long length = Math.min(piece, file.bytes() - reached);
      long start = reached;
      AtomicLong left = new AtomicLong();
      RemoteAnswer<Long> answer =
          remote.send(
              file,
              start,
              length,
              contents,
              sent -> {
                left.set(sent);
                tally.reached(file, start + sent);
              });
      tally.sent(left.get());
      if (!(answer instanceof RemoteAnswer.Answered<Long> now)) {
        return failed(answer, length);
      }
      if (now.value() <= reached) {
        return standstill(new Stop.Offline(Reason.NOT_OURS));
      }
      reached = now.value();
      note(reached);
    }
    return new FileEnd.Stored();
  }

  private static FileEnd stopped(Stop stop) {
    return new FileEnd.Stopped(stop, false);
  }

  private void note(long reached) {
    if (reached > furthest) {
      tally.gained(furthest >= 0 || reached > file.sent());
      furthest = reached;
      standstills = 0;
    }
    queue.reached(file.sha256(), reached);
    tally.reached(file, reached);
  }

  private @Nullable FileEnd failed(RemoteAnswer<Long> answer, long length) {
    if (answer instanceof RemoteAnswer.Offline<Long> offline) {
      return offline.reason().mayHaveArrived()
          ? standstill(new Stop.Offline(offline.reason()))
          : stopped(new Stop.Offline(offline.reason()));
    } else if (answer instanceof RemoteAnswer.TooLarge<Long> tooLarge) {
      return tooLarge(tooLarge.problem(), length);
    } else if (answer instanceof RemoteAnswer.Refused<Long> refused) {
      return refused(refused, length > 0);
    }
    return stopped(Stop.of(answer));
  }

  /**
   * The connection broke, or the server is not where it was thought to be. As long as bytes arrive
   * it goes on at once; {@value #PATIENCE} times in a row without any, it ends.
   */
  private @Nullable FileEnd standstill(Stop stop) {
    standstills++;
    if (standstills > PATIENCE) {
      return new FileEnd.Stopped(stop, true);
    }
    if (standstills > 1) {
      watch.pause(FIRST_PAUSE.multipliedBy(1L << standstills));
    }
    return null;
  }

  private @Nullable FileEnd tooLarge(Problem problem, long length) {
    if (!problem.code().isEmpty() || length == 0) {
      return new FileEnd.Bad(new FileProblem(problem.code(), problem.detail()));
    }
    // Nobody of ours says so: a proxy that lets through less at a time.
    piece = length / 4;
    return piece < SMALLEST_PIECE
        ? new FileEnd.Bad(FileProblem.of(FileProblem.NOT_LET_THROUGH))
        : null;
  }

  private @Nullable FileEnd refused(RemoteAnswer.Refused<Long> refused, boolean sending) {
    Problem problem = refused.problem();
    boolean cutShort = problem.code().equals("bad-request");
    boolean dropped = sending && problem.status() == 404;
    if (cutShort || dropped) {
      return standstill(new Stop.Refused(problem, refused.retryAfter()));
    }
    return switch (problem.status()) {
      // The place is another one than was thought, or still held by what was cut off.
      case 409, 423 -> standstill(new Stop.Refused(problem, refused.retryAfter()));
      // What arrived is another file, and was thrown away; ours was looked at before.
      case 460 -> new FileEnd.Failed(FileProblem.of(FileProblem.DAMAGED_UNDERWAY));
      // Not of this file: of the account, the server or the hour.
      case 403, 404, 405, 408, 412, 429 -> stopped(Stop.of(refused));
      case 500 -> new FileEnd.Stumbled(Stop.of(refused));
      default ->
          problem.status() > 500
              ? stopped(Stop.of(refused))
              : new FileEnd.Bad(new FileProblem(problem.code(), problem.detail()));
    };
  }

  /** Whether the file is still the one that the entry names; null where it is. */
  private @Nullable FileEnd check() {
    try (InputStream in = contents.open(file.sha256())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] part = new byte[1 << 16];
      long length = 0;
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        digest.update(part, 0, count);
        length += count;
      }
      return length == file.bytes() && Hex.write(digest.digest()).equals(file.sha256())
          ? null
          : new FileEnd.Bad(FileProblem.of(FileProblem.DAMAGED));
    } catch (UnreadableFileException e) {
      return new FileEnd.Bad(e.problem());
    } catch (IOException e) {
      return new FileEnd.Failed(FileProblem.of(FileProblem.DAMAGED));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
