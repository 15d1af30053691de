package cn.anxun.core.entry;

/** 手机规则: what the bureau wants of its phones. A rule that is absent leaves it to each person. */
public record PhoneRulesSet(Header header, Fields fields) implements Entry {
  public static final int LEAST_DAYS = 1;
  public static final int MOST_DAYS = 3650;

  /**
   * For so many days at most photos stay on a phone that the server has, {@value #LEAST_DAYS} to
   * {@value #MOST_DAYS}.
   */
  public static final Field<Long> PHOTO_DAYS = Field.integer("photo_days");

  public static final Kind KIND =
      Kind.document("PhoneRulesSet", "phone_rules", PhoneRulesSet::new, PHOTO_DAYS);

  @Override
  public Kind kind() {
    return KIND;
  }
}
