package cn.anxun.server.report.form;

import cn.anxun.core.form.FormEngine;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;

/** The figures of a year that a form is filled with, from a folded ledger. */
public record LedgerFigures(LedgerState state, int year) implements FormEngine.Figures {
  @Override
  public Figure figure(Measure measure, String unit) {
    return FigureEngine.figure(state, measure, unit, Period.year(year));
  }

  @Override
  public Cutoff cutoff() {
    return state.cutoff();
  }
}
