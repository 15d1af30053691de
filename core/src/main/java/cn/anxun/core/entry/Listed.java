package cn.anxun.core.entry;

/** 挂牌督办, by a supervisor or above; an inspector's is a proposal. */
public record Listed(Header header, Fields fields) implements Entry {

  /** The body that supervises it. */
  public static final Field<String> AUTHORITY = Field.text("authority", 120);

  /** 区 市 省 国家. */
  public static final Field<String> AUTHORITY_LEVEL = Field.code("authority_level");

  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60);

  public static final Kind KIND =
      Kind.step("Listed", "hazard", Listed::new, AUTHORITY, AUTHORITY_LEVEL, DOCUMENT_NO)
          .reservedFor(Kind.Right.DECIDE);

  @Override
  public Kind kind() {
    return KIND;
  }
}
