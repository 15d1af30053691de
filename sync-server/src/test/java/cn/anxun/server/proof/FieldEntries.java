package cn.anxun.server.proof;

import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Enrolment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What an inspector writes all day: hazards, what became of them, a drill now and then. */
final class FieldEntries {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final Enrolment enrolment;
  private final Random random;
  private final EntryIds ids;
  private int written;
  private @Nullable Entry open;

  FieldEntries(Enrolment enrolment, Random random) {
    this.enrolment = enrolment;
    this.random = random;
    this.ids = new EntryIds(CLOCK, random);
  }

  WrittenEntry next() {
    written++;
    Entry hazard = open;
    if (hazard != null && random.nextInt(3) > 0) {
      open = null;
      return checked(
          new Rectified(
              header(ids.next(), hazard.subject(), hazard.id()),
              Fields.builder().set(Rectified.MEASURES_TAKEN, "已清理").build()));
    }
    String id = ids.next();
    if (random.nextInt(5) == 0) {
      return checked(
          new DrillHeld(
              header(id, id, null), Fields.builder().set(DrillHeld.PARTICIPANTS, 20L).build()));
    }
    HazardFound found =
        new HazardFound(
            header(id, id, null),
            Fields.builder()
                .set(HazardFound.DESCRIPTION, "疏散通道堆放杂物，第" + written + "处")
                .set(HazardFound.LEVEL, "一般")
                .set(HazardFound.RESPONSIBLE_PERSON, "张某某")
                .set(RecordFields.NOTE, "杂".repeat(random.nextInt(60)))
                .build());
    open = found;
    return checked(found);
  }

  private Header header(String id, String subject, @Nullable String after) {
    return new Header(
        id,
        subject,
        after,
        CLOCK.instant(),
        DAY.plusDays(random.nextInt(200)),
        enrolment.account(),
        enrolment.device(),
        List.of());
  }

  private static WrittenEntry checked(Entry entry) {
    try {
      return EntryJson.read(EntryJson.write(entry).bytes());
    } catch (EntryRejectedException e) {
      throw new IllegalStateException(e);
    }
  }
}
