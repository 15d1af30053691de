package cn.anxun.core.sync;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Hazards as one inspector records them; the same ones in every run. */
public final class Records {
  public static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final String author;
  private final String device;
  private final EntryIds ids;

  public Records(String author, String device) {
    this.author = author;
    this.device = device;
    ids = new EntryIds(CLOCK, new Random(device.hashCode()));
  }

  /** A hazard with a personal part. */
  public WrittenEntry hazard(String note) {
    return hazard(ids.next(), note);
  }

  /** A hazard under this id, for one that is edited. */
  public WrittenEntry hazard(String id, String note) {
    Fields fields =
        Fields.builder()
            .set(HazardFound.LEVEL, "一般")
            .set(RecordFields.NOTE, note)
            .set(HazardFound.RESPONSIBLE_PERSON, "张某某")
            .build();
    return EntryJson.write(new HazardFound(header(id, id), fields));
  }

  public List<WrittenEntry> hazards(int count) {
    List<WrittenEntry> hazards = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      hazards.add(hazard("第" + i + "条"));
    }
    return hazards;
  }

  public Header header(String id, String subject) {
    return new Header(id, subject, null, NOW, LocalDate.of(2026, 3, 2), author, device, List.of());
  }

  public String nextId() {
    return ids.next();
  }

  public Stamp unsent() {
    return Stamp.unsent(author, Role.INSPECTOR, device, NOW);
  }

  /** The stamp a server gives. */
  public Stamp stamp(long seq) {
    return new Stamp(seq, author, Role.INSPECTOR, device, NOW.plusSeconds(seq));
  }
}
