package cn.anxun.core.entry;

import java.math.BigDecimal;

/** 整改: the hazard is put right and awaits its review. */
public record Rectified(Header header, Fields fields) implements Entry {
  public static final Field<String> MEASURES_TAKEN = Field.text("measures_taken", 2000);
  public static final Field<BigDecimal> COST_YUAN = Field.decimal("cost_yuan");
  public static final Field<Boolean> REPORTED_BY_ENTERPRISE = Field.flag("reported_by_enterprise");

  public static final Kind KIND =
      Kind.step(
          "Rectified",
          "hazard",
          Rectified::new,
          MEASURES_TAKEN,
          COST_YUAN,
          REPORTED_BY_ENTERPRISE,
          RecordFields.POINT);

  @Override
  public Kind kind() {
    return KIND;
  }
}
