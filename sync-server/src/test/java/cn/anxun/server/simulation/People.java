package cn.anxun.server.simulation;

import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.server.phone.Phone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What people do on their phones, with what they see there. */
final class People {
  static final int YEAR = 2026;

  private People() {}

  /** Something; null where there was nothing to do it to. */
  static @Nullable WrittenEntry act(Phone phone, Random random) {
    LocalDate day = LocalDate.of(YEAR, 1 + random.nextInt(12), 1 + random.nextInt(28));
    return switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> phone.record(HazardFound.KIND, day, hazard(phone, random));
      case 4, 5 -> follow(phone, random, day, HazardFound.KIND, Rectified.KIND, Fields.NONE);
      case 6, 7 ->
          follow(
              phone,
              random,
              day,
              HazardFound.KIND,
              Reviewed.KIND,
              Fields.builder().set(Reviewed.PASSED, random.nextInt(4) > 0).build());
      case 8, 9 ->
          phone.record(
              DrillHeld.KIND,
              day,
              Fields.builder()
                  .set(DrillHeld.NAME, "演练" + random.nextInt(100))
                  .set(DrillHeld.PARTICIPANTS, (long) random.nextInt(200))
                  .build());
      case 10 -> correct(phone, random, day);
      case 11 -> annul(phone, random, day);
      case 12 ->
          phone.record(
              SiteRegistered.KIND,
              day,
              Fields.builder().set(SiteRegistered.NAME, "企业" + random.nextInt(3)).build());
      default -> merge(phone, random, day);
    };
  }

  private static Fields hazard(Phone phone, Random random) {
    Fields.Builder fields =
        Fields.builder()
            .set(HazardFound.LEVEL, "一般")
            .set(HazardFound.FIXED_ON_THE_SPOT, random.nextInt(5) == 0)
            .set(HazardFound.RESPONSIBLE_PERSON, "张某某");
    pick(phone, random, entry -> entry.entry().kind() == SiteRegistered.KIND)
        .ifPresent(site -> fields.set(RecordFields.SITE, site.entry().subject()));
    return fields.build();
  }

  private static @Nullable WrittenEntry follow(
      Phone phone, Random random, LocalDate day, Kind opened, Kind step, Fields fields) {
    return pick(phone, random, entry -> entry.entry().kind() == opened)
        .map(found -> phone.follow(step, found.entry().subject(), day, fields))
        .orElse(null);
  }

  private static @Nullable WrittenEntry correct(Phone phone, Random random, LocalDate day) {
    return pick(phone, random, entry -> entry.entry().kind() == DrillHeld.KIND)
        .map(
            drill ->
                phone.follow(
                    Corrected.KIND,
                    drill.entry().subject(),
                    day,
                    Fields.builder()
                        .set(Corrected.TARGET, drill.id())
                        .set(Corrected.FIELD, DrillHeld.PARTICIPANTS.name())
                        .set(Corrected.NEW, Json.of(random.nextInt(200)))
                        .build()))
        .orElse(null);
  }

  private static @Nullable WrittenEntry annul(Phone phone, Random random, LocalDate day) {
    return pick(
            phone,
            random,
            entry ->
                entry.entry().kind() == HazardFound.KIND
                    || entry.entry().kind() == DrillHeld.KIND
                    || entry.entry().kind() == Voided.KIND)
        .map(
            target ->
                phone.follow(
                    Voided.KIND,
                    target.entry().subject(),
                    day,
                    Fields.builder()
                        .set(Voided.TARGET, target.id())
                        .set(Voided.REASON, "记错了")
                        .build()))
        .orElse(null);
  }

  private static @Nullable WrittenEntry merge(Phone phone, Random random, LocalDate day) {
    Optional<LedgerEntry> one =
        pick(phone, random, entry -> entry.entry().kind() == SiteRegistered.KIND);
    Optional<LedgerEntry> other =
        pick(phone, random, entry -> entry.entry().kind() == SiteRegistered.KIND);
    if (one.isEmpty() || other.isEmpty() || one.get().id().equals(other.get().id())) {
      return null;
    }
    return phone.follow(
        SiteMerged.KIND,
        one.get().entry().subject(),
        day,
        Fields.builder().set(SiteMerged.INTO, other.get().entry().subject()).build());
  }

  private static Optional<LedgerEntry> pick(
      Phone phone, Random random, Predicate<LedgerEntry> fitting) {
    List<LedgerEntry> fit = new ArrayList<>();
    phone
        .store()
        .scan(
            0,
            Stamp.UNSENT,
            entry -> {
              if (fitting.test(entry)) {
                fit.add(entry);
              }
            });
    return fit.isEmpty() ? Optional.empty() : Optional.of(fit.get(random.nextInt(fit.size())));
  }
}
