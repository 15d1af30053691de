package cn.anxun.core.entry;

/** 调整 of one frozen target; both values are printed. */
public record TargetAdjusted(Header header, Fields fields) implements Entry {
  public static final Field<Long> YEAR = Field.integer("year").asRequired();
  public static final Field<String> FORM = Field.text("form", 120).asRequired();
  public static final Field<String> ROW = Field.text("row", 200).asRequired();
  public static final Field<String> TARGET = Field.text("target", 200).asRequired();
  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60).asRequired();
  public static final Field<String> REASON = Field.text("reason", 400).asRequired();

  public static final Kind KIND =
      Kind.document(
          "TargetAdjusted",
          "targets",
          TargetAdjusted::new,
          YEAR,
          FORM,
          ROW,
          TARGET,
          DOCUMENT_NO,
          REASON);

  @Override
  public Kind kind() {
    return KIND;
  }
}
