package cn.anxun.app.feature.paper;

import cn.anxun.app.paper.PaperForm;
import cn.anxun.app.paper.PaperPainter;
import cn.anxun.app.paper.Signer;
import cn.anxun.core.paper.PaperProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the form of a paper shows.
 *
 * @param hazards that it holds, in the order of its lines
 * @param problems what is missing or wrong, of core's rules
 * @param unsigned who has not signed yet
 * @param painter the pages as they will be printed
 * @param words the paper's text in one, for a screen reader
 * @param external whether another system gives the number
 * @param left how many numbers this phone still has
 * @param undated whether it holds a hazard that has no deadline of its own
 * @param deadline offered to hazards that have none of their own
 * @param today the day of issue
 */
record PaperFormState(
    PaperForm form,
    List<String> hazards,
    List<PaperProblem> problems,
    List<Signer> unsigned,
    PaperPainter painter,
    String words,
    boolean external,
    long left,
    boolean undated,
    LocalDate deadline,
    LocalDate today) {
  PaperFormState {
    hazards = Collections.unmodifiableList(new ArrayList<>(hazards));
    problems = Collections.unmodifiableList(new ArrayList<>(problems));
    unsigned = Collections.unmodifiableList(new ArrayList<>(unsigned));
  }

  /** Refused, without a reason or a witness. */
  boolean lacksRefusal() {
    return form.refusal().refused()
        && (form.refusal().reason().trim().isEmpty() || form.refusal().witness().trim().isEmpty());
  }

  boolean lacksNumber() {
    return external && form.number().trim().isEmpty();
  }

  boolean canIssue() {
    return problems.isEmpty() && unsigned.isEmpty() && !lacksRefusal() && !lacksNumber();
  }
}
