package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/**
 * Which cells of a finance bureau's own file stand for which values. The subject names the layout
 * of its texts ({@link Documents#ties}), so that next year's file is known again.
 */
public record TemplateTied(Header header, Fields fields) implements Entry {
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("TemplateTied", "ties", TemplateTied::new, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
