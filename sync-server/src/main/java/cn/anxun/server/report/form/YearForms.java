package cn.anxun.server.report.form;

import cn.anxun.core.form.FormEngine;
import cn.anxun.core.form.FormLibrary;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormSettings;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms of a year as the ledger's documents define them, filled from the ledger. */
public final class YearForms {
  private final FormLibrary library;
  private final FormEngine engine = new FormEngine(FormSettings.STANDARD);
  private final LedgerFigures figures;

  public YearForms(LedgerState state, int year) {
    this.library = new FormLibrary(state, year);
    this.figures = new LedgerFigures(state, year);
  }

  /** The keys of all forms of the year. */
  public List<String> keys() {
    return library.keys();
  }

  /**
   * The form of this key, filled.
   *
   * @throws FormRejectedException where a document of it does not read as it should
   */
  public Optional<FormResult> find(String key) throws FormRejectedException {
    return library.find(key).map(form -> engine.fill(form, figures));
  }

  /**
   * The form that a person means: by its key, its title or a part of the title that no other has.
   *
   * @throws FormRejectedException where a document does not read as it should
   */
  public Optional<FormResult> findNamed(String name) throws FormRejectedException {
    Optional<FormResult> exact = find(name);
    if (exact.isPresent()) {
      return exact;
    }
    List<FormResult> titled = new ArrayList<>();
    for (String key : keys()) {
      find(key).filter(form -> form.definition().title().contains(name)).ifPresent(titled::add);
    }
    Optional<FormResult> same =
        titled.stream().filter(form -> form.definition().title().equals(name)).findFirst();
    return same.isPresent() || titled.size() != 1 ? same : Optional.of(titled.get(0));
  }
}
