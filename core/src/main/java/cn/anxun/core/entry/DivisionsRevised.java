package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/**
 * 行政区划 with the dates between which each code holds, as {@code {"divisions": [{"code", "name",
 * "from"?, "until"?}, …]}}. A list too long for one entry goes on under {@code doc/divisions/2},
 * and so on.
 */
public record DivisionsRevised(Header header, Fields fields) implements Entry {
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("DivisionsRevised", "divisions", DivisionsRevised::new, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
