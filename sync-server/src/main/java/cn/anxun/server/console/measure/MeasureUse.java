package cn.anxun.server.console.measure;

import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormLibrary;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormRow;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.ranking.RankingRule;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where indicators are used: rows of forms, which hold their measure themselves, and the ranking,
 * which names the indicator.
 */
final class MeasureUse {
  private static final String FORMS = "doc/form/";

  private final Map<Measure, List<String>> rows = new HashMap<>();
  private final RankingRule ranking;
  private final Texts texts;

  MeasureUse(LedgerState state, Texts texts) {
    this.texts = texts;
    this.ranking = RankingRule.at(state);
    for (int year : years(state)) {
      FormLibrary library = new FormLibrary(state, year);
      for (String key : library.keys()) {
        add(library, key, year);
      }
    }
  }

  /** The years that have forms. */
  static Set<Integer> years(LedgerState state) {
    Set<Integer> years = new TreeSet<>();
    for (String subject : state.documents().keySet()) {
      if (subject.matches(FORMS + "\\d{4}/.+")) {
        years.add(Integer.parseInt(subject.substring(FORMS.length(), FORMS.length() + 4)));
      }
    }
    return years;
  }

  private void add(FormLibrary library, String key, int year) {
    try {
      library.find(key).ifPresent(form -> add(form, year));
    } catch (FormRejectedException e) {
      // A form that cannot be read uses nothing; its own page says why.
    }
  }

  private void add(FormDefinition form, int year) {
    for (FormRow row : form.rows()) {
      row.measure()
          .ifPresent(
              measure ->
                  rows.computeIfAbsent(measure, key -> new ArrayList<>())
                      .add(
                          texts.text(
                              "console.measure.used-in-form",
                              Integer.toString(year),
                              form.title(),
                              row.level3())));
    }
  }

  /** Each place in words. */
  List<String> of(Indicator indicator) {
    List<String> places = new ArrayList<>(rows.getOrDefault(indicator.measure(), List.of()));
    boolean isTerm =
        ranking.terms().stream().anyMatch(term -> term.indicator().equals(indicator.id()));
    if (isTerm || ranking.basis().equals(indicator.id())) {
      places.add(texts.text("console.measure.used-in-ranking"));
    }
    return places;
  }
}
