package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/**
 * 码表: the bureau's own revision of a list, whole, as {@code {"items": [{"value", "en"?, "parent"?,
 * "withdrawn"?}, …]}}. A value is what stands in entries.
 */
public record CodeListRevised(Header header, Fields fields) implements Entry {
  public static final Field<String> LIST = Field.text("list", 64).asRequired();
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("CodeListRevised", "code_list", CodeListRevised::new, LIST, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
