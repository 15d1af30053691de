package cn.anxun.core.entry;

import java.util.List;

/** 通报: made known to units, of 一单四制. */
public record Circulated(Header header, Fields fields) implements Entry {
  public static final Field<List<String>> TO_UNITS = Field.codes("to_units");
  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60);
  public static final Field<String> CONTENT = Field.text("content", 2000);

  public static final Kind KIND =
      Kind.step("Circulated", Kind.ANY, Circulated::new, TO_UNITS, DOCUMENT_NO, CONTENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
