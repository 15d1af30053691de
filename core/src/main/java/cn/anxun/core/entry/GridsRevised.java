package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/**
 * 网格, as {@code {"grids": [{"code", "name"}, …]}}: the code goes on from its community's division
 * code. A list too long for one entry goes on under {@code doc/grids/2}, and so on.
 */
public record GridsRevised(Header header, Fields fields) implements Entry {
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("GridsRevised", "grids", GridsRevised::new, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
