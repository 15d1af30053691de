package cn.anxun.core.entry;

/**
 * 重大隐患认定, formal, by a supervisor or above; an inspector's is a proposal. False takes the level
 * back to 一般.
 */
public record MajorConfirmed(Header header, Fields fields) implements Entry {
  public static final Field<Boolean> CONFIRMED = Field.flag("confirmed").asRequired();
  public static final Field<String> CRITERION = Field.text("criterion", 200);
  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60);

  public static final Kind KIND =
      Kind.step("MajorConfirmed", "hazard", MajorConfirmed::new, CONFIRMED, CRITERION, DOCUMENT_NO)
          .reservedFor(Kind.Right.DECIDE);

  @Override
  public Kind kind() {
    return KIND;
  }
}
