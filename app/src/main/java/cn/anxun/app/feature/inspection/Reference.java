package cn.anxun.app.feature.inspection;

import cn.anxun.core.checklist.Checklist;
import cn.anxun.core.checklist.Checklists;
import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.hazardlibrary.HazardLibrary;
import java.util.ArrayList;
import java.util.List;

/** What the forms offer, as the office has it by now. */
record Reference(CodeLists codes, HazardLibrary hazards, Checklists checklists) {

  static Reference standard() {
    return new Reference(CodeLists.shipped(), HazardLibrary.standard(), Checklists.standard());
  }

  /** The checklist of a visit; that of its kind of site where the office has it no more. */
  Checklist checklist(VisitDraft visit) {
    return checklists
        .find(visit.checklist())
        .orElseGet(() -> checklists.getFor(visit.site().kind(), visit.site().industry()));
  }

  /** The values of a list to choose from. */
  List<CodeList.Item> offered(String list) {
    return codes.get(list).listOffered();
  }

  /** The levels that a finder may give: 拟判重大 follows from 重大 by itself. */
  List<CodeList.Item> levels() {
    List<CodeList.Item> levels = offered("hazard-level");
    levels.removeIf(level -> level.value().equals("拟判重大"));
    return levels;
  }

  /** Without those that only head a group. */
  List<CodeList.Item> offeredLeaves(String list) {
    List<CodeList.Item> leaves = new ArrayList<>();
    List<CodeList.Item> all = offered(list);
    for (CodeList.Item item : all) {
      if (all.stream().noneMatch(each -> each.parent().equals(item.value()))) {
        leaves.add(item);
      }
    }
    return leaves;
  }
}
