package cn.anxun.server.report.fill;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.report.fill.NarrativeCheck.Finding;
import cn.anxun.server.report.form.SampleForms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarrativeCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026年，全局排查各类安全隐患1286个，隐患整改率99.46%，开展应急演练24场。",
        "隐患整改率达到99.5%，其中1279个已销号。",
        "全年预算数1536.2万元，全年执行数14,987,500元，执行率97.56%。",
        "基本支出601.3万元，项目支出897.45万元，自评得分98.71分。",
        "排查一般隐患1248个，参演2310人次，印发资料3000份。",
        "目标为排查各类安全隐患不少于1200个。",
        "2026年12月31日前完成，共3次会议。"
      })
  void check_whenTheNumbersAreTheForms_findsNothing(String text) {
    assertThat(NarrativeCheck.checkText(text, SampleForms.overall())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "全年共排查隐患1268个。|1268个|排查各类安全隐患个数|1286个",
        "隐患整改率100%。|100%|隐患整改率|99.46%",
        "隐患整改率达到99％，位居全市前列。|99％|隐患整改率|99.46%",
        "全年预算数1,526.20万元。|1,526.20万元|全年预算数|1536.2万元",
        "预算执行率为98%。|98%|执行率|97.56%",
        "综合自评得分100分。|100分|总分|98.71分",
        "共开展应急演练42场，参演2310人次。|42场|开展应急演练场次|24场",
        "较大以上生产安全事故1起。|1起|较大以上生产安全事故起数|0起",
        "基本支出601.3万元，项目支出879.45万元。|879.45万元|项目支出|897.45万元"
      })
  void check_whenANumberIsAnother_saysWhichAndWhatTheFormHas(
      String text, String number, String about, String ours) {
    List<Finding> findings = NarrativeCheck.checkText(text, SampleForms.overall());

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.number()).isEqualTo(number);
              assertThat(finding.about()).isEqualTo(about);
              assertThat(finding.ours()).isEqualTo(ours);
              assertThat(finding.message()).contains(number, about, ours);
            });
  }

  @Test
  void check_whenTheSentenceCarriesItsSubjectOn_stillKnowsIt() {
    assertThat(NarrativeCheck.checkText("排查重大安全隐患38个，整治率100%。", SampleForms.project()))
        .extracting(Finding::about)
        .containsExactly("重大隐患排查整治率");
  }

  @Test
  void check_ofADocument_namesTheParagraph() throws Exception {
    byte[] document =
        BureauTemplates.document(
            "<w:p><w:r><w:t>一、基本情况</w:t></w:r></w:p><w:p><w:r><w:t>隐患整</w:t></w:r>"
                + "<w:r><w:t>改率9</w:t></w:r><w:r><w:t>9%。</w:t></w:r></w:p>");
    try (OfficeFile file = OfficeFile.open(document)) {
      assertThat(NarrativeCheck.check(file, SampleForms.overall()))
          .extracting(Finding::where)
          .containsExactly("document 第 2 段");
    }
  }
}
