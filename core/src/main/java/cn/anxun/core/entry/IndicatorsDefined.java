package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/**
 * 指标: the bureau's own indicators, which add to the shipped ones or replace them by id, as {@code
 * {"indicators": [{"id", "name", "measure", "unit", "direction"}, …]}}.
 */
public record IndicatorsDefined(Header header, Fields fields) implements Entry {
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("IndicatorsDefined", "indicators", IndicatorsDefined::new, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
