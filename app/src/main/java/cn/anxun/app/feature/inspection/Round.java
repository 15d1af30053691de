package cn.anxun.app.feature.inspection;

import cn.anxun.core.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * 今日巡查: what all visits of a day have in common, set once and inherited by each.
 *
 * @param day the day it was last set
 * @param partners the other inspectors' names
 * @param check of the code list {@code inspection-check}
 * @param authority of the code list {@code inspection-authority}
 * @param campaigns 专项行动, any number
 */
record Round(
    LocalDate day, List<String> partners, String check, String authority, List<String> campaigns) {
  static final String ADMINISTRATIVE = "行政检查";

  Round {
    partners = Collections.unmodifiableList(new ArrayList<>(partners));
    campaigns = Collections.unmodifiableList(new ArrayList<>(campaigns));
  }

  /** What nobody has set yet. */
  static Round initial(LocalDate day) {
    return new Round(day, List.of(), "日常", "巡查走访", List.of());
  }

  /** The same, taken over on this day. */
  Round on(LocalDate today) {
    return new Round(today, partners, check, authority, campaigns);
  }

  /** Whether officers must be two, who may issue documents: 行政检查. */
  boolean isAdministrative() {
    return authority.equals(ADMINISTRATIVE);
  }

  Json.Members write() {
    return Json.members()
        .put("day", day.toString())
        .put("partners", Json.texts(partners))
        .put("check", check)
        .put("authority", authority)
        .put("campaigns", Json.texts(campaigns))
        .build();
  }

  static Round read(StoredJson json) {
    return new Round(
        json.date("day"),
        json.texts("partners"),
        json.text("check"),
        json.text("authority"),
        json.texts("campaigns"));
  }
}
