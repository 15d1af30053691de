package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/** A form template, or the bureau's own form made from one. */
public record FormDefined(Header header, Fields fields) implements Entry {
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND = Kind.document("FormDefined", "form", FormDefined::new, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
