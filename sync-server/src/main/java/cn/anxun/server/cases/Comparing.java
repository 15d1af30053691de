package cn.anxun.server.cases;

import cn.anxun.core.form.FormFlag;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.json.Json;
import cn.anxun.server.cases.CaseComparison.FigureLine;
import cn.anxun.server.cases.CaseComparison.FlagLine;
import cn.anxun.server.cases.CaseComparison.FormOutcome;
import cn.anxun.server.text.ServerTexts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds figures and forms against what a case expects of them. */
final class Comparing {
  private Comparing() {}

  /**
   * Compares.
   *
   * @param figures as the server prints them, in the order of the case
   * @param onPhone the same as the last phone prints them
   * @param forms the case's forms filled by us, in its order
   */
  static CaseComparison compare(
      CaseFile file, List<String> figures, List<String> onPhone, List<FormResult> forms) {
    List<FigureLine> lines = new ArrayList<>();
    for (int i = 0; i < file.expected().size(); i++) {
      Expected expected = file.expected().get(i);
      boolean ok =
          isEqual(expected.value(), figures.get(i)) && figures.get(i).equals(onPhone.get(i));
      lines.add(
          new FigureLine(
              expected.indicator(),
              printed(expected.value()),
              figures.get(i),
              onPhone.get(i),
              expected.unit(),
              ok));
    }
    List<FlagLine> flags = new ArrayList<>();
    List<FlagLine> missing = new ArrayList<>();
    List<FlagLine> unexpected = new ArrayList<>();
    List<FormOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < file.forms().size(); i++) {
      CaseForm form = file.forms().get(i);
      FormResult result = forms.get(i);
      List<FormFlag> raised = new ArrayList<>(result.flags());
      raised.forEach(flag -> flags.add(line(form, flag)));
      match(form, raised, missing);
      raised.forEach(flag -> unexpected.add(line(form, flag)));
      outcomes.add(new FormOutcome(form.title(), result, differences(form.ours(), result)));
    }
    return new CaseComparison(file.bureau(), lines, flags, missing, unexpected, outcomes);
  }

  /** A number is equal as a number, a text as it is printed. */
  static boolean isEqual(Json expected, String actual) {
    if (expected instanceof Json.Text text) {
      return text.value().equals(actual);
    }
    try {
      return expected instanceof Json.Num number
          && number.value().compareTo(new BigDecimal(actual)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /**
   * Takes each flag that must be raised out of those that are; what must be and is not is missing.
   */
  private static void match(CaseForm form, List<FormFlag> raised, List<FlagLine> missing) {
    List<CaseForm.MustFlag> must = new ArrayList<>(form.mustFlags());
    // One that asks for a figure is harder to please, so it chooses first among flags of one row.
    must.sort((a, b) -> Boolean.compare(b.says().isPresent(), a.says().isPresent()));
    for (CaseForm.MustFlag flag : must) {
      int found = -1;
      for (int i = 0; i < raised.size() && found < 0; i++) {
        found = isMet(flag, raised.get(i)) ? i : -1;
      }
      if (found >= 0) {
        raised.remove(found);
      } else {
        missing.add(
            new FlagLine(
                form.title(),
                orNull(flag.row()),
                flag.flag(),
                flag.says().map(Comparing::printed).orElse(null)));
      }
    }
  }

  private static boolean isMet(CaseForm.MustFlag must, FormFlag flag) {
    return must.flag().equals(flag.type().wire())
        && must.row().equals(flag.row())
        && must.says().map(says -> isEqual(says, flag.says())).orElse(true);
  }

  private static FlagLine line(CaseForm form, FormFlag flag) {
    return new FlagLine(form.title(), orNull(flag.row()), flag.type().wire(), orNull(flag.says()));
  }

  private static List<String> differences(CaseForm.Ours ours, FormResult result) {
    List<String> differences = new ArrayList<>();
    ours.rows()
        .forEach(
            (name, wanted) -> {
              List<FormResult.RowResult> named =
                  result.rows().stream().filter(row -> row.row().level3().equals(name)).toList();
              wanted.forEach((what, value) -> addUnlessAny(differences, name, what, value, named));
            });
    Map<String, Optional<String>> whole = new LinkedHashMap<>();
    whole.put("execution_rate", result.executionRate());
    whole.put("execution_score", result.executionScore().map(BigDecimal::toPlainString));
    whole.put(
        "execution_score_on_initial_budget",
        result.executionScoreOnInitialBudget().map(BigDecimal::toPlainString));
    whole.put("weights", result.weights().map(BigDecimal::toPlainString));
    whole.put("total", result.total().map(BigDecimal::toPlainString));
    ours.whole()
        .forEach(
            (name, value) -> {
              Optional<String> actual = whole.getOrDefault(name, Optional.empty());
              if (!actual.map(text -> isEqual(value, text)).orElse(false)) {
                differences.add(difference(name, value, actual.orElse("—")));
              }
            });
    return differences;
  }

  /** Rows of one name cannot be told apart here: one of them must be as wanted. */
  private static void addUnlessAny(
      List<String> differences,
      String name,
      String what,
      Json value,
      List<FormResult.RowResult> named) {
    List<String> actual = new ArrayList<>();
    for (FormResult.RowResult row : named) {
      actual.add(
          what.equals("actual")
              ? row.actual()
              : row.score().map(BigDecimal::toPlainString).orElse("—"));
    }
    if (actual.stream().noneMatch(text -> isEqual(value, text))) {
      differences.add(
          difference(name + " " + what, value, actual.isEmpty() ? "—" : String.join("、", actual)));
    }
  }

  private static String difference(String what, Json expected, String actual) {
    return ServerTexts.CHINESE.text("case.ours", what, printed(expected), actual);
  }

  static String printed(Json value) {
    if (value instanceof Json.Num number) {
      return number.value().toPlainString();
    }
    return value instanceof Json.Text text ? text.value() : "";
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
