package cn.anxun.core.sync.file;

import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.RemoteAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends what waits in the queue, one file after the other, each from the byte where it stopped. The
 * bureau is asked first what it has. A file that cannot be sent is put aside with a reason and
 * holds up nothing; what is wrong with the network or the account ends the run. May be stopped at
 * any moment. {@code docs/sync-protocol.md} says every rule.
 */
public final class FileUpload {
  private final FileQueue queue;
  private final FileContents contents;
  private final RemoteFiles remote;
  private final Clock clock;
  private final BackOff backOff;

  /**
   * @param backOff of the queue's own; nothing of the entries' sync counts here
   */
  public FileUpload(
      FileQueue queue, FileContents contents, RemoteFiles remote, Clock clock, BackOff backOff) {
    this.queue = queue;
    this.contents = contents;
    this.remote = remote;
    this.clock = clock;
    this.backOff = backOff;
  }

  /** One run; a second one asked for meanwhile waits for its end. */
  public synchronized UploadOutcome run(UploadWatch watch) {
    UploadTally tally = new UploadTally(queue.totals(), watch);
    Optional<Stop> stop = sendAll(new PatientFiles(remote, watch), watch, tally);
    if (!stop.isPresent()) {
      queue.keepFailures(0);
      Instant now = clock.instant();
      return new UploadOutcome.Done(
          tally.counts(), queue.findNextAttempt(now).map(next -> Duration.between(now, next)));
    }
    return outcome(stop.get(), tally);
  }

  private Optional<Stop> sendAll(RemoteFiles patient, UploadWatch watch, UploadTally tally) {
    Set<String> tried = new HashSet<>();
    while (true) {
      List<QueuedFile> due = new ArrayList<>();
      for (QueuedFile file : queue.listDue(clock.instant(), RemoteFiles.MAX_KNOWN)) {
        if (tried.add(file.sha256())) {
          due.add(file);
        }
      }
      if (due.isEmpty()) {
        return Optional.empty();
      }
      Optional<Stop> stop = send(due, patient, watch, tally);
      if (stop.isPresent()) {
        return stop;
      }
    }
  }

  private Optional<Stop> send(
      List<QueuedFile> files, RemoteFiles patient, UploadWatch watch, UploadTally tally) {
    if (watch.isCancelled()) {
      return Optional.of(new Stop.Cancelled());
    }
    List<String> hashes = new ArrayList<>(files.size());
    files.forEach(file -> hashes.add(file.sha256()));
    RemoteAnswer<Set<String>> answer = patient.known(hashes);
    if (!(answer instanceof RemoteAnswer.Answered<Set<String>> known)) {
      return Optional.of(Stop.of(answer));
    }
    for (QueuedFile file : files) {
      if (known.value().contains(file.sha256())) {
        queue.stored(file.sha256(), clock.instant());
        tally.known(file);
      }
    }
    files.removeIf(file -> known.value().contains(file.sha256()));
    return sendEach(files, patient, watch, tally);
  }

  private Optional<Stop> sendEach(
      List<QueuedFile> files, RemoteFiles patient, UploadWatch watch, UploadTally tally) {
    boolean stumbled = false;
    for (QueuedFile file : files) {
      FileEnd end = new OneFile(file, contents, patient, queue, watch, tally).send();
      if (end instanceof FileEnd.Stopped stopped) {
        if (stopped.last()) {
          later(file);
        }
        return Optional.of(stopped.stop());
      }
      if (end instanceof FileEnd.Stumbled stumble) {
        later(file);
        tally.failed(file);
        if (stumbled) {
          return Optional.of(stumble.stop());
        }
        stumbled = true;
      } else {
        settle(file, end, tally);
        stumbled = false;
      }
    }
    return Optional.empty();
  }

  private void settle(QueuedFile file, FileEnd end, UploadTally tally) {
    if (end instanceof FileEnd.Stored) {
      queue.stored(file.sha256(), clock.instant());
      tally.stored(file);
    } else if (end instanceof FileEnd.Bad bad) {
      queue.quarantine(file.sha256(), bad.problem());
      tally.quarantined(file);
    } else if (end instanceof FileEnd.Failed failed
        && file.failures() + 1 >= OneFile.MAX_FAILURES) {
      queue.quarantine(file.sha256(), failed.problem());
      tally.quarantined(file);
    } else {
      failed(file, file.failures() + 1);
      tally.failed(file);
    }
  }

  /** After the others; no number of such times puts a file aside, for it may not be its fault. */
  private void later(QueuedFile file) {
    failed(file, Math.max(file.failures(), Math.min(file.failures() + 1, OneFile.MAX_BLAMELESS)));
  }

  private void failed(QueuedFile file, int failures) {
    queue.failed(
        file.sha256(), failures, clock.instant().plus(backOff.after(failures, Optional.empty())));
  }

  private UploadOutcome outcome(Stop stop, UploadTally tally) {
    UploadCounts counts = tally.counts();
    if (stop instanceof Stop.Offline offline) {
      return new UploadOutcome.Offline(offline.reason(), counts, wait(tally, Optional.empty()));
    } else if (stop instanceof Stop.Refused refused) {
      return new UploadOutcome.Refused(
          refused.problem(), counts, wait(tally, refused.retryAfter()));
    } else if (stop instanceof Stop.Revoked revoked) {
      return new UploadOutcome.Revoked(revoked.problem(), counts);
    } else if (stop instanceof Stop.UpgradeNeeded upgrade) {
      return new UploadOutcome.UpgradeNeeded(upgrade.problem(), counts);
    }
    return new UploadOutcome.Cancelled(counts);
  }

  /** A run that brought something across starts the count anew: the network is weak, not gone. */
  private Duration wait(UploadTally tally, Optional<Duration> retryAfter) {
    int failures = tally.hasGained() ? 1 : queue.failures() + 1;
    queue.keepFailures(failures);
    return backOff.after(failures, retryAfter);
  }
}
