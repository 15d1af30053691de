package cn.anxun.core.entry;

import cn.anxun.core.json.Json;

/** 预算 of a form: initial, full year, spent, in 万元. */
public record BudgetSet(Header header, Fields fields) implements Entry {
  public static final Field<Long> YEAR = Field.integer("year").asRequired();
  public static final Field<String> FORM = Field.text("form", 120).asRequired();
  public static final Field<Json> DOCUMENT = Field.document("document").asRequired();

  public static final Kind KIND =
      Kind.document("BudgetSet", "budget", BudgetSet::new, YEAR, FORM, DOCUMENT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
