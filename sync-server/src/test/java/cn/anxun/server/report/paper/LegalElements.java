package cn.anxun.server.report.paper;

import cn.anxun.core.paper.Paper;
import java.util.List;
import java.util.Map;

/**
 * What must stand on each of the papers of {@link SamplePapers}; docs/papers.md says by what law.
 */
final class LegalElements {
  private static final List<String> OFFICERS =
      List.of("行政执法人员（签名）", "李明（证号：43060001）、王芳（证号：43060002）");
  private static final String BASIS = "《中华人民共和国安全生产法》第三十六条第一款";

  private static final Map<Paper, List<String>> OF =
      Map.of(
          Paper.CHECK_RECORD,
          List.of(
              "某区应急管理局行政执法文书",
              "现场检查记录",
              "（区）应急检记〔2026〕12号",
              "被检查单位：某某精密机械制造有限公司",
              "地址：某区王家河街道建设路8号",
              "法定代表人（负责人）：张三",
              "现场负责人：赵六",
              "职务：厂长",
              "联系电话：13800000000",
              "检查场所：一车间、配电室、喷漆房",
              "检查内容：执行有关安全生产的法律、法规和国家标准或者行业标准的情况（专项检查：岁末年初专项行动）",
              "检查时间：2026年3月2日9时05分至2026年3月2日11时30分",
              "行政执法人员李明、王芳，证件号码为43060001、43060002，这是我们的证件（出示证件）",
              "经检查，发现以下6项问题隐患",
              "一车间东侧消火栓箱被成品货架遮挡，箱门无法完全开启",
              BASIS,
              "责令于2026年4月1日前整改完毕",
              "责令从危险区域内撤出作业人员",
              "法律依据：《中华人民共和国安全生产法》第六十五条、第六十八条",
              "以上情况已当场告知被检查单位现场负责人",
              "被检查单位负责人（签名）",
              "2026年3月2日",
              "一式两份"),
          Paper.ORDER,
          List.of(
              "某区应急管理局行政执法文书",
              "责令限期整改指令书",
              "（区）应急责改〔2026〕12号",
              "某某精密机械制造有限公司：",
              "经2026年3月2日现场检查，你单位存在下列6项问题",
              "喷漆房未设置可燃气体浓度报警装置",
              BASIS,
              "第2项问题于2026年3月12日前整改完毕",
              "第1、3、4、5、6项问题于2026年4月1日前整改完毕",
              "应当从危险区域内撤出作业人员，暂时停产停业",
              "法律依据：《中华人民共和国安全生产法》第六十五条第一款第三项",
              "自收到本指令书之日起六十日内向本级人民政府申请行政复议",
              "在六个月内依法向有管辖权的人民法院提起行政诉讼",
              "不停止执行",
              "被检查单位负责人（签名）",
              "某区应急管理局（印章）",
              "2026年3月2日",
              "一式两份"),
          Paper.REVIEW,
          List.of(
              "整改复查意见书",
              "（区）应急复查〔2026〕12号",
              "某某精密机械制造有限公司：",
              "作出了责令限期整改的决定［《责令限期整改指令书》（区）应急责改〔2026〕12号］",
              "对指令书所列6项问题逐项提出如下意见",
              "已按要求整改完毕",
              "未按要求整改完毕，责令继续整改，于2026年3月17日前完成",
              "被复查单位负责人（签名）",
              "某区应急管理局（印章）",
              "2026年3月2日",
              "一份交被复查单位"),
          Paper.NOTICE,
          List.of(
              "某区应急管理局",
              "安全隐患告知单",
              "（区）安告〔2026〕12号",
              "某某精密机械制造有限公司：",
              "2026年3月2日走访你单位时，发现下列6项安全问题，特此告知",
              "请于2026年4月1日前自行整改",
              "请立即停止相关作业、撤离人员",
              "不是行政处理决定，不作为行政处罚的依据",
              "将移送有执法权的部门处理",
              "走访人员（签名）",
              "签收人（签名）",
              "一式两份"));

  /** What a notice must not say: it orders nothing. */
  static final List<String> OF_ORDERS_ALONE = List.of("责令", "行政执法", "（印章）", "行政复议");

  private LegalElements() {}

  static List<String> of(Paper paper) {
    return OF.getOrDefault(paper, List.of());
  }

  /** Who signs for the bureau, on the papers of officers. */
  static List<String> ofOfficers(Paper paper) {
    return paper == Paper.NOTICE ? List.of() : OFFICERS;
  }
}
