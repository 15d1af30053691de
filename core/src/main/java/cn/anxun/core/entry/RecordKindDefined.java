package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/**
 * A kind of record that the office adds, as {@code {"name", "label", "fields": [{"name", "label",
 * "type", "list"?}, …]}} with up to six fields.
 */
public record RecordKindDefined(Header header, Fields fields) implements Entry {
  public static final Field<String> NAME = Field.text("name", 64).asRequired();
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("RecordKindDefined", "record_kind", RecordKindDefined::new, NAME, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
