package cn.anxun.server.console.measure;

import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureRejectedException;
import cn.anxun.server.console.measure.MeasureDraft.Choice;
import cn.anxun.server.console.measure.MeasureDraft.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A measure that is being put together: its inputs, and what is wrong with it, in sentences. */
final class DraftWords {
  private final MeasureRequest asked;
  private final MeasureDraft draft;

  DraftWords(MeasureRequest asked, MeasureDraft draft) {
    this.asked = asked;
    this.draft = draft;
  }

  /** The measure; empty where it is not complete or does not fit, which goes to the problems. */
  Optional<Measure> measure(List<String> problems) {
    List<String> found = new ArrayList<>();
    check(DraftRequest.PART, draft.part(), found);
    check(DraftRequest.WHOLE, draft.whole(), found);
    if (found.isEmpty()) {
      try {
        Measure measure = MeasureJson.read(draft.json(asked.vocabulary));
        asked.vocabulary.check(measure);
        return Optional.of(measure);
      } catch (MeasureRejectedException e) {
        found.add(e.problem().message());
      }
    }
    problems.addAll(found);
    return Optional.empty();
  }

  private void check(String side, List<Term> terms, List<String> problems) {
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      String place = place(side, i, terms.size());
      if (!term.how().equals(MeasureDraft.COUNT) && term.field().isEmpty()) {
        problems.add(asked.t("no-field." + term.how(), place));
      }
      Set<String> seen = new HashSet<>();
      for (Choice choice : term.choices()) {
        String name = asked.choices.field(term.type(), choice.field());
        if (!choice.field().isEmpty() && choice.values().isEmpty()) {
          problems.add(asked.t("no-value", place, name));
        }
        if (!choice.field().isEmpty() && !seen.add(choice.field())) {
          problems.add(asked.t("condition-twice", place, name));
        }
      }
    }
  }

  /** What people call a term: 分子第 2 项. */
  private String place(String side, int number, int of) {
    String name = sideLabel(side);
    return of == 1 ? name : asked.t("term-of", name, number + 1);
  }

  private String sideLabel(String side) {
    return draft.isRate() ? asked.t(side) : asked.t("what");
  }

  List<MeasureForm.Side> sides() {
    List<MeasureForm.Side> sides = new ArrayList<>();
    sides.add(side(DraftRequest.PART, draft.part()));
    if (draft.isRate()) {
      sides.add(side(DraftRequest.WHOLE, draft.whole()));
    }
    return sides;
  }

  private MeasureForm.Side side(String side, List<Term> terms) {
    List<MeasureForm.Term> shown = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      shown.add(term(side, i, terms));
    }
    return new MeasureForm.Side(side, sideLabel(side), shown);
  }

  private MeasureForm.Term term(String side, int number, List<Term> terms) {
    Term term = terms.get(number);
    String name = side + '.' + number;
    List<MeasureForm.Condition> conditions = new ArrayList<>();
    for (int i = 0; i < term.choices().size(); i++) {
      Choice choice = term.choices().get(i);
      List<Option> values =
          choice.field().isEmpty()
              ? List.of()
              : asked.choices.values(term.type(), choice.field(), choice.values());
      conditions.add(
          new MeasureForm.Condition(
              name + ".c." + i,
              asked.t("condition-of", place(side, number, terms.size()), i + 1),
              asked.choices.conditions(term.type(), choice.field()),
              choice.field(),
              values,
              values.isEmpty() ? String.join("、", choice.values()) : ""));
    }
    return new MeasureForm.Term(
        name,
        terms.size() == 1 ? "" : asked.t(number == 0 ? "first-term" : "less-term", number + 1),
        asked.choices.types(term.type()),
        asked.choices.hows(term.how()),
        asked.choices.fields(term),
        asked.choices.whens(term.type(), term.when()),
        conditions);
  }
}
