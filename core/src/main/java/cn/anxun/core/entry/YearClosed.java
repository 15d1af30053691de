package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/** 年度关账: cut-off, engine version, every figure with its records, edition and reason. */
public record YearClosed(Header header, Fields fields) implements Entry {
  public static final Field<Long> YEAR = Field.integer("year").asRequired();
  public static final Field<Long> EDITION = Field.integer("edition").asRequired();
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("YearClosed", "year", YearClosed::new, YEAR, EDITION, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
