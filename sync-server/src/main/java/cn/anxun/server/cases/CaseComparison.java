package cn.anxun.server.cases;

import cn.anxun.core.form.FormResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server made of a case beside what was expected of it.
 *
 * @param flags every flag that our forms raise
 * @param missing flags that were expected and not raised
 * @param unexpected flags that were raised and not expected
 */
public record CaseComparison(
    CaseFile.Bureau bureau,
    List<FigureLine> figures,
    List<FlagLine> flags,
    List<FlagLine> missing,
    List<FlagLine> unexpected,
    List<FormOutcome> forms) {

  public CaseComparison {
    figures = List.copyOf(figures);
    flags = List.copyOf(flags);
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
    forms = List.copyOf(forms);
  }

  /**
   * One figure.
   *
   * @param expected as the case has it
   * @param actual as the server prints it
   * @param phone as the last phone prints it from its own store
   */
  public record FigureLine(
      String indicator, String expected, String actual, String phone, String unit, boolean ok) {}

  /**
   * One flag.
   *
   * @param form the form's title
   * @param row null for the whole form
   * @param says null where it says no figure, or none was asked for
   */
  public record FlagLine(String form, @Nullable String row, String flag, @Nullable String says) {}

  /**
   * One form.
   *
   * @param differs where it is not what {@code ours} of the case asks for, a sentence each
   */
  public record FormOutcome(String title, FormResult result, List<String> differs) {
    public FormOutcome {
      differs = List.copyOf(differs);
    }
  }

  /** Whether everything came out as expected. */
  public boolean ok() {
    return figures.stream().allMatch(FigureLine::ok)
        && missing.isEmpty()
        && unexpected.isEmpty()
        && forms.stream().allMatch(form -> form.differs().isEmpty());
  }
}
