package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/** 指标: the indicators with their measures. */
public record IndicatorsDefined(Header header, Fields fields) implements Entry {
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("IndicatorsDefined", "indicators", IndicatorsDefined::new, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
