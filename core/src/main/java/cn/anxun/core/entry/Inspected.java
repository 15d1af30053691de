package cn.anxun.core.entry;

import cn.anxun.core.json.Json;
import java.util.List;

/** 检查: one visit to a site. */
public record Inspected(Header header, Fields fields) implements Entry {

  /** 日常 计划 专项 双随机 联合 督查 举报核实 复查. */
  public static final Field<String> CHECK = Field.code("check");

  /** 行政检查, 巡查走访 or 指导服务; counted apart. */
  public static final Field<String> AUTHORITY = Field.code("authority");

  /** Done under the yearly plan; also true when the site stands on the plan. */
  public static final Field<Boolean> PLANNED = Field.flag("planned");

  public static final Field<String> PLAN_ITEM = Field.text("plan_item", 64);

  /** How many inspectors took part, 人次. */
  public static final Field<Long> INSPECTORS = Field.integer("inspectors");

  public static final Field<List<String>> INSPECTOR_NAMES =
      Field.codes("inspector_names").asPersonal();

  /** 五方联动: regulator, industry department, street, expert, enterprise. */
  public static final Field<List<String>> OTHER_PARTIES = Field.codes("other_parties");

  public static final Field<String> RESULT = Field.code("result");

  /** Answers by item. */
  public static final Field<Json> CHECKLIST = Field.document("checklist");

  /** A 现场检查记录 was issued. */
  public static final Field<Boolean> RECORD_ISSUED = Field.flag("record_issued");

  public static final Field<String> RECORD_NO = Field.text("record_no", 60);

  /** 责令限期整改指令书. */
  public static final Field<String> ORDER_NO = Field.text("order_no", 60);

  public static final Field<Boolean> REFUSED_TO_SIGN = Field.flag("refused_to_sign");
  public static final Field<String> SIGNED_BY = Field.text("signed_by", 40).asPersonal();

  public static final Kind KIND =
      Kind.opens(
          "Inspected",
          "inspection",
          Inspected::new,
          CHECK,
          AUTHORITY,
          PLANNED,
          PLAN_ITEM,
          INSPECTORS,
          INSPECTOR_NAMES,
          OTHER_PARTIES,
          RESULT,
          CHECKLIST,
          RECORD_ISSUED,
          RECORD_NO,
          ORDER_NO,
          REFUSED_TO_SIGN,
          SIGNED_BY);

  @Override
  public Kind kind() {
    return KIND;
  }
}
