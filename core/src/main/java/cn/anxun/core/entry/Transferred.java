package cn.anxun.core.entry;

/** 移送: handed to the body that has the authority. It stays open here until reviewed. */
public record Transferred(Header header, Fields fields) implements Entry {
  public static final Field<String> TO = Field.text("to", 120).asRequired();
  public static final Field<String> REASON = Field.text("reason", 400);
  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60);

  public static final Kind KIND =
      Kind.step("Transferred", "hazard", Transferred::new, TO, REASON, DOCUMENT_NO);

  @Override
  public Kind kind() {
    return KIND;
  }
}
