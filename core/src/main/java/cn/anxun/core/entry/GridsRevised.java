package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/** 网格. */
public record GridsRevised(Header header, Fields fields) implements Entry {
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("GridsRevised", "grids", GridsRevised::new, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
