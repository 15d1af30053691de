package cn.anxun.core.entry;

/** 应急预案 revised or filed; not the inspection plan. */
public record PlanFiled(Header header, Fields fields) implements Entry {

  /** 专项 部门 乡镇 企业备案. */
  public static final Field<String> PLAN_KIND = Field.code("plan_kind");

  public static final Field<String> TITLE = Field.text("title", 120);
  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60);

  public static final Kind KIND =
      Kind.opens("PlanFiled", "plan", PlanFiled::new, PLAN_KIND, TITLE, DOCUMENT_NO);

  @Override
  public Kind kind() {
    return KIND;
  }
}
