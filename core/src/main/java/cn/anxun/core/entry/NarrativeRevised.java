package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/**
 * 自评报告: the outline and sentences of a year's reports with placeholders, or the report on one form
 * as the office wrote it ({@link Documents#narrative}).
 */
public record NarrativeRevised(Header header, Fields fields) implements Entry {
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("NarrativeRevised", "narrative", NarrativeRevised::new, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
