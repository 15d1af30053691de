package cn.anxun.server.storage;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Entries for tests, the same in every run. */
public final class SampleEntries {
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-05T02:03:04.567Z"), ZoneOffset.UTC);
  public static final Pusher INSPECTOR = new Pusher("zhang", Role.INSPECTOR, "demo.A");
  public static final Pusher OFFICE = new Pusher("office", Role.OFFICE, "demo.B");
  public static final LocalDate DAY = LocalDate.of(2026, 3, 5);

  private final EntryIds ids;

  public SampleEntries() {
    this(1);
  }

  public SampleEntries(long seed) {
    ids = new EntryIds(CLOCK, new Random(seed));
  }

  public Header opening(LocalDate date) {
    String id = ids.next();
    return new Header(id, id, null, CLOCK.instant(), date, "zhang", "demo.A", List.of());
  }

  public Header next(String subject, @Nullable String after, LocalDate date) {
    return new Header(
        ids.next(), subject, after, CLOCK.instant(), date, "zhang", "demo.A", List.of());
  }

  public HazardFound hazard(LocalDate date) {
    return new HazardFound(
        opening(date),
        Fields.builder()
            .set(HazardFound.DESCRIPTION, "疏散通道堆放杂物")
            .set(HazardFound.LEVEL, "一般")
            .set(HazardFound.DEADLINE, date.plusDays(15))
            .set(HazardFound.RESPONSIBLE_PERSON, "李某")
            .build());
  }

  public HazardFound hazard() {
    return hazard(DAY);
  }

  public DrillHeld drill(LocalDate date, long participants) {
    return new DrillHeld(
        opening(date), Fields.builder().set(DrillHeld.PARTICIPANTS, participants).build());
  }

  public Rectified rectified(Entry hazard, LocalDate date) {
    return new Rectified(
        next(hazard.subject(), hazard.id(), date),
        Fields.builder().set(Rectified.MEASURES_TAKEN, "已清理").build());
  }

  public Reviewed reviewed(Entry rectified, LocalDate date) {
    return new Reviewed(
        next(rectified.subject(), rectified.id(), date),
        Fields.builder().set(Reviewed.PASSED, true).build());
  }

  public Redacted redacted(Entry target) {
    return new Redacted(
        next(target.subject(), target.id(), DAY),
        Fields.builder().set(Redacted.TARGET, target.id()).set(Redacted.REASON, "当事人申请").build());
  }

  public Corrected corrected(Entry target, String field, Json value) {
    return new Corrected(
        next(target.subject(), target.id(), DAY),
        Fields.builder()
            .set(Corrected.TARGET, target.id())
            .set(Corrected.FIELD, field)
            .set(Corrected.NEW, value)
            .build());
  }

  public SiteRegistered site(String name) {
    return new SiteRegistered(
        opening(DAY), Fields.builder().set(SiteRegistered.NAME, name).build());
  }

  public Inspected inspection(Entry site, LocalDate date) {
    return new Inspected(
        opening(date), Fields.builder().set(RecordFields.SITE, site.subject()).build());
  }

  /** The first site is the second. */
  public SiteMerged merged(Entry site, Entry into) {
    return new SiteMerged(
        next(site.subject(), site.id(), DAY),
        Fields.builder().set(SiteMerged.INTO, into.subject()).build());
  }

  /** A drill with one photo. */
  public DrillHeld drillWithPhoto(LocalDate date, String sha256) {
    String id = ids.next();
    Attachment photo = new Attachment(sha256, 1_000, "image/jpeg", "evidence");
    Header header =
        new Header(id, id, null, CLOCK.instant(), date, "zhang", "demo.A", List.of(photo));
    return new DrillHeld(header, Fields.builder().set(DrillHeld.PARTICIPANTS, 10).build());
  }

  public Voided voided(Entry target) {
    return new Voided(
        next(target.subject(), target.id(), DAY),
        Fields.builder().set(Voided.TARGET, target.id()).set(Voided.REASON, "重复登记").build());
  }

  public static byte[] bytes(Entry entry) {
    return EntryJson.write(entry).bytes();
  }

  public static List<byte[]> bytes(List<? extends Entry> entries) {
    List<byte[]> all = new ArrayList<>();
    for (Entry entry : entries) {
      all.add(bytes(entry));
    }
    return all;
  }

  /** As many drills, each with ten people. */
  public List<DrillHeld> drills(int count) {
    List<DrillHeld> drills = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drills.add(drill(DAY, 10));
    }
    return drills;
  }
}
