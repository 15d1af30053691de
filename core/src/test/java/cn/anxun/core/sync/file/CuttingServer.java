package cn.anxun.core.sync.file;

import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteAnswer.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** A bureau's files, at the end of a line that breaks where it is told to. */
final class CuttingServer implements RemoteFiles {
  private final Map<String, ByteArrayOutputStream> partial = new HashMap<>();
  private final Map<String, byte[]> whole = new HashMap<>();
  private final Map<String, Deque<Refusal>> refusals = new HashMap<>();
  private final List<String> arrivals = new ArrayList<>();
  private final Deque<Integer> cuts = new ArrayDeque<>();
  private long received;
  private int cut;
  private long mostAtOnce = Long.MAX_VALUE;
  private boolean receiptLost;

  private record Refusal(Problem problem, Optional<Duration> retryAfter) {
    <T> RemoteAnswer<T> answer() {
      return new RemoteAnswer.Refused<>(problem, retryAfter);
    }
  }

  /** After so many more bytes the line breaks; then after so many of the next request; … */
  void cutAfter(int... bytes) {
    for (int one : bytes) {
      cuts.add(one);
    }
  }

  /** What the next requests about this file are answered. */
  void refuse(String sha256, Problem... each) {
    for (Problem problem : each) {
      refuse(sha256, problem, Optional.empty());
    }
  }

  /** The next request about this file comes too early. */
  void refuse(String sha256, Problem problem, Optional<Duration> retryAfter) {
    refusals
        .computeIfAbsent(sha256, any -> new ArrayDeque<>())
        .add(new Refusal(problem, retryAfter));
  }

  /** A proxy lets through no more than this at a time. */
  void letThrough(long bytes) {
    mostAtOnce = bytes;
  }

  /** The next file arrives whole; nobody hears of it. */
  void loseReceipt() {
    receiptLost = true;
  }

  void has(String sha256, byte[] bytes) {
    whole.put(sha256, bytes);
  }

  byte[] get(String sha256) {
    return whole.get(sha256);
  }

  /** In the order they were whole. */
  List<String> arrivals() {
    return arrivals;
  }

  long received() {
    return received;
  }

  int cut() {
    return cut;
  }

  @Override
  public RemoteAnswer<Set<String>> known(List<String> hashes) {
    Set<String> known = new HashSet<>(hashes);
    known.retainAll(whole.keySet());
    return new RemoteAnswer.Answered<>(known);
  }

  @Override
  public RemoteAnswer<Long> begin(QueuedFile file) {
    Optional<Refusal> refusal = refusal(file);
    if (refusal.isPresent()) {
      return refusal.get().answer();
    }
    if (whole.containsKey(file.sha256())) {
      return new RemoteAnswer.Answered<>(file.bytes());
    }
    return new RemoteAnswer.Answered<>((long) partial(file).size());
  }

  @Override
  public RemoteAnswer<Long> send(
      QueuedFile file, long offset, long length, FileContents content, LongConsumer sent) {
    if (length > mostAtOnce) {
      return new RemoteAnswer.TooLarge<>(Problem.of(413, "", "", ""));
    }
    Optional<Refusal> refusal = refusal(file);
    if (refusal.isPresent()) {
      return refusal.get().answer();
    }
    ByteArrayOutputStream reached = partial(file);
    if (reached.size() != offset) {
      return new RemoteAnswer.Refused<>(Problem.of(409, "", "", ""), Optional.empty());
    }
    int through = cuts.isEmpty() ? (int) length : Math.min(cuts.poll(), (int) length);
    try (InputStream in = content.open(file.sha256())) {
      in.skipNBytes(offset);
      reached.write(in.readNBytes(through));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    received += through;
    sent.accept(through);
    if (through < length) {
      cut++;
      return new RemoteAnswer.Offline<>(Reason.LOST);
    }
    if (reached.size() == file.bytes()) {
      whole.put(file.sha256(), reached.toByteArray());
      arrivals.add(file.sha256());
    }
    if (receiptLost) {
      receiptLost = false;
      return new RemoteAnswer.Offline<>(Reason.LOST);
    }
    return new RemoteAnswer.Answered<>((long) reached.size());
  }

  private ByteArrayOutputStream partial(QueuedFile file) {
    return partial.computeIfAbsent(file.sha256(), any -> new ByteArrayOutputStream());
  }

  private Optional<Refusal> refusal(QueuedFile file) {
    Deque<Refusal> told = refusals.get(file.sha256());
    return told == null ? Optional.empty() : Optional.ofNullable(told.poll());
  }
}
