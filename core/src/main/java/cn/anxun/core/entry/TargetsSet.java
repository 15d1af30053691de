package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/** 年度目标 of a form, frozen as of the business date. */
public record TargetsSet(Header header, Fields fields) implements Entry {
  public static final Field<Long> YEAR = Field.integer("year").asRequired();
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("TargetsSet", "targets", TargetsSet::new, YEAR, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
