package cn.anxun.core.ledger;

import cn.anxun.core.entry.Attached;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A ledger that tests write line by line. Each entry follows the last of its subject. */
public final class TestLedger {
  private static final Instant AT = Instant.parse("2023-06-01T00:00:00Z");

  private final InMemoryLedgerStore store = new InMemoryLedgerStore();
  private final EntryIds ids = new EntryIds(Clock.fixed(AT, ZoneOffset.UTC), new Random(7));
  private final Map<String, String> last = new HashMap<>();
  private String author = "li";
  private Role role = Role.INSPECTOR;
  private long seq;

  /** Who speaks from here on. */
  public TestLedger by(String account, Role as) {
    author = account;
    role = as;
    return this;
  }

  /** Opens a record; its subject is the id that comes back. */
  public String open(Kind kind, String date, Object... fields) {
    String id = ids.next();
    keep(id, kind, id, null, date, fields(fields));
    return id;
  }

  /** Adds to a record after its last entry. */
  public String add(Kind kind, String subject, String date, Object... fields) {
    return addAfter(last.get(subject), kind, subject, date, fields);
  }

  /** Adds to a record by one who had seen no more than this entry. */
  public String addAfter(String after, Kind kind, String subject, String date, Object... fields) {
    String id = ids.next();
    keep(id, kind, subject, after, date, fields(fields));
    return id;
  }

  /** Attaches a file of this role to a record after its last entry. */
  public String attaches(String subject, String role) {
    String id = ids.next();
    Attachment file = new Attachment("0f".repeat(32), 1, "image/jpeg", role);
    String before = last.get(subject);
    keep(id, Attached.KIND, subject, before, "2026-03-03", fields(), List.of(file));
    return id;
  }

  public String voids(String subject, String target) {
    return add(Voided.KIND, subject, "2023-06-01", "target", target, "reason", "mistaken");
  }

  public String corrects(String subject, String target, String field, Object value) {
    return add(
        Corrected.KIND, subject, "2023-06-01", "target", target, "field", field, "new", value);
  }

  public String correctsAfter(
      String after, String subject, String target, String field, Object value) {
    return addAfter(
        after,
        Corrected.KIND,
        subject,
        "2023-06-01",
        "target",
        target,
        "field",
        field,
        "new",
        value);
  }

  /** Keeps an entry of which everything is said. */
  public void keep(
      String id, Kind kind, String subject, String after, String date, Object... fields) {
    keep(id, kind, subject, after, date, fields(fields));
  }

  private void keep(
      String id, Kind kind, String subject, String after, String date, Fields fields) {
    keep(id, kind, subject, after, date, fields, List.of());
  }

  private void keep(
      String id,
      Kind kind,
      String subject,
      String after,
      String date,
      Fields fields,
      List<Attachment> files) {
    Header header =
        new Header(id, subject, after, AT, LocalDate.parse(date), author, "phone", files);
    store.put(
        List.of(
            new LedgerEntry(
                EntryJson.write(kind.entry(header, fields)),
                new Stamp(++seq, author, role, "phone", AT))));
    last.put(subject, id);
  }

  /** An id that no entry of the ledger has by itself; greater numbers sort later. */
  public static String id(int number) {
    return String.format(Locale.ROOT, "00000000-0000-7000-8000-%012d", number);
  }

  /** The seq of the last entry. */
  public long seq() {
    return seq;
  }

  public InMemoryLedgerStore store() {
    return store;
  }

  /** Every entry by seq. */
  public List<LedgerEntry> entries() {
    List<LedgerEntry> entries = new ArrayList<>();
    store.scan(0, Stamp.UNSENT, entries::add);
    return entries;
  }

  /** The same entries as a server stamps them that gets them in this order. */
  public static InMemoryLedgerStore arrived(List<LedgerEntry> order) {
    List<LedgerEntry> stamped = new ArrayList<>();
    long seq = 0;
    for (LedgerEntry entry : order) {
      stamped.add(restamped(entry, ++seq));
    }
    InMemoryLedgerStore arrived = new InMemoryLedgerStore();
    arrived.put(stamped);
    return arrived;
  }

  /** The entry as it would be at another place in the ledger. */
  public static LedgerEntry restamped(LedgerEntry entry, long seq) {
    Stamp stamp = entry.stamp();
    return new LedgerEntry(
        entry.written(), new Stamp(seq, stamp.author(), stamp.role(), stamp.device(), stamp.at()));
  }

  /** Fields by name and value in turn: texts, numbers, flags, lists of texts or JSON. */
  public static Fields fields(Object... namesAndValues) {
    Fields.Builder fields = Fields.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.raw((String) namesAndValues[i], json(namesAndValues[i + 1]));
    }
    return fields.build();
  }

  /** The JSON of a Java value; null for null. */
  public static Json json(Object value) {
    if (value == null || value instanceof Json) {
      return (Json) value;
    } else if (value instanceof String text) {
      return Json.of(text);
    } else if (value instanceof Boolean flag) {
      return Json.of(flag);
    } else if (value instanceof BigDecimal number) {
      return Json.of(number);
    } else if (value instanceof Number number) {
      return Json.of(number.longValue());
    } else if (value instanceof List<?> list) {
      return Json.texts(list.stream().map(String.class::cast).toList());
    }
    throw new IllegalArgumentException("no JSON for " + value.getClass());
  }
}
