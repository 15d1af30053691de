package cn.anxun.app.photo;

import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.setting.Settings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.inject.Inject;

/**
 * Lets photos go that nothing names any more: dropped from a form or the tray, or written by a
 * process that was killed before it had said what the file is. A photo goes that no entry, sent or
 * not, withdrawn or refused, and no draft has named in two looks a day apart, so that whatever can
 * still be undone finds its photos. What the server has is no matter of this.
 */
public final class PhotoSweep {
  /** The setting: a line for each photo that nothing names, its hash and since when. */
  static final String UNNAMED = "photos.unnamed";

  static final Duration KEPT = Duration.ofDays(1);

  private final PhotoStore photos;
  private final PhotoTable table;
  private final Settings settings;
  private final Clock clock;

  @Inject
  public PhotoSweep(PhotoStore photos, PhotoTable table, Settings settings, Clock clock) {
    this.photos = photos;
    this.table = table;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Looks once.
   *
   * @return how many files went
   * @throws IOException where the disk fails; what is left goes the next time
   */
  public int sweep() throws IOException {
    Instant now = clock.instant();
    Instant before = now.minus(KEPT);
    Map<String, Instant> known = read();
    Map<String, Instant> next = new LinkedHashMap<>();
    int gone = 0;
    for (String sha256 : table.listUnnamed(before.toEpochMilli())) {
      Instant since = known.getOrDefault(sha256, now);
      if (!since.isAfter(before) && photos.drop(sha256, before)) {
        gone++;
      } else {
        // A clock that was set back makes it stay for longer.
        next.put(sha256, since.isAfter(now) ? now : since);
      }
    }
    if (!next.equals(known)) {
      settings.put(UNNAMED, write(next));
    }
    return gone + photos.dropStrays(before);
  }

  private Map<String, Instant> read() {
    Map<String, Instant> known = new LinkedHashMap<>();
    for (String line : settings.find(UNNAMED).orElse("").split("\n", -1)) {
      String[] parts = line.split(" ", -1);
      if (parts.length == 2 && parts[1].matches("\\d{1,15}")) {
        known.put(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])));
      }
    }
    return known;
  }

  private static String write(Map<String, Instant> unnamed) {
    StringBuilder text = new StringBuilder();
    unnamed.forEach(
        (sha256, since) ->
            text.append(sha256).append(' ').append(since.toEpochMilli()).append('\n'));
    return text.toString();
  }
}
