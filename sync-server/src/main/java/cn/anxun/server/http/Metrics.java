package cn.anxun.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts since the start, in the text format that Prometheus reads. */
public final class Metrics {
  private static final Set<String> WATCHERS = Set.of("/healthz", "/metrics", "/live");

  private final InstantSource clock;
  private final Instant startedAt;
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
  private volatile @Nullable Instant lastRequest;

  public Metrics(InstantSource clock) {
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /** When somebody last asked for something; not what watches over the server. */
  public Optional<Instant> lastRequest() {
    return Optional.ofNullable(lastRequest);
  }

  void started(String path) {
    if (!WATCHERS.contains(path)) {
      lastRequest = clock.instant();
    }
    add("anxun_requests_started_total", 1);
  }

  void answered(String method, String route, int status, Duration took) {
    String labels = "{method=\"" + method + "\",route=\"" + route + "\",status=\"" + status + "\"}";
    add("anxun_requests_total" + labels, 1);
    add("anxun_request_milliseconds_total" + labels, took.toMillis());
  }

  /** Counts receipts by verdict: accepted, deferred, rejected, held. */
  public void receipt(String verdict) {
    add("anxun_receipts_total{verdict=\"" + verdict + "\"}", 1);
  }

  /** Counts files by what became of them: stored, or the reason of a refusal. */
  public void file(String outcome) {
    add("anxun_files_total{outcome=\"" + outcome + "\"}", 1);
  }

  /** Counts bytes of files that came, those of parts among them. */
  public void fileBytes(long count) {
    add("anxun_file_bytes_total", count);
  }

  private void add(String series, long count) {
    counts.computeIfAbsent(series, key -> new LongAdder()).add(count);
  }

  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("anxun_uptime_seconds ")
        .append(Duration.between(startedAt, clock.instant()).toSeconds())
        .append('\n');
    counts.forEach(
        (series, count) -> text.append(series).append(' ').append(count.sum()).append('\n'));
    return text.toString();
  }
}
