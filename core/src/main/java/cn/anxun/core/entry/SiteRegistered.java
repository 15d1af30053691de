package cn.anxun.core.entry;

/** 检查对象: a place or firm that is inspected. A small shop may have no credit code. */
public record SiteRegistered(Header header, Fields fields) implements Entry {
  public static final Field<String> NAME = Field.text("name", 120).asRequired();

  /** Unified social credit code, GB 32100-2015; a wrong check digit warns, never blocks. */
  public static final Field<String> CREDIT_CODE = Field.text("credit_code", 18);

  public static final Field<String> ADDRESS = Field.text("address", 200);

  /** 红 橙 黄 蓝. */
  public static final Field<String> RISK_LEVEL = Field.code("risk_level");

  public static final Field<String> CONTACT_NAME = Field.text("contact_name", 40).asPersonal();
  public static final Field<String> CONTACT_PHONE = Field.text("contact_phone", 40).asPersonal();

  public static final Kind KIND =
      Kind.opens(
          "SiteRegistered",
          "site",
          SiteRegistered::new,
          NAME,
          CREDIT_CODE,
          ADDRESS,
          RISK_LEVEL,
          CONTACT_NAME,
          CONTACT_PHONE);

  @Override
  public Kind kind() {
    return KIND;
  }
}
