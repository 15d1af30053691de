package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/** 年度检查计划: the planned sites. */
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
