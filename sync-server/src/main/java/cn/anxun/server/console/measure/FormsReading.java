package cn.anxun.server.console.measure;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormLibrary;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.server.report.form.YearForms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the list of a year's forms. */
final class FormsReading {
  private static final String EDIT = FormsPages.LIST + "/edit";

  private final MeasureRequest asked;
  private final int year;

  FormsReading(MeasureRequest asked, int year) {
    this.asked = asked;
    this.year = year;
  }

  FormsList list() {
    YearForms forms = new YearForms(asked.state, year);
    List<FormsList.Form> read = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (String key : forms.keys()) {
      try {
        forms.find(key).map(form -> form(key, form)).ifPresent(read::add);
      } catch (FormRejectedException e) {
        unreadable.add(
            asked.texts.text("problem.form-unreadable", key, String.valueOf(e.getMessage())));
      }
    }
    boolean mayChange = MeasureRequest.mayChange(asked.person);
    return new FormsList(year, mayChange, read, mayChange ? starts() : List.of(), unreadable);
  }

  private FormsList.Form form(String key, FormResult form) {
    return new FormsList.Form(
        form.definition().title(),
        key,
        form.rows().size(),
        form.weights().map(sum -> sum.stripTrailingZeros().toPlainString()).orElse(""),
        form.flags().size(),
        "/forms/" + key + "?year=" + year,
        FormsPages.address(EDIT, year, key),
        FormsPages.address(FormHistoryPages.HISTORY, year, key));
  }

  /** The forms of the latest years first, then the standard ones. */
  private List<FormsList.Start> starts() {
    List<FormsList.Start> starts = new ArrayList<>();
    MeasureUse.years(asked.state).stream()
        .sorted(Comparator.reverseOrder())
        .forEach(other -> earlier(other, starts));
    FormSource.standard(asked.catalogue)
        .forEach(
            (name, source) -> {
              String title =
                  source.document().get("title") instanceof Json.Text text ? text.value() : name;
              starts.add(start(asked.t("start-standard", title), name));
            });
    return starts;
  }

  private void earlier(int other, List<FormsList.Start> starts) {
    FormLibrary library = new FormLibrary(asked.state, other);
    for (String key : library.keys()) {
      try {
        String id =
            asked
                .state
                .document(Documents.form(other, key))
                .map(DocumentRevision::entryId)
                .orElse("");
        library
            .find(key)
            .map(FormDefinition::title)
            .ifPresent(
                title ->
                    starts.add(start(asked.t("start-year", Integer.toString(other), title), id)));
      } catch (FormRejectedException e) {
        // One that cannot be read is no beginning; the list of its year says why.
      }
    }
  }

  private FormsList.Start start(String name, String from) {
    return new FormsList.Start(name, EDIT + "?year=" + year + "&from=" + from);
  }
}
