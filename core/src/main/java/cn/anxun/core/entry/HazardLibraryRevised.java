package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/** 隐患库: ready texts with category, level, basis and deadline. */
public record HazardLibraryRevised(Header header, Fields fields) implements Entry {
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("HazardLibraryRevised", "hazard_library", HazardLibraryRevised::new, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
