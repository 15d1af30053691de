package cn.anxun.server.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Pusher;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerImportTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-10T02:00:00Z"), ZoneOffset.UTC);
  private static final List<String> HEADS =
      List.of(
          "序号", "被检查单位", "检查时间", "存在问题", "隐患等级", "整改方式", "整改时限", "整改完成时间", "复查日期", "复查结果", "责任人");

  @TempDir private Path folder;
  private DataDirectory data;
  private BureauLedgers ledgers;
  private BureauLedger ledger;
  private final List<Integer> progress = new ArrayList<>();

  @BeforeEach
  void open() {
    data = DataDirectory.open(folder.resolve("data"), "test");
    ledgers = new BureauLedgers(data, CLOCK, new Random(1));
    ledger = ledgers.get("qinghe");
  }

  @AfterEach
  void close() {
    ledgers.close();
    data.close();
  }

  private LedgerImport importer() {
    return new LedgerImport(
        ledger, new Pusher("office", Role.OFFICE, "import"), CLOCK, progress::add);
  }

  private static ImportKind kind(String key) {
    return ImportKind.find(key).orElseThrow();
  }

  private Path file(List<? extends List<?>> rows) throws IOException {
    return Workbooks.write(folder.resolve("台账.xlsx"), rows);
  }

  private Path hazards(List<?>... rows) throws IOException {
    List<List<?>> all = new ArrayList<>();
    all.add(List.of("清河区2025年隐患排查整改台账"));
    all.add(HEADS);
    all.addAll(List.of(rows));
    return file(all);
  }

  private ImportReport apply(Path file, String kind) throws IOException, ImportException {
    return importer().apply(file, kind(kind), SheetChoice.ANY, false);
  }

  private ImportReport check(Path file, String kind) throws IOException, ImportException {
    return importer().check(file, kind(kind), SheetChoice.ANY);
  }

  private LedgerState state() {
    return ledger.state(new Cutoff(ledger.lastSeq(), LocalDate.of(2025, 12, 31)));
  }

  private static String text(FoldedRecord record, String field) {
    Json value = record.value(field);
    return value instanceof Json.Text text ? text.value() : String.valueOf(value);
  }

  @Test
  void apply_ofHazardsWithDates_makesTheirRealChain() throws Exception {
    ImportReport report =
        apply(
            hazards(
                List.of(
                    1,
                    "清河超市",
                    LocalDate.of(2025, 3, 5),
                    "通道堵塞",
                    "一般隐患",
                    "限期整改",
                    "2025年4月4日",
                    "2025/3/20",
                    "2025-3-25",
                    "合格",
                    "李某"),
                List.of(2, "清河超市", "2025-3-6", "灭火器过期", "一般", "现场整改", "", "", "", "", ""),
                List.of(
                    3,
                    "东方化工",
                    "2025.3.7",
                    "未持证上岗",
                    "一般",
                    "限期整改",
                    "2025-03-17",
                    "2025-03-16",
                    "",
                    "",
                    ""),
                List.of(4, "东方化工", "20250308", "管线泄漏", "重大", "", "2025-05-01", "", "", "", ""),
                List.of(
                    5,
                    "东方化工",
                    "2025-03-09 10:30",
                    "标识缺失",
                    "一般",
                    "限期整改",
                    "2025-03-20",
                    "2025-03-18",
                    "2025-03-21",
                    "不合格",
                    "")),
            "hazards");

    assertThat(report.problems().stream().filter(ImportProblem::blocks)).isEmpty();
    assertThat(report.applied()).isTrue();
    assertThat(report.added()).isEqualTo(5);
    assertThat(report.sites()).isEqualTo(2);
    List<FoldedRecord> hazards = state().list("hazard");
    assertThat(hazards)
        .extracting(hazard -> text(hazard, "state"))
        .containsExactly("closed", "closed", "rectified", "open", "open");
    assertThat(hazards)
        .extracting(hazard -> text(hazard, "level"))
        .containsExactly("一般", "一般", "一般", "拟判重大", "一般");
    assertThat(hazards)
        .extracting(FoldedRecord::date)
        .startsWith(LocalDate.of(2025, 3, 5), LocalDate.of(2025, 3, 6), LocalDate.of(2025, 3, 7));
    assertThat(text(hazards.get(0), "closed_on")).isEqualTo("2025-03-25");
    assertThat(hazards.get(0).entryIds()).hasSize(3);
    assertThat(hazards.get(0).fields().text(HazardFound.RESPONSIBLE_PERSON)).isEqualTo("李某");
    assertThat(state().list("site")).hasSize(2);
    assertThat(hazards.get(2).fields().text(RecordFields.SITE))
        .isEqualTo(hazards.get(3).fields().text(RecordFields.SITE));
    assertThat(report.problems())
        .extracting(ImportProblem::message)
        .anyMatch(message -> message.contains("拟判重大"));
  }

  @Test
  void apply_ofTheSameFileTwice_countsOnce() throws Exception {
    Path file =
        hazards(
            List.of(
                1, "清河超市", "2025-03-05", "通道堵塞", "一般", "", "", "2025-03-20", "2025-03-21", "", ""));
    apply(file, "hazards");
    long before = ledger.lastSeq();
    ImportReport again = apply(file, "hazards");

    assertThat(ledger.lastSeq()).isEqualTo(before);
    assertThat(again.added()).isZero();
    assertThat(again.known()).isEqualTo(1);
    assertThat(again.entries()).isZero();
    assertThat(again.differing()).isZero();
  }

  @Test
  void apply_whenARowHasGoneOnSince_addsItsStepsAlone() throws Exception {
    apply(
        hazards(List.of(1, "清河超市", "2025-03-05", "通道堵塞", "一般", "", "2025-04-04", "", "", "", "")),
        "hazards");
    ImportReport later =
        apply(
            hazards(
                List.of(
                    1,
                    "清河超市",
                    "2025-03-05",
                    "通道堵塞",
                    "一般",
                    "",
                    "2025-04-04",
                    "2025-03-30",
                    "",
                    "",
                    "")),
            "hazards");

    assertThat(later.entries()).isEqualTo(1);
    assertThat(state().list("hazard"))
        .singleElement()
        .satisfies(hazard -> assertThat(text(hazard, "state")).isEqualTo("rectified"));
  }

  @Test
  void apply_whenAKnownRowDiffers_keepsTheFirstAndSaysSo() throws Exception {
    apply(
        hazards(List.of(1, "清河超市", "2025-03-05", "通道堵塞", "一般", "", "2025-04-04", "", "", "", "")),
        "hazards");
    ImportReport later =
        apply(
            hazards(
                List.of(1, "清河超市", "2025-03-05", "通道堵塞", "一般", "", "2025-04-10", "", "", "", "")),
            "hazards");

    assertThat(later.differing()).isEqualTo(1);
    assertThat(text(state().list("hazard").get(0), "first_deadline")).isEqualTo("2025-04-04");
  }

  @Test
  void check_writesNothing() throws Exception {
    ImportReport report =
        check(
            hazards(List.of(1, "清河超市", "2025-03-05", "通道堵塞", "一般", "", "", "", "", "", "")),
            "hazards");

    assertThat(report.added()).isEqualTo(1);
    assertThat(report.applied()).isFalse();
    assertThat(ledger.lastSeq()).isZero();
  }

  @Test
  void apply_whenAnyRowIsBad_writesNothingAndSaysWhereAndWhy() throws Exception {
    Path file =
        hazards(
            List.of(1, "清河超市", "2025-03-05", "通道堵塞", "一般", "", "", "", "", "", ""),
            List.of(2, "", "2025-03-05", "通道堵塞", "一般", "", "", "", "", "", ""),
            List.of(3, "清河超市", "三月五日", "通道堵塞", "一般", "", "", "", "", "", ""),
            List.of(4, "清河超市", "2025-03-05", "甲", "一般", "", "", "2025-03-01", "", "", ""),
            List.of(5, "清河超市", "2025-02-30", "乙", "一般", "", "", "", "", "", ""),
            List.of(6, "清河超市", "2025-03-05", "丙", "一般", "也许", "", "", "", "", ""),
            List.of(7, "清河超市", "1998-03-05", "丁", "一般", "", "", "", "", "", ""),
            List.of(8, "清河超市", "2025-03-05", "长".repeat(2001), "一般", "", "", "", "", "", ""));
    ImportReport report = apply(file, "hazards");

    assertThat(report.applied()).isFalse();
    assertThat(report.bad()).isEqualTo(7);
    assertThat(ledger.lastSeq()).isZero();
    assertThat(report.problems().stream().filter(ImportProblem::blocks))
        .extracting(problem -> problem.row() + problem.column())
        .containsExactly("4B", "5C", "6H", "7C", "8F", "9C", "10D");
    assertThat(report.problems())
        .extracting(ImportProblem::message)
        .anyMatch(message -> message.contains("三月五日") && message.contains("2025-05-01"))
        .anyMatch(message -> message.contains("检查对象"))
        .anyMatch(message -> message.contains("2000"));
  }

  @Test
  void apply_whenBadRowsMayBeLeftOut_importsTheGoodOnes() throws Exception {
    Path file =
        hazards(
            List.of(1, "清河超市", "2025-03-05", "通道堵塞", "一般", "", "", "", "", "", ""),
            List.of(2, "清河超市", "", "无日期", "一般", "", "", "", "", "", ""));
    ImportReport report = importer().apply(file, kind("hazards"), SheetChoice.ANY, true);

    assertThat(report.applied()).isTrue();
    assertThat(report.bad()).isEqualTo(1);
    assertThat(state().list("hazard")).hasSize(1);
  }

  @Test
  void apply_ofTwoEqualRows_countsOneAndSaysSo() throws Exception {
    List<Object> row = List.of("清河超市", "2025-03-05", "通道堵塞");
    Path file = file(List.of(List.of("单位名称", "发现日期", "隐患内容"), row, row));
    ImportReport report = apply(file, "hazards");

    assertThat(report.doubles()).isEqualTo(1);
    assertThat(state().list("hazard")).hasSize(1);
    assertThat(report.problems())
        .extracting(ImportProblem::message)
        .anyMatch(message -> message.contains("与第 2 行相同"));
  }

  @Test
  void apply_ofSitesThenHazards_linksThemByNameAndCode() throws Exception {
    apply(
        file(
            List.of(
                List.of("企业名称", "社会信用代码", "登记日期", "所属行业", "地址"),
                List.of("清河超市", "91350100M000100Y43", "2025-01-05", "商贸", "解放路 12 号"),
                List.of("东方 化工", "", "2025-01-06", "危化", "工业园"))),
        "sites");
    Path file =
        file(
            List.of(
                List.of("单位名称", "统一社会信用代码", "发现日期", "隐患描述"),
                List.of("清河超市（总店）", "91350100m000100y43", "2025-03-05", "甲"),
                List.of("东方化工", "", "2025-03-06", "乙")));
    ImportReport report = apply(file, "hazards");

    assertThat(report.sites()).isZero();
    assertThat(state().list("site")).hasSize(2);
    assertThat(state().list("hazard"))
        .extracting(hazard -> hazard.fields().text(RecordFields.SITE))
        .containsExactlyElementsOf(
            state().list("site").stream().map(FoldedRecord::subject).toList());
  }

  @Test
  void apply_whenSeveralSitesHaveTheName_asksWhich() throws Exception {
    apply(
        file(
            List.of(
                List.of("名称", "登记日期", "地址"),
                List.of("便民小店", "2025-01-05", "东街"),
                List.of("便民小店", "2025-01-05", "西街"))),
        "sites");
    ImportReport report =
        apply(
            file(List.of(List.of("单位名称", "发现日期", "隐患描述"), List.of("便民小店", "2025-03-05", "甲"))),
            "hazards");

    assertThat(report.applied()).isFalse();
    assertThat(report.problems())
        .extracting(ImportProblem::message)
        .anyMatch(message -> message.contains("2 个"));
  }

  @Test
  void apply_ofDrillsAndTraining_readsNumbersAndLabels() throws Exception {
    apply(
        file(
            List.of(
                List.of("演练时间", "演练主题", "层级", "演练方式", "演练类型", "参演人数", "承办单位", "合计"),
                List.of(45_789, "危化品泄漏演练", "区级", "实战演练", "危化", "1,250人", "应急科", ""),
                List.of("合计", "", "", "", "", 1250, "", ""))),
        "drills");
    apply(
        file(
            List.of(
                List.of("培训日期", "培训内容", "培训对象", "期数", "参训人次", "学时"),
                List.of("2025年6月18日", "企业负责人班", "法人和安全管理人员", 2, 56, new BigDecimal("7.5")))),
        "training");

    FoldedRecord drill = state().list("drill").get(0);
    assertThat(drill.date()).isEqualTo(LocalDate.of(2025, 5, 12));
    assertThat(drill.value("participants")).isEqualTo(Json.of(1250));
    assertThat(text(drill, "form")).isEqualTo("实战");
    assertThat(text(drill, "unit")).isEqualTo("应急科");
    assertThat(state().list("drill")).hasSize(1);
    FoldedRecord training = state().list("training").get(0);
    assertThat(training.value("sessions")).isEqualTo(Json.of(2));
    assertThat(training.value("hours")).isEqualTo(Json.of(new BigDecimal("7.5")));
  }

  @Test
  void check_whenAHeadingIsMissing_saysWhich() throws Exception {
    Path file = file(List.of(List.of("单位名称", "隐患描述"), List.of("清河超市", "甲")));

    assertThatThrownBy(() -> check(file, "hazards"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("发现日期");
    Path none = file(List.of(List.of("甲", "乙"), List.of("1", "2")));
    assertThatThrownBy(() -> check(none, "hazards"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("import --template");
  }

  @Test
  void check_ofUnknownHeadingsAndLabels_saysSoAndGoesOn() throws Exception {
    ImportReport report =
        check(
            file(
                List.of(
                    List.of("单位名称", "发现日期", "隐患描述", "天气", "隐患来源"),
                    List.of("清河超市", "2025-03-05", "甲", "晴", "12350热线"))),
            "hazards");

    assertThat(report.ignored()).containsExactly("天气");
    assertThat(report.clean()).isTrue();
    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.column()).isEqualTo("E");
              assertThat(problem.message()).contains("12350热线", "政府检查");
            });
  }

  @Test
  void check_ofMoneyInTenThousands_countsItInYuan() throws Exception {
    apply(
        file(
            List.of(
                List.of("单位名称", "发现日期", "隐患描述", "整改资金（万元）"),
                List.of("清河超市", "2025-03-05", "甲", new BigDecimal("1.25")))),
        "hazards");

    assertThat(state().list("hazard").get(0).value("funds_yuan"))
        .isEqualTo(Json.of(new BigDecimal("12500")));
  }

  @Test
  void check_whenAStatusContradictsTheDates_asksWhichIsRight() throws Exception {
    ImportReport report =
        check(
            file(
                List.of(
                    List.of("单位名称", "发现日期", "隐患描述", "整改情况", "整改日期"),
                    List.of("清河超市", "2025-03-05", "甲", "已整改", ""),
                    List.of("清河超市", "2025-03-05", "乙", "未整改", "2025-03-09"),
                    List.of("清河超市", "2025-03-05", "丙", "已清理杂物并教育员工", "2025-03-09"))),
            "hazards");

    assertThat(report.bad()).isEqualTo(2);
    assertThat(report.added()).isEqualTo(1);
  }

  @Test
  void apply_ofManyRows_worksInBatchesAndTellsHowFarItIs() throws Exception {
    List<List<?>> rows = new ArrayList<>();
    rows.add(List.of("单位名称", "发现日期", "隐患描述"));
    for (int i = 0; i < 2_345; i++) {
      rows.add(List.of("单位" + i % 7, "2025-03-05", "隐患" + i));
    }
    ImportReport report = apply(file(rows), "hazards");

    assertThat(report.added()).isEqualTo(2_345);
    assertThat(ledger.lastSeq()).isEqualTo(2_345 + 7);
    assertThat(progress).contains(1_000, 2_000);
  }

  @Test
  void template_filledInWithItsExamples_isImported() throws Exception {
    for (String key : ImportKind.KEYS) {
      ImportKind kind = kind(key);
      Path template = folder.resolve(key + ".xlsx");
      try (OutputStream out = Files.newOutputStream(template)) {
        ImportTemplate.write(kind, out);
      }
      assertThat(check(template, key).rows()).isZero();
      Path filled =
          file(
              List.of(
                  kind.columns().stream().map(column -> "*" + column.heading()).toList(),
                  kind.columns().stream().map(ImportColumn::example).toList()));
      ImportReport report = check(filled, key);
      assertThat(report.problems()).as(key).isEmpty();
      assertThat(report.added()).isEqualTo(1);
    }
  }

  @Test
  void apply_ofChecks_findsTheirSites_andMakesNewOnes() throws Exception {
    ImportReport report =
        apply(
            file(
                List.of(
                    List.of("被检查单位", "检查时间", "检查方式", "检查单位", "检查人数"),
                    List.of("清河超市", "2025-03-05", "日常检查", "一科", 2),
                    List.of("清河 超市", "2025-03-06", "双随机抽查", "一科", 2),
                    List.of("东方化工", "2025-03-07", "专项检查", "二科", 3))),
            "inspections");

    assertThat(report.problems()).isEmpty();
    assertThat(report.added()).isEqualTo(3);
    assertThat(report.sites()).isEqualTo(2);
    assertThat(state().list("inspection"))
        .extracting(one -> text(one, "check"))
        .containsExactly("日常", "双随机", "专项");
    assertThat(state().list("inspection").get(0).fields().text(RecordFields.SITE))
        .isEqualTo(state().list("inspection").get(1).fields().text(RecordFields.SITE));
  }

  @Test
  void aliases_ofAKind_meanOneColumnEach() {
    for (String key : ImportKind.KEYS) {
      List<String> all = new ArrayList<>();
      for (ImportColumn column : kind(key).columns()) {
        all.add(Heading.normal(column.heading()));
        column.aliases().stream().map(Heading::normal).distinct().forEach(all::add);
      }
      assertThat(all).as(key).doesNotHaveDuplicates();
    }
  }

  @Test
  void check_ofANumberWithAVastExponent_saysThatItIsNone() throws Exception {
    Path file =
        file(
            List.of(
                List.of("培训日期", "培训内容", "培训对象", "期数", "参训人次", "学时"),
                List.of("2025-03-05", "消防", "企业", 1, new BigDecimal("1E+999999999"), 2),
                List.of("2025-03-06", "消防", "企业", 1, 30, new BigDecimal("1E-999999999"))));

    ImportReport report = check(file, "training");
    assertThat(report.problems())
        .filteredOn(ImportProblem::blocks)
        .extracting(problem -> problem.row() + problem.column() + problem.message())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("2E").contains("“1E+999999999”不是数字"),
            second -> assertThat(second).startsWith("3F").contains("“1E-999999999”不是数字"));
  }
}
