package cn.anxun.server.report.fill;

import cn.anxun.core.form.FormResult;
import cn.anxun.server.report.fill.NarrativeFact.Quantity;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds the numbers of a narrative 自评报告 against the form: where a sentence speaks of an indicator,
 * an amount of the budget or the total, in the unit of the form, its number must be the form's. It
 * reads words, not meanings: what it finds is for a person to look at.
 */
public final class NarrativeCheck {

  /**
   * A number that is not the form's.
   *
   * @param where the paragraph
   * @param sentence in which it stands
   * @param number as written, with its unit
   * @param about the indicator or amount that the sentence seems to speak of
   * @param ours what the form prints
   * @param message one Chinese sentence: what is wrong and what to do
   */
  public record Finding(
      String where, String sentence, String number, String about, String ours, String message) {}

  private static final Pattern SENTENCE_END = Pattern.compile("[。；;！!？?\\n]");

  private final List<NarrativeFact> facts;

  private NarrativeCheck(FormResult form) {
    this.facts = NarrativeFact.of(form);
  }

  /**
   * Reads a .docx, filled before or written by hand.
   *
   * @throws FillException where it is not a document that can be read safely
   */
  public static List<Finding> check(Path docx, FormResult form) throws IOException, FillException {
    try (OfficeFile file = OfficeFile.open(docx)) {
      return check(file, form);
    }
  }

  static List<Finding> check(OfficeFile file, FormResult form) throws IOException, FillException {
    String main =
        file.related("", "officeDocument")
            .filter(file::has)
            .orElseThrow(
                () -> new FillException(FillProblem.of(FillProblem.Reason.NOT_OFFICE, "")));
    NarrativeCheck check = new NarrativeCheck(form);
    List<Finding> findings = new ArrayList<>();
    for (String part : DocxParagraphs.parts(file, main)) {
      int number = 0;
      for (TextRuns paragraph : DocxParagraphs.of(part, file.xml(part))) {
        number++;
        findings.addAll(check.paragraph(DocxParagraphs.place(part, number), paragraph.text()));
      }
    }
    return findings;
  }

  /** As {@link #check(Path, FormResult)}, for a text of several lines. */
  public static List<Finding> checkText(String text, FormResult form) {
    return new NarrativeCheck(form).paragraph("", text);
  }

  private List<Finding> paragraph(String where, String text) {
    List<Finding> findings = new ArrayList<>();
    for (String sentence : SENTENCE_END.split(text, -1)) {
      List<Quantity> quantities = Quantity.all(sentence);
      int done = 0;
      for (int i = 0; i < quantities.size(); i++) {
        Quantity quantity = quantities.get(i);
        int next = i + 1 < quantities.size() ? quantities.get(i + 1).from() : sentence.length();
        String near = sentence.substring(done, quantity.from()) + tail(sentence, quantity, next);
        done = quantity.until();
        String context = near;
        about(near, sentence.substring(0, quantity.from()), quantity)
            .filter(fact -> !fact.agrees(quantity, context))
            .ifPresent(fact -> findings.add(finding(where, sentence, quantity, fact)));
      }
    }
    return findings;
  }

  /** What follows the number up to the next pause. */
  private static String tail(String sentence, Quantity quantity, int next) {
    return sentence.substring(quantity.until(), next).split("[，,、：:（(]", 2)[0];
  }

  /**
   * What the number is about: what is said right beside it, or else what the sentence began with.
   */
  private Optional<NarrativeFact> about(String near, String before, Quantity quantity) {
    return best(near, quantity).or(() -> best(before, quantity));
  }

  private Optional<NarrativeFact> best(String context, Quantity quantity) {
    return facts.stream()
        .filter(fact -> fact.isIn(quantity.unit()) && fact.isNamedIn(context))
        .max(
            Comparator.comparingDouble((NarrativeFact fact) -> fact.likeness(context))
                .thenComparing(fact -> fact.agrees(quantity, context)));
  }

  private static Finding finding(
      String where, String sentence, Quantity quantity, NarrativeFact fact) {
    String written = sentence.substring(quantity.from(), quantity.until());
    return new Finding(
        where,
        sentence.strip(),
        written,
        fact.name(),
        fact.printed(),
        ServerTexts.CHINESE.text(
            "narrative.contradicts", where, written, fact.name(), fact.printed()));
  }
}
