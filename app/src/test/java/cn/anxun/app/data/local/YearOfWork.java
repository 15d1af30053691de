package cn.anxun.app.data.local;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a bureau records in 2026, for benchmarks: always the same. */
public final class YearOfWork {
  private static final long DAYS = 365;

  private final EntryIds ids = new EntryIds(Records.CLOCK, new Random(3));
  private final List<LedgerEntry> entries = new ArrayList<>();

  private YearOfWork() {}

  /** So many entries, with the stamps that the server gave them. */
  public static List<LedgerEntry> of(int size) {
    return new YearOfWork().fill(size).entries;
  }

  /** A year's mixture: of ten entries one site, two visits, four hazards, two steps, one review. */
  private YearOfWork fill(int size) {
    Random random = new Random(9);
    List<String> sites = new ArrayList<>();
    List<String> hazards = new ArrayList<>();
    while (entries.size() < size) {
      int place = entries.size() % 10;
      LocalDate date = LocalDate.of(2026, 1, 1).plusDays(entries.size() * DAYS / size);
      if (place == 0) {
        sites.add(add(null, date, site(sites.size())));
      } else if (place < 3) {
        add(null, date, at(sites, random).build());
      } else if (place < 7) {
        hazards.add(add(null, date, hazard(at(sites, random), date)));
      } else {
        String hazard =
            hazards.get(hazards.size() - 1 - random.nextInt(Math.min(40, hazards.size())));
        add(hazard, date, Fields.NONE);
      }
    }
    return this;
  }

  private String add(@Nullable String subject, LocalDate date, Fields fields) {
    int place = entries.size() % 10;
    String id = ids.next();
    Header header =
        new Header(
            id,
            subject == null ? id : subject,
            null,
            Records.NOW,
            date,
            "li",
            "phone-1",
            List.of());
    Entry entry;
    if (place == 0) {
      entry = new SiteRegistered(header, fields);
    } else if (place < 3) {
      entry = new Inspected(header, fields);
    } else if (place < 7) {
      entry = new HazardFound(header, fields);
    } else if (place < 9) {
      entry = new Rectified(header, fields);
    } else {
      entry = new Reviewed(header, Fields.builder().set(Reviewed.PASSED, true).build());
    }
    entries.add(
        new LedgerEntry(
            EntryJson.write(entry),
            new Stamp(entries.size() + 1L, "li", Role.INSPECTOR, "phone-1", Records.NOW)));
    return id;
  }

  private static Fields site(int number) {
    return Fields.builder()
        .set(SiteRegistered.NAME, "兴隆超市第" + number + "分店")
        .set(SiteRegistered.ADDRESS, "云梦路" + number + "号")
        .set(RecordFields.NUMBER, "26-K3-" + number)
        .set(RecordFields.DIVISION, "430602003")
        .set(RecordFields.INDUSTRY, "商贸")
        .build();
  }

  private static Fields.Builder at(List<String> sites, Random random) {
    return Fields.builder()
        .set(RecordFields.SITE, sites.get(random.nextInt(sites.size())))
        .set(RecordFields.DIVISION, "430602003")
        .set(RecordFields.INDUSTRY, "商贸")
        .set(RecordFields.UNIT, "洛王街道");
  }

  private static Fields hazard(Fields.Builder fields, LocalDate date) {
    return fields
        .set(HazardFound.DESCRIPTION, "灭火器压力不足，未及时更换；安全出口被货物堵塞")
        .set(HazardFound.CATEGORY, "消防")
        .set(HazardFound.LEVEL, "一般")
        .set(HazardFound.LEGAL_BASIS, "《中华人民共和国消防法》第十六条")
        .set(HazardFound.DEADLINE, date.plusDays(7))
        .set(HazardFound.RESPONSIBLE_PERSON, "张某某")
        .build();
  }
}
