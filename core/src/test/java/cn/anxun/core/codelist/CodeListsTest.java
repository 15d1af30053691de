package cn.anxun.core.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.codelist.CodeList.Item;
import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.indicator.Ledgers;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeListsTest {
  /** Coded fields whose values are units, divisions or names of record types, not lists. */
  private static final Set<String> NOT_LISTED =
      Set.of(
          "unit",
          "division",
          "responsible_unit",
          "supervising_department",
          "inspector_names",
          "attendee_names",
          "record_kind",
          "measured",
          "measured_field");

  @Test
  void shipped_hasAListForEveryCodedFieldOfARecord() {
    List<String> without = new ArrayList<>();
    for (Kind kind : Kinds.ALL) {
      for (Field<?> field : kind.fields().values()) {
        boolean coded = field.type() == Field.Type.CODE || field.type() == Field.Type.CODES;
        if (coded
            && kind.effect() == Kind.Effect.OPENS
            && !NOT_LISTED.contains(field.name())
            && !CodeLists.shipped().find(kind.recordType(), field.name()).isPresent()) {
          without.add(kind.recordType() + '.' + field.name());
        }
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void shipped_hasNoValueTwiceAndEnglishBesideEach() {
    for (CodeList list : CodeLists.shipped().list()) {
      Set<String> values = new HashSet<>();
      assertThat(list.label()).isNotEmpty();
      assertThat(list.english()).isNotEmpty();
      for (Item item : list.items()) {
        assertThat(values.add(item.value())).as(list.name() + " " + item.value()).isTrue();
        assertThat(item.english()).as(item.value()).isNotEmpty();
      }
    }
  }

  @Test
  void find_givesTheListOfAFieldOfItsOwnType() {
    CodeLists lists = CodeLists.shipped();
    assertThat(lists.find("drill", "level").map(CodeList::name)).hasValue("drill-level");
    assertThat(lists.find("hazard", "level").map(CodeList::name)).hasValue("hazard-level");
    assertThat(lists.find("accident", "industry").map(CodeList::name)).hasValue("industry");
    assertThat(lists.find("drill", "participants")).isEmpty();
    assertThat(lists.get("hazard-category").top("消防")).isEqualTo("现场管理");
    assertThat(lists.get("industry").top("冶金")).isEqualTo("工贸");
    assertThat(lists.get("industry").top("航天")).isEqualTo("航天");
  }

  @Test
  void at_whenTheOfficeRevisedAList_givesItsItemsUnderTheShippedLabel() {
    LedgerState state =
        new Ledgers()
            .document(
                Documents.codeList("drill-level"),
                "{'items':[{'value':'市级','en':'City'},{'value':'区级','withdrawn':true}]}")
            .document(Documents.codeList("own"), "{'items':[{'value':'甲'}]}")
            .build();
    CodeList levels = CodeLists.at(state).get("drill-level");
    assertThat(levels.label()).isEqualTo("演练级别");
    assertThat(levels.items())
        .containsExactly(new Item("市级", "City", "", false), new Item("区级", "", "", true));
    assertThat(levels.listOffered()).extracting(Item::value).containsExactly("市级");
    assertThat(CodeLists.at(state).get("own").items()).hasSize(1);
    assertThat(CodeLists.shipped().get("drill-level").items()).hasSize(5);
  }

  @Test
  void check_saysEverythingThatIsWrong() {
    List<DocumentProblem> problems =
        CodeList.check(
            Ledgers.members(
                "{'items':[{'value':'甲'},{'value':'甲'},{'value':''},{'en':'x'},7,"
                    + "{'value':'乙','parent':'丁'},{'value':'丙','parent':'丙'},{'value':'长','withdrawn':'yes'}]}"));
    assertThat(problems)
        .extracting(problem -> problem.path() + ' ' + problem.code())
        .containsExactlyInAnyOrder(
            "items[1].value DUPLICATE",
            "items[2].value MISSING",
            "items[3].value MISSING",
            "items[4] WRONG_TYPE",
            "items[5].parent UNKNOWN_PARENT",
            "items[6].parent UNKNOWN_PARENT",
            "items[7].withdrawn WRONG_TYPE");
    assertThat(problems).noneMatch(problem -> problem.message().matches(".*\\{[01]}.*"));
    assertThat(CodeList.check(Ledgers.members("{}")))
        .extracting(DocumentProblem::code)
        .containsExactly(Code.MISSING);
    assertThat(CodeList.check(Ledgers.members("{'items':[]}"))).isEmpty();
  }
}
