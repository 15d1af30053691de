package cn.anxun.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.BudgetSet;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.FormDefined;
import cn.anxun.core.entry.TargetAdjusted;
import cn.anxun.core.entry.TargetsSet;
import cn.anxun.core.entry.TypedRowsEntered;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormLibraryTest {
  private static final String FORM =
      """
      {"title":"表","template":"项目支出绩效自评表","execution":{"weight":10},
       "rows":[{"l1":"产出指标","l3":"甲","target":"≥1","weight":10},{"l1":"产出指标","l3":"甲","target":"≥2","weight":10},
               {"l1":"产出指标","l3":"乙","target":"≥3","weight":10}]}
      """;
  private final Map<String, DocumentRevision> documents = new LinkedHashMap<>();

  private void put(String subject, String fieldName, String json, List<Fields> adjustments) {
    Fields fields = Fields.builder().raw(fieldName, JsonText.read(json)).build();
    documents.put(
        subject,
        new DocumentRevision(subject, "id", 1, LocalDate.of(2023, 3, 1), fields, adjustments));
  }

  private FormLibrary library() {
    return new FormLibrary(
        new LedgerState(
            Cutoff.latest(LocalDate.of(2023, 12, 31)),
            Map.of(),
            documents,
            Map.of(),
            List.of(),
            Set.of()),
        2023);
  }

  private void defineForm() {
    put(Documents.form(2023, "f1"), FormDefined.DOCUMENT.name(), FORM, List.of());
  }

  @Test
  void find_whenOnlyDefined_isTheDefinition() throws FormRejectedException {
    defineForm();

    FormDefinition form = library().find("f1").orElseThrow();

    assertThat(form.rows()).extracting(FormRow::target).containsExactly("≥1", "≥2", "≥3");
    assertThat(form.targetsFrozen()).isEmpty();
    assertThat(library().keys()).containsExactly("f1");
    assertThat(library().find("f2")).isEmpty();
  }

  @Test
  void find_whenTargetsAreFrozen_takesThemRowByRowWithTheDate() throws FormRejectedException {
    defineForm();
    put(
        Documents.targets(2023),
        TargetsSet.DOCUMENT.name(),
        """
        {"targets":[{"form":"f1","row":"甲","target":"≥10"},{"form":"f1","row":"甲","target":"≥20"},
                    {"form":"f2","row":"乙","target":"≥99"}]}
        """,
        List.of());

    FormDefinition form = library().find("f1").orElseThrow();

    assertThat(form.rows()).extracting(FormRow::target).containsExactly("≥10", "≥20", "≥3");
    assertThat(form.targetsFrozen()).contains(LocalDate.of(2023, 3, 1));
  }

  @Test
  void find_whenATargetWasAdjusted_keepsBoth() throws FormRejectedException {
    defineForm();
    Fields adjustment =
        Fields.builder()
            .set(TargetAdjusted.FORM, "f1")
            .set(TargetAdjusted.ROW, "乙")
            .set(TargetAdjusted.TARGET, "≥5")
            .set(TargetAdjusted.DOCUMENT_NO, "区财绩〔2023〕8号")
            .set(TargetAdjusted.REASON, "机构调整")
            .build();
    put(
        Documents.targets(2023),
        TargetsSet.DOCUMENT.name(),
        "{\"targets\":[]}",
        List.of(adjustment));

    FormRow row = library().find("f1").orElseThrow().rows().get(2);

    assertThat(row.target()).isEqualTo("≥5");
    assertThat(row.adjustment()).contains(new FormRow.Adjustment("≥3", "区财绩〔2023〕8号", "机构调整"));
  }

  @Test
  void find_whenTypedAndBudgeted_laysThemOver() throws FormRejectedException {
    defineForm();
    put(
        Documents.typedRows(2023, "f1"),
        TypedRowsEntered.DOCUMENT.name(),
        """
        {"goal":"年度目标","rows":[{"row":"乙","typed":"已完成","judged":9,"reason":"原因","evidence":"文件"}]}
        """,
        List.of());
    put(
        Documents.budget(2023, "f1"),
        BudgetSet.DOCUMENT.name(),
        "{\"full_year\":10,\"spent\":9.5}",
        List.of());

    FormDefinition form = library().find("f1").orElseThrow();

    assertThat(form.goal()).isEqualTo("年度目标");
    assertThat(form.rows().get(2).typed()).contains("已完成");
    assertThat(form.rows().get(2).judged()).contains(new BigDecimal("9"));
    assertThat(form.rows().get(2).evidence()).isEqualTo("文件");
    assertThat(form.budget().find("spent")).contains(new BigDecimal("9.5"));
  }

  @Test
  void find_whenADocumentIsBroken_namesTheMember() {
    defineForm();
    put(
        Documents.targets(2023),
        TargetsSet.DOCUMENT.name(),
        "{\"targets\":[{\"form\":\"f1\",\"row\":\"甲\"}]}",
        List.of());

    assertThatThrownBy(() -> library().find("f1"))
        .isInstanceOfSatisfying(
            FormRejectedException.class, e -> assertThat(e.path()).isEqualTo("targets.target"));
  }
}
