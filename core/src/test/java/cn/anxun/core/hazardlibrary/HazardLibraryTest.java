package cn.anxun.core.hazardlibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.document.Resources;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.indicator.Ledgers;
import cn.anxun.core.state.LedgerState;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HazardLibraryTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void standard_usesCodesOfTheShippedListsAlone() {
    CodeLists lists = CodeLists.shipped();
    Set<String> kinds = new HashSet<>();
    for (LibraryHazard hazard : HazardLibrary.standard().list()) {
      assertThat(lists.get("hazard-category").find(hazard.category()))
          .as(hazard.key() + ' ' + hazard.category())
          .isPresent();
      assertThat(lists.get("hazard-level").find(hazard.level())).as(hazard.key()).isPresent();
      assertThat(lists.get("industry").items().stream().map(CodeList.Item::value).toList())
          .as(hazard.key())
          .containsAll(hazard.industries());
      kinds.addAll(hazard.siteKinds());
    }
    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(
            lists.get("site-kind").items().stream().map(CodeList.Item::value).toList());
  }

  @Test
  void standard_namesABasisAndMeasuresForEachAndACriterionForTheMajor() {
    assertThat(HazardLibrary.standard().list()).hasSizeBetween(60, 150);
    for (LibraryHazard hazard : HazardLibrary.standard().list()) {
      assertThat(hazard.legalBasis()).as(hazard.key()).startsWith("《").contains("》");
      assertThat(hazard.measures()).as(hazard.key()).isNotEmpty();
      assertThat(hazard.question()).as(hazard.key()).isNotEmpty();
      assertThat(hazard.questionEnglish()).as(hazard.key()).isNotEmpty();
      assertThat(hazard.criterion().isEmpty())
          .as(hazard.key())
          .isEqualTo(hazard.level().equals("一般"));
      assertThat(hazard.level().equals("重大") && hazard.fixedOnTheSpot())
          .as("a major hazard is not closed as it is found: " + hazard.key())
          .isFalse();
    }
  }

  @Test
  void prefill_whenFixedOnTheSpot_hasNoDeadline() {
    Fields fields = HazardLibrary.standard().get("exit-blocked").prefill(DAY);
    assertThat(fields.text(HazardFound.DESCRIPTION)).isEqualTo("安全出口、疏散通道被杂物堵塞或占用，通行宽度不足");
    assertThat(fields.text(HazardFound.CATEGORY)).isEqualTo("消防");
    assertThat(fields.text(HazardFound.LEVEL)).isEqualTo("一般");
    assertThat(fields.text(HazardFound.LEGAL_BASIS)).isEqualTo("《中华人民共和国消防法》第二十八条");
    assertThat(fields.is(HazardFound.FIXED_ON_THE_SPOT)).isTrue();
    assertThat(fields.find(HazardFound.DEADLINE)).isEmpty();
    assertThat(fields.find(HazardFound.CRITERION)).isEmpty();
  }

  @Test
  void prefill_whenMajor_hasADeadlineAndTheCriterion() {
    LibraryHazard crane = HazardLibrary.standard().get("site-crane");
    Fields fields = crane.prefill(DAY);
    assertThat(fields.text(HazardFound.LEVEL)).isEqualTo("重大");
    assertThat(fields.text(HazardFound.CRITERION)).isEqualTo("《房屋市政工程生产安全重大事故隐患判定标准》");
    assertThat(fields.is(HazardFound.FIXED_ON_THE_SPOT)).isFalse();
    assertThat(fields.find(HazardFound.DEADLINE)).hasValue(LocalDate.of(2026, 3, 5));
    assertThat(crane.deadline(DAY)).isEqualTo("2026-03-05");
  }

  @Test
  void at_whenTheOfficeRevisedIt_addsAndReplacesByKeyOverAllParts() {
    LedgerState state =
        new Ledgers()
            .document(
                Documents.HAZARD_LIBRARY,
                "{'hazards':[{'key':'exit-blocked','text':'出口堵塞','category':'消防','withdrawn':true},"
                    + "{'key':'bad key','text':'x','category':'消防'}]}")
            .document(
                Documents.HAZARD_LIBRARY + "/2",
                "{'hazards':[{'key':'own','text':'本区自定','category':'其他现场管理','level':'较大'}]}")
            .build();
    HazardLibrary library = HazardLibrary.at(state);
    assertThat(library.list()).hasSize(HazardLibrary.standard().list().size() + 1);
    assertThat(library.get("exit-blocked").text()).isEqualTo("出口堵塞");
    assertThat(library.listOffered("小商铺", ""))
        .extracting(LibraryHazard::key)
        .contains("own")
        .doesNotContain("exit-blocked");
    assertThat(library.get("own").deadlineDays()).isEqualTo(30);
    assertThat(library.find("bad key")).isEmpty();
    assertThatThrownBy(() -> library.get("none")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void listOffered_putsWhatIsUsualThereFirstAndLeavesNothingOut() {
    HazardLibrary library = HazardLibrary.standard();
    List<LibraryHazard> offered = library.listOffered("小商铺", "");
    assertThat(offered).hasSameSizeAs(library.list());
    assertThat(offered.get(0).siteKinds()).contains("小商铺");
    assertThat(offered.get(offered.size() - 1).fits("小商铺", "")).isFalse();
  }

  @Test
  void search_findsEveryWordInTextCategoryBasisOrQuestion() {
    List<LibraryHazard> all = HazardLibrary.standard().list();
    assertThat(HazardLibrary.search(all, " 灭火器 消防法 "))
        .extracting(LibraryHazard::key)
        .contains("extinguisher-expired", "extinguisher-missing")
        .doesNotContain("exit-blocked");
    assertThat(HazardLibrary.search(all, "ARE UNLOCKED"))
        .extracting(LibraryHazard::key)
        .containsExactly("exit-locked");
    assertThat(HazardLibrary.search(all, "")).hasSameSizeAs(all);
    assertThat(HazardLibrary.search(all, "恐龙")).isEmpty();
  }

  @Test
  void check_saysEverythingThatIsWrong() {
    String text =
        "{'hazards':[{'text':'x','category':'消防'},{'key':'a','category':'消防'},"
            + "{'key':'b','text':'x'},{'key':'B','text':'x','category':'消防'},"
            + "{'key':'c','text':'x','category':'消防'},{'key':'c','text':'x','category':'消防'},"
            + "{'key':'d','text':'x','category':'消防','level':'特大'},"
            + "{'key':'e','text':'x','category':'消防','level':'重大'},"
            + "{'key':'f','text':'x','category':'消防','deadline_days':400},"
            + "{'key':'g','text':'x','category':'消防','deadline_days':1.5,'site_kinds':'学校'},"
            + "{'key':'h','text':'x','category':'消防','fixed_on_the_spot':'yes'},7]}";
    assertThat(HazardLibrary.check(Ledgers.members(text)))
        .allMatch(problem -> !problem.message().matches(".*\\{[01]}.*"))
        .extracting(problem -> problem.path() + ' ' + problem.code())
        .containsExactlyInAnyOrder(
            "hazards[0].key MISSING",
            "hazards[1].text MISSING",
            "hazards[2].category MISSING",
            "hazards[3].key BAD_NAME",
            "hazards[5].key DUPLICATE",
            "hazards[6].level UNKNOWN_VALUE",
            "hazards[7].criterion MISSING",
            "hazards[8].deadline_days WRONG_TYPE",
            "hazards[9].deadline_days WRONG_TYPE",
            "hazards[9].site_kinds WRONG_TYPE",
            "hazards[10].fixed_on_the_spot WRONG_TYPE",
            "hazards[11] WRONG_TYPE");
    assertThat(HazardLibrary.check(Resources.json("/cn/anxun/core/hazardlibrary/standard.json")))
        .isEmpty();
  }
}
