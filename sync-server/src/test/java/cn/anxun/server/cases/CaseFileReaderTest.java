package cn.anxun.server.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFileReaderTest {
  private static final String CASE =
      """
      {"bureau": {"name": "某区应急管理局", "division": "369901", "year": 2024},
       "records": [%s], "expected": [%s], "forms": [%s], "source": "忽略"}
      """;

  @Test
  void read_whenEveryKindAndFieldOccurs_readsThem() {
    CaseFile file = CaseFiles.read(CaseFiles.everyKind());

    assertThat(file.bureau().communities()).isEqualTo(17);
    assertThat(file.groups().get(0).distinctSites()).isEqualTo(11);
    assertThat(file.groups().get(1).labels("campaign")).containsExactly("百日攻坚", "燃气整治");
    assertThat(file.groups().stream().map(CaseFile.Group::kind).distinct())
        .containsExactlyInAnyOrder(GroupKind.values());
    for (GroupKind kind : GroupKind.values()) {
      assertThat(kind.fields().keySet())
          .allMatch(
              field ->
                  file.groups().stream()
                      .anyMatch(group -> group.kind() == kind && group.states(field)),
              "every field of " + kind + " occurs");
    }
    assertThat(file.forms().get(1).mustFlags()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'kind': 'flood', 'count': 1} | records[0].kind | flood",
        "{'kind': 'drill'} | records[0].count | 整数",
        "{'kind': 'drill', 'count': -1} | records[0].count | 整数",
        "{'kind': 'drill', 'count': 1.5} | records[0].count | 整数",
        "{'kind': 'drill', 'count': 1, 'attendees': 3} | records[0].attendees | 第 0 组",
        "{'kind': 'drill', 'count': 1, 'participants': '多'} | records[0].participants | 合计",
        "{'kind': 'drill', 'count': 0, 'participants': 3} | records[0].participants | count 为 0",
        "{'kind': 'drill', 'count': 1, 'level': 7} | records[0].level | 文字",
        "{'kind': 'enforcement', 'count': 1, 'fine_yuan': 0.001} | records[0].fine_yuan | 两位小数",
        "{'kind': 'inspection', 'count': 2, 'distinct_sites': 3} | records[0].distinct_sites | 2",
        "{'kind': 'inspection', 'count': 2, 'distinct_sites': 0} | records[0].distinct_sites | 2",
        "{'kind': 'inspection', 'count': 3, 'distinct_sites': 2, 'planned_sites': 3} | "
            + "records[0].planned_sites | 2",
        "{'kind': 'inspection', 'count': 1, 'planned': 'yes'} | records[0].planned | true",
        "{'kind': 'inspection', 'count': 1, 'campaign': []} | records[0].campaign | 1",
        "{'kind': 'hazard', 'count': 1, 'state': '已整改'} | records[0].state | closed",
        "{'kind': 'hazard', 'count': 1, 'state': 'open', 'fixed_on_the_spot': true} | "
            + "records[0].state | 现场整改",
      })
  void read_whenAGroupIsWrong_saysWhereAndWhat(String group, String path, String said) {
    assertRejected(CASE.formatted(group.replace('\'', '"'), "", ""), path, said);
  }

  @Test
  void read_whenAMeasureIsWrong_saysWhere() {
    String expected =
        """
        {"indicator": "甲", "measure": {"rate": [{"count": "drill"}, {"cuont": "drill"}]}, "value": 1}
        """;

    assertRejected(CASE.formatted("", expected, ""), "expected[0].measure.rate[1]", "count");
  }

  @Test
  void read_whenAFormIsWrong_saysWhere() {
    String form = "{\"title\": \"表\", \"template\": \"项目支出绩效自评表\", \"rows\": [{\"l1\": \"产出\"}]}";

    assertRejected(CASE.formatted("", "", form), "forms[0]", "rows[0].l3");
  }

  @Test
  void read_whenOursHasAnUnknownMember_saysWhichThereAre() {
    String form =
        """
        {"title": "表", "template": "项目支出绩效自评表", "rows": [{"l1": "产出", "l3": "行"}],
         "ours": {"weight": 105}}
        """;

    assertRejected(CASE.formatted("", "", form), "forms[0].ours.weight", "weights");
  }

  @Test
  void read_whenItIsNotJson_saysSo() {
    assertRejected("{\"bureau\": ", "", "JSON");
  }

  @Test
  void read_whenTheDivisionIsNoCountysCode_saysSo() {
    assertRejected(CASE.formatted("", "", "").replace("369901", "36"), "bureau.division", "6 位数字");
  }

  @Test
  void read_whenThereIsNoSuchFile_saysWhichOne() {
    assertThatExceptionOfType(CaseFileException.class)
        .isThrownBy(() -> CaseFileReader.read(Path.of("no-such-case.json")))
        .withMessageContaining("no-such-case.json");
  }

  private static void assertRejected(String json, String path, String said) {
    assertThatExceptionOfType(CaseFileException.class)
        .isThrownBy(() -> CaseFileReader.read(json.getBytes(StandardCharsets.UTF_8)))
        .satisfies(e -> assertThat(e.path()).isEqualTo(path))
        .withMessageContaining(said);
  }
}
