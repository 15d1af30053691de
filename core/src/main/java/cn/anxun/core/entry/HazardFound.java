package cn.anxun.core.entry;

import java.math.BigDecimal;
import java.time.LocalDate;

/** 隐患: a hidden hazard found. 重大 stays 拟判重大 until {@link MajorConfirmed}. */
public record HazardFound(Header header, Fields fields) implements Entry {
  public static final Field<String> DESCRIPTION = Field.text("description", 2000);
  public static final Field<String> CATEGORY = Field.code("category");

  /** 一般 or 重大; local levels (较大, 其他) count as 一般; unset in old ledgers that do not say. */
  public static final Field<String> LEVEL = Field.code("level");

  /** The clause of the dated 判定标准 that makes it 重大. */
  public static final Field<String> CRITERION = Field.text("criterion", 200);

  /** 重大火灾隐患. */
  public static final Field<Boolean> MAJOR_FIRE = Field.flag("major_fire");

  /** The visit that found it; unset where the source is another. */
  public static final Field<String> INSPECTION = Field.reference("inspection");

  /** 企业自查 政府检查 专家 举报 上级交办 移送 媒体. */
  public static final Field<String> SOURCE = Field.code("source");

  public static final Field<String> LEGAL_BASIS = Field.text("legal_basis", 400);

  /** 现场整改: closed as it is found. */
  public static final Field<Boolean> FIXED_ON_THE_SPOT = Field.flag("fixed_on_the_spot");

  /** 限期整改: the first deadline, kept for ever. */
  public static final Field<LocalDate> DEADLINE = Field.date("deadline");

  public static final Field<String> RESPONSIBLE_UNIT = Field.code("responsible_unit");
  public static final Field<String> SUPERVISING_DEPARTMENT = Field.code("supervising_department");
  public static final Field<String> RESPONSIBLE_PERSON =
      Field.text("responsible_person", 40).asPersonal();

  /** 五落实: who answers for it. */
  public static final Field<String> RESPONSIBILITY = Field.text("responsibility", 400);

  /** 五落实. */
  public static final Field<String> MEASURES = Field.text("measures", 2000);

  /** 五落实; 0 is an answer. */
  public static final Field<BigDecimal> FUNDS_YUAN = Field.decimal("funds_yuan");

  /** 五落实. */
  public static final Field<String> CONTINGENCY_PLAN = Field.text("contingency_plan", 2000);

  public static final Kind KIND =
      Kind.opens(
          "HazardFound",
          "hazard",
          HazardFound::new,
          DESCRIPTION,
          CATEGORY,
          LEVEL,
          CRITERION,
          MAJOR_FIRE,
          INSPECTION,
          SOURCE,
          LEGAL_BASIS,
          FIXED_ON_THE_SPOT,
          DEADLINE,
          RESPONSIBLE_UNIT,
          SUPERVISING_DEPARTMENT,
          RESPONSIBLE_PERSON,
          RESPONSIBILITY,
          MEASURES,
          FUNDS_YUAN,
          CONTINGENCY_PLAN);

  @Override
  public Kind kind() {
    return KIND;
  }
}
