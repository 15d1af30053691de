package cn.anxun.core.recordkind;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Ledgers;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureRejectedException;
import cn.anxun.core.indicator.MeasureVocabulary;
import cn.anxun.core.state.LedgerState;
import org.junit.jupiter.api.Test;

class RecordKindDefinitionTest {
  private static final String PATROL =
      "{'name':'river_patrol','label':'巡河','fields':["
          + "{'name':'length_km','label':'长度','type':'decimal'},"
          + "{'name':'result','label':'结果','type':'code','list':'patrol-result'},"
          + "{'name':'seen_on','label':'日期','type':'date'}]}";

  @Test
  void at_readsTheKindsTheOfficeDefined() {
    LedgerState state =
        new Ledgers().document(Documents.recordKind("river_patrol"), PATROL).build();
    RecordKindDefinition patrol = RecordKindDefinition.at(state).get("river_patrol");
    assertThat(patrol).isNotNull();
    assertThat(patrol.label()).isEqualTo("巡河");
    assertThat(patrol.fields())
        .extracting(field -> field.field().name() + ' ' + field.field().type() + ' ' + field.list())
        .containsExactly("length_km DECIMAL ", "result CODE patrol-result", "seen_on DATE ");
    Fields values =
        new Fields(
            Ledgers.members("{'length_km':'far','result':'好','seen_on':'2023-13-01'}").values());
    assertThat(patrol.listUnreadable(values)).containsExactly("length_km", "seen_on");
  }

  @Test
  void measures_countAndSumTheKindByName() throws MeasureRejectedException {
    LedgerState state =
        new Ledgers()
            .document(Documents.recordKind("river_patrol"), PATROL)
            .add("river_patrol", "2023-05-01", "{'length_km':1.25,'result':'好'}")
            .add("river_patrol", "2023-05-02", "{'length_km':2.5}")
            .build();
    Measure sum = MeasureJson.read(Ledgers.members("{'sum':'river_patrol.length_km'}"));
    Measure count =
        MeasureJson.read(Ledgers.members("{'count':'river_patrol','where':{'result':'好'}}"));
    MeasureVocabulary.at(state).check(sum);
    MeasureVocabulary.at(state).check(count);
    assertThat(FigureEngine.figure(state, sum, "千米", Ledgers.YEAR).printed()).isEqualTo("3.75");
    assertThat(FigureEngine.figure(state, count, "次", Ledgers.YEAR).printed()).isEqualTo("1");
  }

  @Test
  void check_saysEverythingThatIsWrong() {
    String field = "{'name':'f','label':'x','type':'text'}";
    assertThat(
            RecordKindDefinition.check(
                Ledgers.members(
                    "{'name':'drill','label':'','fields':["
                        + field
                        + ","
                        + field
                        + ",{'name':'unit','label':'x','type':'code'},{'name':'Bad','label':'x','type':'text'},"
                        + "{'name':'g','label':'x','type':'money'},{'name':'h','type':'flag'},"
                        + field
                        + "]}")))
        .extracting(problem -> problem.path() + ' ' + problem.code())
        .containsExactlyInAnyOrder(
            "name DUPLICATE",
            "label MISSING",
            "fields TOO_MANY",
            "fields[1].name DUPLICATE",
            "fields[2].name DUPLICATE",
            "fields[3].name BAD_NAME",
            "fields[4].type UNKNOWN_VALUE",
            "fields[5].label MISSING");
    assertThat(RecordKindDefinition.check(Ledgers.members(PATROL))).isEmpty();
    assertThat(
            RecordKindDefinition.find(
                Ledgers.members("{'name':'planned_site','label':'x','fields':[]}")))
        .isEmpty();
  }

  @Test
  void fields_haveTheTypesOfTheShippedOnes() {
    RecordKindDefinition all =
        RecordKindDefinition.find(
                Ledgers.members(
                    "{'name':'k','label':'x','fields':[{'name':'a','label':'x','type':'text'},"
                        + "{'name':'b','label':'x','type':'codes'},{'name':'c','label':'x','type':'integer'},"
                        + "{'name':'d','label':'x','type':'flag'}]}"))
            .orElseThrow();
    assertThat(all.fields())
        .extracting(field -> field.field().type())
        .containsExactly(Field.Type.TEXT, Field.Type.CODES, Field.Type.INTEGER, Field.Type.FLAG);
  }
}
