package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/**
 * 年度演练计划, as {@code {"drills": [{"date", "name", "unit"?, "level"?, "hazard"?}, …]}}. A plan too
 * long for one entry goes on under {@code doc/drill-plan/<year>/2}, and so on.
 */
public record DrillPlanRevised(Header header, Fields fields) implements Entry {
  public static final Field<Long> YEAR = Field.integer("year").asRequired();
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("DrillPlanRevised", "drill_plan", DrillPlanRevised::new, YEAR, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
