package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/**
 * 单位: streets, departments, committees, parks, as {@code {"units": [{"code", "name"}, …]}}; the
 * code is what records have in their unit fields. A list too long for one entry goes on under
 * {@code doc/units/2}, and so on.
 */
public record UnitsRevised(Header header, Fields fields) implements Entry {
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("UnitsRevised", "units", UnitsRevised::new, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
