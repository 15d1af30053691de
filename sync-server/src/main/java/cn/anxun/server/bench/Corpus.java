package cn.anxun.server.bench;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.SpokenNumber;
import cn.anxun.core.entry.WrittenEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What one inspector writes in a year, in the order of the days: sites, visits, the hazards found
 * there, what became of them, now and then a drill or a training. The same seed and phone give the
 * same bytes.
 */
final class Corpus {
  /** The year in which everything happens: one that is over, so that nothing lies in the future. */
  static final int YEAR = 2025;

  /** The seed of every corpus that is measured. */
  static final long SEED = 20_261_122;

  private static final int DAYS = 365;
  private static final int FIRST_HOUR = 8;
  private static final int MINUTES_OF_WORK = 9 * 60;
  private static final int HASH_BYTES = 32;

  /** So many hazards at least are open or await their review, once there are as many. */
  private static final int OPEN = 30;

  private final int phone;
  private final int size;
  private final Mix mix;
  private final Random random;
  private final Drafts drafts;
  private final DayClock clock = new DayClock();
  private final EntryIds ids;
  private final List<String> sites = new ArrayList<>();
  private final List<Followed> open = new ArrayList<>();
  private final Map<Kind, Integer> counts = new HashMap<>();
  private int written;
  private int numbered;

  /** What the entries are of. */
  enum Mix {
    /** Sites, visits, hazards and what follows on them, drills, training; no papers, no plans. */
    YEAR,
    /** Sites, and the hazards found there; nothing follows on them. */
    HAZARDS
  }

  /** A hazard and what was said of it last. */
  private record Followed(String hazard, String last, boolean rectified) {}

  /**
   * A year's work.
   *
   * @param phone from 0; each writes something else
   * @param size how many entries the year has
   */
  Corpus(long seed, int phone, int size) {
    this(seed, phone, size, Mix.YEAR);
  }

  /** The same, of these entries. */
  Corpus(long seed, int phone, int size, Mix mix) {
    this.mix = mix;
    this.phone = phone;
    this.size = size;
    this.random = new Random(seed * 1_000 + phone);
    this.drafts = new Drafts(random);
    this.ids = new EntryIds(clock, random);
  }

  /** The next entry. */
  WrittenEntry next() {
    written++;
    clock.at = time();
    int what = random.nextInt(100);
    WrittenEntry entry;
    if (sites.isEmpty() || what < 5) {
      entry = opens(drafts.site());
      sites.add(entry.entry().id());
    } else if (mix == Mix.HAZARDS) {
      entry = opens(drafts.hazard(site(), date()));
    } else if (what < 35) {
      entry = opens(drafts.visit(site(), clock.instant()));
    } else if (what < 62 || open.size() < OPEN) {
      entry = opens(drafts.hazard(site(), date()));
      open.add(new Followed(entry.entry().id(), entry.entry().id(), false));
    } else if (what < 95) {
      entry = step(open.remove(random.nextInt(open.size())));
    } else {
      entry = opens(drafts.event());
    }
    counts.merge(entry.entry().kind(), 1, Integer::sum);
    return entry;
  }

  /** The next so many. */
  List<WrittenEntry> next(int count) {
    List<WrittenEntry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(next());
    }
    return entries;
  }

  /** How many entries of this kind there were so far. */
  int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  private String site() {
    return sites.get(random.nextInt(sites.size()));
  }

  private WrittenEntry opens(Drafts.Draft draft) {
    String id = ids.next();
    Fields fields = draft.fields();
    if (draft.numbered()) {
      SpokenNumber number = new SpokenNumber(YEAR, letters(), ++numbered);
      fields = fields.toBuilder().set(RecordFields.NUMBER, number.toString()).build();
    }
    return write(draft.kind(), id, id, null, fields, draft.photographed());
  }

  /** A hazard is put right, and then looked at again; what has passed is not spoken of any more. */
  private WrittenEntry step(Followed followed) {
    String id = ids.next();
    if (followed.rectified()) {
      return write(Reviewed.KIND, id, followed.hazard(), followed.last(), drafts.review(), false);
    }
    open.add(new Followed(followed.hazard(), id, true));
    return write(
        Rectified.KIND, id, followed.hazard(), followed.last(), drafts.rectification(), true);
  }

  private WrittenEntry write(
      Kind kind,
      String id,
      String subject,
      @Nullable String after,
      Fields fields,
      boolean photographed) {
    Header header =
        new Header(
            id,
            subject,
            after,
            clock.instant(),
            date(),
            "inspector-" + phone,
            "bench." + letters(),
            photographed && random.nextBoolean() ? List.of(photo(kind)) : List.of());
    Entry entry = kind.entry(header, fields);
    return EntryJson.write(entry);
  }

  private Attachment photo(Kind kind) {
    byte[] hash = new byte[HASH_BYTES];
    random.nextBytes(hash);
    return new Attachment(
        HexFormat.of().formatHex(hash),
        180_000L + random.nextInt(400_000),
        "image/jpeg",
        kind.equals(Rectified.KIND) ? "after" : "before");
  }

  private String letters() {
    return "K" + SpokenNumber.ALPHABET.charAt(phone % SpokenNumber.ALPHABET.length());
  }

  private LocalDate date() {
    int day = (int) Math.min(DAYS - 1L, (written - 1L) * DAYS / size);
    return LocalDate.of(YEAR, 1, 1).plusDays(day);
  }

  private Instant time() {
    return date()
        .atTime(FIRST_HOUR, 0)
        .plusMinutes(random.nextInt(MINUTES_OF_WORK))
        .plusNanos(random.nextInt(60_000) * 1_000_000L)
        .toInstant(ZoneOffset.ofHours(8));
  }

  /** Says when the entry is written. */
  private static final class DayClock extends Clock {
    private Instant at = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return at;
    }
  }
}
