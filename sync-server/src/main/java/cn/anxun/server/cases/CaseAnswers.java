package cn.anxun.server.cases;

import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormEngine;
import cn.anxun.core.form.FormLibrary;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormSettings;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a folded ledger answers to a case: its indicators, and its forms as the ledger's documents
 * make them.
 */
public final class CaseAnswers {
  private final CaseFile file;
  private final LedgerState state;

  public CaseAnswers(CaseFile file, LedgerState state) {
    this.file = file;
    this.state = state;
  }

  /** The figure of each expected indicator, in the order of the file. */
  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Expected expected : file.expected()) {
      figures.add(FigureEngine.figure(state, expected.measure(), expected.unit(), period()));
    }
    return figures;
  }

  /** The figures as a form prints them. */
  public List<String> printed() {
    return figures().stream().map(Figure::printed).toList();
  }

  /**
   * The forms, filled, in the order of the file.
   *
   * @throws ReplayException where one cannot be read from the ledger
   */
  public List<FormResult> forms() throws ReplayException {
    FormLibrary library = new FormLibrary(state, file.bureau().year());
    FormEngine engine = new FormEngine(FormSettings.STANDARD);
    List<FormResult> forms = new ArrayList<>();
    for (CaseForm form : file.forms()) {
      Optional<FormDefinition> definition;
      try {
        definition = library.find(FormDocuments.key(form.index()));
      } catch (FormRejectedException e) {
        throw new ReplayException("form", form.title(), String.valueOf(e.getMessage()));
      }
      if (definition.isEmpty()) {
        throw new ReplayException("form", form.title(), "—");
      }
      forms.add(engine.fill(definition.get(), new Figures()));
    }
    return forms;
  }

  private Period period() {
    return Period.year(file.bureau().year());
  }

  private final class Figures implements FormEngine.Figures {
    @Override
    public Figure figure(Measure measure, String unit) {
      return FigureEngine.figure(state, measure, unit, period());
    }

    @Override
    public Cutoff cutoff() {
      return state.cutoff();
    }
  }
}
