package cn.anxun.core.paper;

import cn.anxun.core.entry.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A paper before it is issued.
 *
 * @param fields of the {@code PaperIssued} to come, without number, signatures and refusal
 * @param problems why it cannot be issued as it is; empty where it may be
 */
public record PaperDraft(Fields fields, List<PaperProblem> problems) {
  public PaperDraft {
    problems = Collections.unmodifiableList(new ArrayList<>(problems));
  }
}
