package cn.anxun.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Count;
import cn.anxun.core.indicator.Measure.Distinct;
import cn.anxun.core.indicator.Measure.Net;
import cn.anxun.core.indicator.Measure.Rate;
import cn.anxun.core.indicator.Measure.Stock;
import cn.anxun.core.indicator.Measure.Sum;
import cn.anxun.core.indicator.Measure.Where;
import cn.anxun.core.indicator.MeasureProblem.Code;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureJsonTest {

  @Test
  void read_whenACountHasConditions_readsEachValueAsAnyOf() {
    Measure measure =
        Ledgers.measure(
            "{'count':'inspection','distinct':'site','where':{'campaign':['甲','乙'],'planned':true},'on':'date'}");
    assertThat(measure)
        .isEqualTo(
            new Count(
                "inspection",
                new Distinct("site"),
                new Where(
                    Map.of(
                        "campaign", List.of(Json.of("甲"), Json.of("乙")),
                        "planned", List.of(Json.TRUE))),
                Basis.RECORDED));
  }

  @Test
  void read_whenASumHasADot_splitsTypeAndField() {
    assertThat(Ledgers.measure("{'sum':'enforcement.fine_yuan'}"))
        .isEqualTo(new Sum("enforcement", "fine_yuan", Where.ALL, Basis.RECORDED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'count':'hazard','wher':{}} | UNKNOWN_MEMBER | wher",
        "{'rate':[{'count':'a'},{'count':'b'}],'where':{}} | UNKNOWN_MEMBER | where",
        "{'count':7} | WRONG_TYPE | count",
        "{'count':'hazard','where':[]} | WRONG_TYPE | where",
        "{'count':'hazard','stock':'middle'} | WRONG_TYPE | stock",
        "{'rate':'hazard'} | WRONG_TYPE | rate",
        "{'rate':[{'count':'hazard'},7]} | WRONG_TYPE | rate[1]",
        "{} | NO_MEASURE | ''",
        "{'count':'hazard','sum':'hazard.x'} | NO_MEASURE | ''",
        "{'count':'Hazard'} | BAD_NAME | count",
        "{'count':'hazard','where':{'a.b':1}} | BAD_NAME | where.a.b",
        "{'sum':'hazard'} | SUM_WITHOUT_FIELD | sum",
        "{'sum':'hazard.'} | SUM_WITHOUT_FIELD | sum",
        "{'rate':[{'rate':[{'count':'a'},{'count':'b'}]},{'count':'b'}]} | NESTED | rate[0]",
        "{'net':[{'count':'a'},{'net':[{'count':'a'},{'count':'b'}]}]} | NESTED | net[1]",
        "{'rate':[{'net':[{'count':'a'},{'rate':[]}]},{'count':'b'}]} | NESTED | rate[0].net[1]",
        "{'rate':[{'count':'a'}]} | TERMS | rate",
        "{'net':[{'count':'a'}]} | TERMS | net",
        "{'count':'hazard','where':{'level':{'is':'x'}}} | WHERE_VALUE | where.level",
        "{'rate':[{'count':'a'},{'count':'b','where':{'c':[['x']]}}]} | WHERE_VALUE |"
            + " rate[1].where.c",
        "{'count':'hazard','where':{'level':null}} | WHERE_VALUE | where.level",
        "{'count':'hazard','where':{'level':[]}} | WHERE_VALUE | where.level",
        "{'count':'drill','stock':'end'} | STOCK | stock",
        "{'count':'hazard','stock':'end','on':'closed_on'} | STOCK | stock",
      })
  void read_whenSomethingIsWrong_namesThePathAndWhatToDo(String text, Code code, String path) {
    MeasureProblem problem = rejected(Ledgers.members(text));
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.path()).isEqualTo(path.equals("''") ? "" : path);
    assertThat(problem.message()).matches("(?s).*[\\u4e00-\\u9fff].*").doesNotContain("{0}", "{1}");
  }

  @Test
  void read_whenTheMeasureIsOversized_rejectsIt() {
    Json.MembersBuilder many = Json.members();
    for (int i = 0; i <= MeasureJson.MAX_CONDITIONS; i++) {
      many.put("f" + i, true);
    }
    Json count = Json.members().put("count", "hazard").put("where", many.build()).build();
    assertThat(rejected(count).code()).isEqualTo(Code.TOO_MANY);
    String longText = "长".repeat(MeasureJson.MAX_TEXT + 1);
    assertThat(
            rejected(Ledgers.members("{'count':'hazard','where':{'level':'" + longText + "'}}"))
                .code())
        .isEqualTo(Code.TOO_LONG);
    String values = "'x',".repeat(MeasureJson.MAX_VALUES) + "'x'";
    assertThat(
            rejected(Ledgers.members("{'count':'hazard','where':{'level':[" + values + "]}}"))
                .code())
        .isEqualTo(Code.TOO_MANY);
    assertThat(rejected(Ledgers.members("{'count':'" + "h".repeat(49) + "'}")).code())
        .isEqualTo(Code.BAD_NAME);
  }

  @Test
  void read_whenItIsNoObject_rejectsIt() {
    assertThat(rejected(Json.of("hazard")).code()).isEqualTo(Code.WRONG_TYPE);
  }

  private static MeasureProblem rejected(Json json) {
    return catchThrowableOfType(MeasureRejectedException.class, () -> MeasureJson.read(json))
        .problem();
  }

  @Property(tries = 300)
  void read_ofWhatWasWritten_givesAnEqualMeasure(@ForAll("measures") Measure measure)
      throws MeasureRejectedException {
    String text = JsonText.write(MeasureJson.write(measure));
    assertThat(MeasureJson.read(JsonText.read(text))).isEqualTo(measure);
  }

  @Provide
  Arbitrary<Measure> measures() {
    Arbitrary<Measure> simple = Arbitraries.oneOf(counts(), sums());
    Arbitrary<Measure> nets = simple.list().ofMinSize(2).ofMaxSize(4).map(Net::new);
    Arbitrary<Measure> terms = Arbitraries.oneOf(simple, nets);
    return Arbitraries.oneOf(terms, Combinators.combine(terms, terms).as(Rate::new));
  }

  private static Arbitrary<Measure> counts() {
    Arbitrary<Distinct> distinct =
        names().map(Distinct::new).injectNull(0.5).map(MeasureJsonTest::orRecords);
    return Combinators.combine(types(), distinct, wheres(), names(), Arbitraries.of(Stock.class))
        .as((type, of, where, on, stock) -> new Count(type, of, where, basis(type, on, stock)));
  }

  private static Arbitrary<Measure> sums() {
    return Combinators.combine(types(), names(), wheres(), names(), Arbitraries.of(Stock.class))
        .as((type, field, where, on, stock) -> new Sum(type, field, where, basis(type, on, stock)));
  }

  private static Distinct orRecords(@org.jspecify.annotations.Nullable Distinct distinct) {
    return distinct == null ? Distinct.RECORDS : distinct;
  }

  private static Basis basis(String type, String on, Stock stock) {
    return stock == Stock.NONE || !type.equals("hazard")
        ? new Basis(on, Stock.NONE)
        : new Basis("date", stock);
  }

  private static Arbitrary<String> types() {
    return Arbitraries.oneOf(Arbitraries.of("hazard", "inspection"), names());
  }

  private static Arbitrary<String> names() {
    return Combinators.combine(
            Arbitraries.strings().withCharRange('a', 'z').ofLength(1),
            Arbitraries.strings().withCharRange('a', 'z').withChars("0_9").ofMaxLength(20))
        .as(String::concat);
  }

  private static Arbitrary<Where> wheres() {
    Arbitrary<Json> values =
        Arbitraries.oneOf(
            Arbitraries.strings()
                .excludeChars('\u0000')
                .ofMaxLength(20)
                .map(MeasureJsonTest::whole)
                .map(Json::of),
            Arbitraries.of(true, false).map(Json::of),
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e12"), new BigDecimal("1e12"))
                .ofScale(4)
                .map(Json::of));
    return Arbitraries.maps(names(), values.list().ofMinSize(1).ofMaxSize(4))
        .ofMaxSize(4)
        .map(Where::new);
  }

  /** Half surrogate pairs do not exist in UTF-8. */
  private static String whole(String text) {
    return text.replaceAll("[\\ud800-\\udfff]", "");
  }
}
