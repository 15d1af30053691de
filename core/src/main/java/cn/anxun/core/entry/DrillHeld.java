package cn.anxun.core.entry;

/** 演练, named as in AQ/T 9007. */
public record DrillHeld(Header header, Fields fields) implements Entry {
  public static final Field<String> NAME = Field.text("name", 120);

  /** 区级 部门 乡镇街道 村社区 企业. */
  public static final Field<String> LEVEL = Field.code("level");

  /** 综合 单项. */
  public static final Field<String> CONTENT = Field.code("content");

  /** 桌面 实战. */
  public static final Field<String> FORM = Field.code("form");

  /** 检验 示范 研究. */
  public static final Field<String> PURPOSE = Field.code("purpose");

  /** 火灾 森林火灾 防汛 地震 地质灾害 危化 燃气 有限空间 疏散. */
  public static final Field<String> HAZARD = Field.code("hazard");

  /** 人次. */
  public static final Field<Long> PARTICIPANTS = Field.integer("participants");

  public static final Field<String> EVALUATION = Field.text("evaluation", 2000);

  public static final Kind KIND =
      Kind.opens(
          "DrillHeld",
          "drill",
          DrillHeld::new,
          NAME,
          LEVEL,
          CONTENT,
          FORM,
          PURPOSE,
          HAZARD,
          PARTICIPANTS,
          EVALUATION);

  @Override
  public Kind kind() {
    return KIND;
  }
}
