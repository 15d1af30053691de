package cn.anxun.server.console.form;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.server.console.record.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Saves a whole revision of one of the office's documents, over the one that its editor saw. */
public final class Revising {
  public static final String SEEN = "seen";

  private final Desk desk;

  public Revising(Desk desk) {
    this.desk = desk;
  }

  /** What stands in the ledger now, for the editor to carry; "" where there is nothing yet. */
  public static String mark(FormRequest asked, String subject) {
    return asked.state.document(subject).map(Revising::mark).orElse("");
  }

  /** The mark of this revision. */
  public static String mark(DocumentRevision revision) {
    return revision.entryId() + ':' + revision.adjustments().size();
  }

  /**
   * Whether something else stands than what the editor saw, in a sentence; a list to which other
   * problems can be added. It is to be said with any other problem, since the page that shows them
   * carries the new mark.
   */
  public static List<String> stale(FormRequest asked, String subject) {
    List<String> problems = new ArrayList<>();
    String seen = Optional.ofNullable(asked.context.formParam(SEEN)).orElse("");
    if (!seen.equals(mark(asked, subject))) {
      problems.add(asked.texts.text("console.form.stale"));
    }
    return problems;
  }

  /**
   * Saves it.
   *
   * @return "" where it was saved, else why not, in a sentence
   */
  public String save(FormRequest asked, Kind kind, String subject, Fields fields) {
    List<String> stale = stale(asked, subject);
    if (!stale.isEmpty()) {
      return stale.get(0);
    }
    Optional<String> after = asked.state.document(subject).map(DocumentRevision::entryId);
    return desk.revise(asked.person, asked.ledger, asked.texts, kind, subject, after, fields)
        .orElse("");
  }
}
