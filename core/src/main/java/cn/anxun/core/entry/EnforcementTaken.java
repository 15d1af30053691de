package cn.anxun.core.entry;

import java.math.BigDecimal;

/** 执法: one act. Cases and persons are counted apart. */
public record EnforcementTaken(Header header, Fields fields) implements Entry {

  /** 立案 停产停业 关闭 查扣 行刑衔接 约谈; unset in old ledgers that do not say. */
  public static final Field<String> ACTION = Field.code("action");

  public static final Field<String> CASE = Field.code("case");

  /** 人. */
  public static final Field<Long> PERSONS = Field.integer("persons");

  public static final Field<BigDecimal> FINE_YUAN = Field.decimal("fine_yuan");
  public static final Field<BigDecimal> COLLECTED_YUAN = Field.decimal("collected_yuan");
  public static final Field<String> HAZARD = Field.reference("hazard");
  public static final Field<String> INSPECTION = Field.reference("inspection");
  public static final Field<String> DOCUMENT_NO = Field.text("document_no", 60);

  public static final Kind KIND =
      Kind.opens(
          "EnforcementTaken",
          "enforcement",
          EnforcementTaken::new,
          ACTION,
          CASE,
          PERSONS,
          FINE_YUAN,
          COLLECTED_YUAN,
          HAZARD,
          INSPECTION,
          DOCUMENT_NO);

  @Override
  public Kind kind() {
    return KIND;
  }
}
