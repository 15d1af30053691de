package cn.anxun.core.sync.file;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link FileQueue} and the files themselves, for tests. */
final class InMemoryFileQueue implements FileQueue, FileContents {
  private record Row(QueuedFile file, Instant nextAttempt) {}

  private final Map<String, Row> waiting = new LinkedHashMap<>();
  private final Map<String, byte[]> bytes = new LinkedHashMap<>();
  private final Map<String, FileProblem> problems = new LinkedHashMap<>();
  private final List<String> stored = new ArrayList<>();
  private int failures;

  void add(String sha256, byte[] content) {
    waiting.put(
        sha256, new Row(new QueuedFile(sha256, content.length, "image/jpeg", 0, 0), Instant.EPOCH));
    bytes.put(sha256, content);
  }

  /** What lies there is another thing now, or nothing. */
  void damage(String sha256, Optional<byte[]> content) {
    bytes.remove(sha256);
    content.ifPresent(now -> bytes.put(sha256, now));
  }

  List<String> stored() {
    return stored;
  }

  Map<String, FileProblem> problems() {
    return problems;
  }

  @Override
  public InputStream open(String sha256) throws UnreadableFileException {
    byte[] content = bytes.get(sha256);
    if (content == null) {
      throw new UnreadableFileException(UnreadableFileException.Reason.MISSING, sha256);
    }
    return new ByteArrayInputStream(content);
  }

  @Override
  public List<QueuedFile> listDue(Instant now, int limit) {
    List<QueuedFile> due = new ArrayList<>();
    for (Row row : waiting.values()) {
      if (!row.nextAttempt().isAfter(now) && due.size() < limit) {
        due.add(row.file());
      }
    }
    return due;
  }

  @Override
  public Optional<Instant> findNextAttempt(Instant now) {
    return waiting.values().stream()
        .map(Row::nextAttempt)
        .filter(now::isBefore)
        .min(Instant::compareTo);
  }

  @Override
  public FileTotals totals() {
    long all = 0;
    long sent = 0;
    for (Row row : waiting.values()) {
      all += row.file().bytes();
      sent += row.file().sent();
    }
    return new FileTotals(waiting.size(), all, sent);
  }

  @Override
  public void reached(String sha256, long sent) {
    Row row = waiting.get(sha256);
    QueuedFile file = row.file();
    waiting.put(
        sha256,
        new Row(
            new QueuedFile(sha256, file.bytes(), file.type(), sent, file.failures()),
            row.nextAttempt()));
  }

  @Override
  public void stored(String sha256, Instant at) {
    waiting.remove(sha256);
    stored.add(sha256);
  }

  @Override
  public void failed(String sha256, int count, Instant nextAttempt) {
    QueuedFile file = waiting.get(sha256).file();
    waiting.put(
        sha256,
        new Row(
            new QueuedFile(sha256, file.bytes(), file.type(), file.sent(), count), nextAttempt));
  }

  @Override
  public void quarantine(String sha256, FileProblem problem) {
    waiting.remove(sha256);
    problems.put(sha256, problem);
  }

  @Override
  public int failures() {
    return failures;
  }

  @Override
  public void keepFailures(int count) {
    failures = count;
  }
}
