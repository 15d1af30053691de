package cn.anxun.server.bench;

import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.PublicityHeld;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.TrainingHeld;
import cn.anxun.core.json.Json;
import cn.anxun.core.place.FieldPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** The fields of a {@link Corpus}'s entries. */
final class Drafts {
  private static final String DIVISION = "510303";
  private static final int STREETS = 12;
  private static final int MOST_DAYS = 30;

  private final Random random;
  private final Words words;

  Drafts(Random random) {
    this.random = random;
    this.words = new Words(random);
  }

  /**
   * What a new record says.
   *
   * @param numbered whether it gets a number that people say
   * @param photographed whether it may have a photo
   */
  record Draft(Kind kind, Fields fields, boolean numbered, boolean photographed) {}

  private static Draft numbered(Kind kind, Fields.Builder fields, boolean photographed) {
    return new Draft(kind, fields.build(), true, photographed);
  }

  Draft site() {
    return numbered(
        SiteRegistered.KIND,
        placed()
            .set(SiteRegistered.NAME, words.site())
            .set(SiteRegistered.ADDRESS, words.address())
            .set(SiteRegistered.CONTACT_NAME, words.person())
            .set(SiteRegistered.CONTACT_PHONE, words.phone()),
        false);
  }

  Draft visit(String site, Instant at) {
    Fields.Builder fields =
        placed()
            .set(RecordFields.SITE, site)
            .set(RecordFields.POINT, point(at))
            .set(Inspected.CHECK, words.any("checks"))
            .set(Inspected.AUTHORITY, words.any("authorities"))
            .set(Inspected.INSPECTORS, 2L + random.nextInt(3))
            .set(Inspected.INSPECTOR_NAMES, List.of(words.person(), words.person()))
            .set(Inspected.RESULT, words.any("results"));
    if (random.nextInt(3) == 0) {
      fields.set(Inspected.CHECKLIST, checklist());
    }
    if (random.nextBoolean()) {
      fields.set(RecordFields.NOTE, words.any("remarks"));
    }
    return numbered(Inspected.KIND, fields, false);
  }

  Draft hazard(String site, LocalDate found) {
    boolean fixed = random.nextInt(5) == 0;
    Fields.Builder fields =
        placed()
            .set(RecordFields.SITE, site)
            .set(HazardFound.DESCRIPTION, description())
            .set(HazardFound.CATEGORY, words.any("categories"))
            .set(HazardFound.LEVEL, random.nextInt(50) == 0 ? "重大" : "一般")
            .set(HazardFound.SOURCE, "政府检查")
            .set(HazardFound.LEGAL_BASIS, words.any("laws"))
            .set(HazardFound.FIXED_ON_THE_SPOT, fixed)
            .set(HazardFound.RESPONSIBLE_PERSON, words.person());
    if (!fixed) {
      fields.set(HazardFound.DEADLINE, found.plusDays(1 + random.nextInt(MOST_DAYS)));
    }
    return numbered(HazardFound.KIND, fields, true);
  }

  private String description() {
    return words.any("places")
        + words.any("defects")
        + "，共"
        + (1 + random.nextInt(9))
        + "处；"
        + words.any("demands");
  }

  Fields rectification() {
    return Fields.builder()
        .set(Rectified.MEASURES_TAKEN, words.any("places") + words.any("measures"))
        .set(Rectified.COST_YUAN, BigDecimal.valueOf(random.nextInt(80) * 50L))
        .build();
  }

  Fields review() {
    return Fields.builder()
        .set(Reviewed.PASSED, true)
        .set(Reviewed.OPINION, words.any("opinions"))
        .build();
  }

  /** A drill, a training or an hour of publicity. */
  Draft event() {
    return switch (random.nextInt(3)) {
      case 0 ->
          numbered(
              DrillHeld.KIND,
              placed()
                  .set(DrillHeld.NAME, words.site() + words.any("drills"))
                  .set(DrillHeld.LEVEL, words.any("drill_levels"))
                  .set(DrillHeld.FORM, words.any("drill_forms"))
                  .set(DrillHeld.PARTICIPANTS, 10L + random.nextInt(200)),
              false);
      case 1 ->
          numbered(
              TrainingHeld.KIND,
              placed()
                  .set(TrainingHeld.NAME, words.any("trainings"))
                  .set(TrainingHeld.AUDIENCE, words.any("audiences"))
                  .set(TrainingHeld.SESSIONS, 1L)
                  .set(TrainingHeld.ATTENDEES, 15L + random.nextInt(120)),
              false);
      default ->
          new Draft(
              PublicityHeld.KIND,
              placed()
                  .set(PublicityHeld.NAME, words.any("publicity"))
                  .set(PublicityHeld.ACTIVITY, words.any("activities"))
                  .set(PublicityHeld.MATERIALS, 50L + random.nextInt(900))
                  .build(),
              false,
              false);
    };
  }

  private Fields.Builder placed() {
    return Fields.builder()
        .set(RecordFields.UNIT, words.any("units"))
        .set(RecordFields.DIVISION, DIVISION + String.format("%03d", 1 + random.nextInt(STREETS)))
        .set(RecordFields.INDUSTRY, words.any("industries"));
  }

  private Json point(Instant at) {
    return new FieldPoint(
            29.3 + random.nextDouble() / 10,
            104.7 + random.nextDouble() / 10,
            3 + random.nextInt(30),
            at,
            "gps",
            false)
        .json();
  }

  private Json checklist() {
    Json.MembersBuilder answers = Json.members();
    Words.all("items").forEach(item -> answers.put(item, words.any("answers")));
    return answers.build();
  }
}
