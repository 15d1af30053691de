package cn.anxun.server.yearend;

import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormEngine;
import cn.anxun.core.form.FormLibrary;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormRow;
import cn.anxun.core.form.FormSettings;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a year is asked when it is closed: every indicator, and every row of its forms. */
final class YearQuestions {
  private final LedgerState state;
  private final int year;
  private final List<FormResult> forms = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();

  YearQuestions(LedgerState state, int year) {
    this.state = state;
    this.year = year;
    FormEngine engine = new FormEngine(FormSettings.STANDARD);
    FormLibrary library = new FormLibrary(state, year);
    for (String key : library.keys()) {
      try {
        library.find(key).map(form -> fill(engine, form)).ifPresent(forms::add);
      } catch (FormRejectedException e) {
        unreadable.add(key);
      }
    }
  }

  /** The figures of the whole catalogue, then those behind the forms' rows. */
  List<ClosedFigure> figures() {
    List<ClosedFigure> figures = new ArrayList<>();
    List<Indicator> indicators = Catalogue.at(state).list();
    Map<String, Figure> answers = FigureEngine.figures(state, indicators, Period.year(year));
    for (Indicator indicator : indicators) {
      Figure figure = answers.get(indicator.id());
      if (figure != null) {
        figures.add(ClosedFigure.of(indicator.id(), indicator.name(), indicator.measure(), figure));
      }
    }
    for (FormResult form : forms) {
      int n = 0;
      for (FormResult.RowResult row : form.rows()) {
        n++;
        FormRow definition = row.row();
        if (definition.measure().isPresent() && row.figure().isPresent()) {
          String key = "form/" + form.definition().key() + '/' + n;
          figures.add(
              ClosedFigure.of(
                  key, definition.level3(), definition.measure().get(), row.figure().get()));
        }
      }
    }
    return figures;
  }

  List<ClosedForm> forms() {
    return forms.stream().map(ClosedForm::of).toList();
  }

  /** The keys of the year's forms whose documents do not read as they should. */
  List<String> unreadableForms() {
    return unreadable;
  }

  private FormResult fill(FormEngine engine, FormDefinition form) {
    return engine.fill(
        form,
        new FormEngine.Figures() {
          @Override
          public Figure figure(Measure measure, String unit) {
            return FigureEngine.figure(state, measure, unit, Period.year(year));
          }

          @Override
          public Cutoff cutoff() {
            return state.cutoff();
          }
        });
  }
}
