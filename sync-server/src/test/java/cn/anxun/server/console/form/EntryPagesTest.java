package cn.anxun.server.console.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.TestBrowser;
import cn.anxun.server.http.v1.RunningServer;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the office types into a form, and its targets. */
final class EntryPagesTest {
  private static final String TYPED = "/forms/safety/typed?year=2026";
  private static final String BUDGET = "/forms/safety/budget?year=2026";
  private static final String TARGETS = "/targets?year=2026";
  private static final String FORM = "/forms/safety?year=2026";

  private OfficeYear year;
  private TestBrowser office;

  @BeforeEach
  void start() throws Exception {
    year = OfficeYear.start();
    office = new TestBrowser(year.running().address()).login("office");
  }

  @AfterEach
  void stop() {
    year.close();
  }

  private Map<String, String> rows(String satisfaction, String evidence, String judged)
      throws Exception {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("seen", office.value(TYPED, "seen"));
    String[] names = {"排查隐患", "隐患整改率", "安全意识 <b>提高</b>", "群众满意度"};
    for (int i = 0; i < names.length; i++) {
      fields.put("row." + i, names[i]);
    }
    fields.put("reason.1", "1 条尚在整改期内");
    fields.put("typed.2", "明显提高");
    fields.put("evidence.2", "宣传总结");
    fields.put("judged.2", judged);
    fields.put("typed.3", satisfaction);
    fields.put("evidence.3", evidence);
    fields.put("goal", "排查并整改隐患");
    fields.put("outcome", "基本完成");
    return fields;
  }

  @Test
  void typedRows_areSavedWithTheirEvidence_andCountInTheForm() throws Exception {
    HttpResponse<String> saved = office.send(TYPED, rows("92%", "问卷 200 份", "9"), TYPED);
    assertThat(saved.uri().getPath()).isEqualTo("/forms/safety");
    assertThat(saved.body())
        .contains("92%", "依据：问卷 200 份", "1 条尚在整改期内", "基本完成", ">9.00<", ">5.00<")
        .doesNotContain("请填写偏差原因");
    assertThat(office.get(TYPED).body()).contains("value=\"92%\"", ">宣传总结</textarea>");
  }

