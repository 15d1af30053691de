package cn.anxun.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.checklist.Checklist.Item;
import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.hazardlibrary.HazardLibrary;
import cn.anxun.core.hazardlibrary.LibraryHazard;
import cn.anxun.core.indicator.Ledgers;
import cn.anxun.core.state.LedgerState;
import org.junit.jupiter.api.Test;

class ChecklistsTest {
  @Test
  void standard_hasOneOfItsOwnForEveryKindOfSite() {
    for (CodeList.Item kind : CodeLists.shipped().get("site-kind").items()) {
      Checklist checklist = Checklists.standard().getFor(kind.value(), "");
      assertThat(checklist.siteKinds()).containsExactly(kind.value());
      assertThat(checklist.items()).as(kind.value()).hasSizeBetween(8, 15);
    }
  }

  @Test
  void standard_asksAboutHazardsOfTheLibraryUsualAtThatSite() {
    for (Checklist checklist : Checklists.standard().list()) {
      assertThat(checklist.english()).isNotEmpty();
      for (Item item : checklist.items()) {
        LibraryHazard hazard = HazardLibrary.standard().get(item.hazard());
        assertThat(item.english()).isNotEmpty();
        for (String kind : checklist.siteKinds()) {
          assertThat(hazard.siteKinds().isEmpty() || hazard.siteKinds().contains(kind))
              .as(checklist.key() + ' ' + hazard.key())
              .isTrue();
        }
      }
    }
  }

  @Test
  void getFor_takesTheClosest() {
    Checklists checklists = Checklists.standard();
    assertThat(checklists.getFor("企业", "危化").key()).isEqualTo("enterprise-chemicals");
    assertThat(checklists.getFor("企业", "机械").key()).isEqualTo("enterprise-industry");
    assertThat(checklists.getFor("企业", "旅游").key()).isEqualTo("enterprise");
    assertThat(checklists.getFor("小商铺", "危化").key()).isEqualTo("small-shop");
    assertThat(checklists.getFor("码头", "").key()).isEqualTo("general");
    assertThat(checklists.getFor("", "").key()).isEqualTo("general");
  }

  @Test
  void at_whenTheOfficeRevisedIt_takesItsOwnBeforeTheShipped() {
    LedgerState state =
        new Ledgers()
            .document(
                Documents.HAZARD_LIBRARY,
                "{'hazards':[{'key':'own','text':'本区自定','category':'消防','question':'有无？'}],"
                    + "'checklists':[{'key':'own-shop','label':'本区商铺','site_kinds':['小商铺'],'items':["
                    + "{'hazard':'own'},{'hazard':'exit-blocked','key':'exit','text':'出口？','en':'Exit?'},"
                    + "{'key':'free','text':'其他情况？'},{'key':'lost','text':'甲','hazard':'none'}]}]}")
            .build();
    Checklist checklist = Checklists.at(state).getFor("小商铺", "");
    assertThat(checklist.key()).isEqualTo("own-shop");
    assertThat(checklist.items())
        .containsExactly(
            new Item("own", "有无？", "", "own"),
            new Item("exit", "出口？", "Exit?", "exit-blocked"),
            new Item("free", "其他情况？", "", ""),
            new Item("lost", "甲", "", ""));
    assertThat(checklist.find("exit")).hasValue(checklist.items().get(1));
    assertThat(checklist.find("none")).isEmpty();
    assertThat(Checklists.at(state).find("small-shop")).isPresent();
  }

  @Test
  void getFor_whenTheOfficeWithdrewAList_takesTheNext() {
    LedgerState state =
        new Ledgers()
            .document(
                Documents.HAZARD_LIBRARY,
                "{'hazards':[],'checklists':[{'key':'small-shop','label':'甲','site_kinds':['小商铺'],"
                    + "'items':[],'withdrawn':true}]}")
            .build();
    assertThat(Checklists.at(state).getFor("小商铺", "").key()).isEqualTo("general");
  }

  @Test
  void check_saysEverythingThatIsWrongOfHazardsAndChecklists() {
    String text =
        "{'hazards':[{'key':'own','text':'x','category':'消防'},{'key':'bad'}],'checklists':["
            + "{'key':'A','label':'甲','items':[]},{'label':'甲','items':[]},"
            + "{'key':'b','items':[{'hazard':'none','key':'x','text':'甲'},{'hazard':'own'},{'text':'甲'},"
            + "{'key':'x','text':'甲'},{'key':'y','hazard':'exit-blocked'}]},"
            + "{'key':'b','label':'甲'}]}";
    assertThat(Checklists.check(Ledgers.members(text), HazardLibrary.standard()))
        .allMatch(problem -> !problem.message().matches(".*\\{[01]}.*"))
        .extracting(problem -> problem.path() + ' ' + problem.code())
        .containsExactlyInAnyOrder(
            "hazards[1].text MISSING",
            "hazards[1].category MISSING",
            "checklists[0].key BAD_NAME",
            "checklists[1].key MISSING",
            "checklists[2].label MISSING",
            "checklists[2].items[0].hazard UNKNOWN_VALUE",
            "checklists[2].items[1].text MISSING",
            "checklists[2].items[2].key MISSING",
            "checklists[2].items[3].key DUPLICATE",
            "checklists[3].key DUPLICATE",
            "checklists[3].items MISSING");
    assertThat(Checklists.check(Ledgers.members("{'hazards':[]}"), HazardLibrary.standard()))
        .isEmpty();
  }
}
