package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/** 文书模板: the wording, numbers and default deadlines of the bureau's papers. */
public record PapersRevised(Header header, Fields fields) implements Entry {
  /** Of the form that {@code PaperTemplates} reads. */
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("PapersRevised", "papers", PapersRevised::new, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