  @Test
  void typedRows_thatAreWrong_areNamedAndKept() throws Exception {
    HttpResponse<String> answer = office.send(TYPED, rows("很高", "", "11"), TYPED);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "“群众满意度”的实际完成值“很高”里没有数字",
            "“群众满意度”填写了实际完成值，请同时填写依据",
            "提高&lt;/b&gt;”的评分“11”应为 0 至 10 的数字",
            "value=\"很高\"",
            "1 条尚在整改期内");
    assertThat(office.get(FORM).body()).doesNotContain("很高");
  }

  @Test
  void typedRows_savedByAnotherMeanwhile_areNotOverwrittenUnseen() throws Exception {
    Map<String, String> first = rows("92%", "问卷 200 份", "9");
    Map<String, String> second = rows("95%", "问卷 300 份", "8");
    office.send(TYPED, first, TYPED);
    HttpResponse<String> late = office.send(TYPED, second, TYPED);
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("已有人保存了新的内容", "value=\"95%\"");
    Map<String, String> wrong = new LinkedHashMap<>(second);
    wrong.put("typed.3", "很高");
    assertThat(office.send(TYPED, wrong, TYPED).body()).contains("已有人保存了新的内容", "“很高”里没有数字");
    assertThat(office.get(FORM).body()).contains("92%").doesNotContain("95%");
    second.put("seen", office.value(TYPED, "seen"));
    assertThat(office.send(TYPED, second, TYPED).body()).contains("95%");
  }

  @Test
  void typedRow_whoseIndicatorIsGone_isShownOnceMore() throws Exception {
    Map<String, String> fields = rows("92%", "问卷 200 份", "9");
    fields.put("row.3", "旧指标");
    HttpResponse<String> answer = office.send(TYPED, fields, TYPED);
    assertThat(answer.body()).contains("指标“旧指标”不再有，您填写的是：92%；问卷 200 份");
  }

  @Test
  void budget_isSavedAndScored_andWrongAmountsAreNamed() throws Exception {
    String seen = office.value(BUDGET, "seen");
    Map<String, String> fields =
        Map.of(
            "seen",
            seen,
            "amount.initial",
            "10",
            "amount.full_year",
            "83",
            "amount.spent",
            "74.99");
    HttpResponse<String> saved = office.send(BUDGET, fields, BUDGET);
    assertThat(saved.uri().getPath()).isEqualTo("/forms/safety");
    assertThat(saved.body()).contains("90.35 %", "9.03", "74.99");

    HttpResponse<String> wrong =
        office.send(
            BUDGET,
            Map.of(
                "seen",
                office.value(BUDGET, "seen"),
                "amount.initial",
                "",
                "amount.full_year",
                "八十三",
                "amount.spent",
                "-1"),
            BUDGET);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("“年初预算数（万元）”已有数值，不能清空", "“全年预算数（万元）”的“八十三”", "value=\"八十三\"")
        .doesNotContain("已有人保存了新的内容");
    Map<String, String> late = new LinkedHashMap<>(fields);
    late.put("amount.spent", "-1");
    assertThat(office.send(BUDGET, late, BUDGET).body()).contains("已有人保存了新的内容", "“-1”");
  }

  @Test
  void targets_areFrozenOnce_thenAdjustedByADocument() throws Exception {
    Map<String, String> targets = new LinkedHashMap<>();
    targets.put("seen", office.value(TARGETS, "seen"));
    targets.put("target.safety.0", "≤≤2个");
    targets.put("target.safety.1", "=100%");
    targets.put("target.safety.2", "");
    targets.put("target.safety.3", "≥90%");
    HttpResponse<String> wrong = office.send(TARGETS, targets, TARGETS);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("“排查隐患”的年度指标值“≤≤2个”", "提高&lt;/b&gt;”还没有年度指标值", "value=\"≤≤2个\"");

    targets.put("target.safety.0", "≥2个");
    targets.put("target.safety.2", "明显提高");
    assertThat(office.send(TARGETS, targets, TARGETS).body())
        .contains("目标已于", "冻结", "/targets/safety/1?year=2026")
        .doesNotContain("target.safety.0");
    assertThat(office.post("/targets?year=2026", withSecret(targets)).body()).contains("年度目标已经冻结");

    String adjust = "/targets/safety/1?year=2026";
    HttpResponse<String> noDocument =
        office.send(adjust, Map.of("seen", office.value(adjust, "seen"), "target", "≥4个"), adjust);
    assertThat(noDocument.statusCode()).isEqualTo(400);
    assertThat(noDocument.body()).contains("须写明批准文号和原因", "value=\"≥4个\"");
    Map<String, String> late = Map.of("seen", office.value(adjust, "seen"), "target", "≥5个");
    HttpResponse<String> adjusted =
        office.send(
            adjust,
            Map.of(
                "seen", office.value(adjust, "seen"),
                "target", "≥4个",
                "document_no", "区应急〔2026〕8号",
                "reason", "新增辖区"),
            adjust);
    assertThat(adjusted.body()).contains("原为 ≥2个，由区应急〔2026〕8号调整：新增辖区", "“排查隐患”调整为 ≥4个", "其后调整 1 次");
    assertThat(office.get(FORM).body()).contains("≥4个", "原为 ≥2个", "22.50");
    assertThat(office.send(adjust, late, adjust).body()).contains("已有人保存了新的内容", "须写明批准文号和原因");
  }

  private Map<String, String> withSecret(Map<String, String> fields) throws Exception {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("csrf", office.secret(FORM));
    return all;
  }

  @Test
  void entering_byOneWhoMayNot_isRefused() throws Exception {
    year.running().addAccount("sun", Grant.of(RunningServer.BUREAU, Role.SUPERVISOR));
    TestBrowser sun = new TestBrowser(year.running().address()).login("sun");
    assertThat(sun.get(TYPED).statusCode()).isEqualTo(403);
    assertThat(sun.get(BUDGET).statusCode()).isEqualTo(403);
    assertThat(sun.send(TYPED, Map.of("seen", ""), FORM).statusCode()).isEqualTo(403);
    assertThat(sun.send(BUDGET, Map.of("seen", ""), FORM).statusCode()).isEqualTo(403);
    assertThat(sun.send("/targets?year=2026", Map.of("seen", ""), FORM).statusCode())
        .isEqualTo(403);
    assertThat(sun.get(TARGETS).body()).contains("尚未冻结").doesNotContain("冻结年度目标</button>");
    assertThat(office.post(TYPED, Map.of("csrf", "guess")).statusCode()).isEqualTo(403);
  }
}
