package cn.anxun.core.paper;

import cn.anxun.core.entry.FieldLabels;
import cn.anxun.core.text.Texts;
import java.util.Locale;

/**
 * Why a paper cannot be issued as it is.
 *
 * @param field what to fill in or change, as {@link FieldLabels} calls it
 * @param argument what its sentence names besides
 */
public record PaperProblem(Code code, String field, String argument) {

  /** The closed list of problems. */
  public enum Code {
    MISSING,
    /** The role or the visit's authority does not allow this paper. */
    NOT_ALLOWED,
    /** Fewer officers than the law asks for. */
    TOO_FEW_OFFICERS,
    /** An officer without the number of the certificate. */
    NO_CERTIFICATE,
    /** No hazard that an order could be about. */
    NOTHING_TO_ORDER,
    /** The visit, or the order, has one already. */
    ALREADY_ISSUED,
    /** A deadline before the day of issue. */
    BAD_DEADLINE,
    /** The check ends before it begins. */
    BAD_TIMES,
    /** A line of the order has no answer. */
    NOT_ANSWERED,
    /** More than fits in one entry. */
    TOO_LONG;

    /** As in the texts: {@code not-allowed}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static PaperProblem missing(String field) {
    return new PaperProblem(Code.MISSING, field, "");
  }

  /** What is wrong and what to do, in one sentence. */
  public String message(Texts texts) {
    return texts.text("paper.problem." + code.wire(), FieldLabels.of(texts, field), argument);
  }
}
