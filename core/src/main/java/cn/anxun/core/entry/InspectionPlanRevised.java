package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/**
 * 年度检查计划: the planned sites, as {@code {"sites": [subject of a site, …]}}. A plan too long for one
 * entry goes on under {@code doc/inspection-plan/<year>/2}, and so on; its parts hold together.
 */
public record InspectionPlanRevised(Header header, Fields fields) implements Entry {
  public static final Field<Long> YEAR = Field.integer("year").asRequired();
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document(
          "InspectionPlanRevised", "inspection_plan", InspectionPlanRevised::new, YEAR, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
