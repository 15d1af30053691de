package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/** Rows of a form that do not come from the ledger, with a note of their evidence. */
public record TypedRowsEntered(Header header, Fields fields) implements Entry {
  public static final Field<Long> YEAR = Field.integer("year").asRequired();
  public static final Field<String> FORM = Field.text("form", 120).asRequired();
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("TypedRowsEntered", "typed_rows", TypedRowsEntered::new, YEAR, FORM, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
