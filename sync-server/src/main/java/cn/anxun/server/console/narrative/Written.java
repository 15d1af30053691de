package cn.anxun.server.console.narrative;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.NarrativeRevised;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.narrative.Narrative;
import cn.anxun.server.report.narrative.Narrative.Section;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports and their templates, as the ledger holds them and as they are sent. */
final class Written {
  static final int MOST_SECTIONS = 30;
  static final int MOST_LETTERS = 18_000;

  /** Templates are looked for in the years before, too. */
  private static final int YEARS_BACK = 10;

  private Written() {}

  /** What was written on the form. */
  static Optional<Narrative> report(LedgerState state, int year, String key) {
    return find(state, Documents.narrative(year, key));
  }

  /** The year's template, else the last of the years before, else the one that is shipped. */
  static Narrative template(LedgerState state, int year) {
    for (int i = 0; i < YEARS_BACK; i++) {
      Optional<Narrative> found = find(state, Documents.narratives(year - i));
      if (found.isPresent()) {
        return found.get();
      }
    }
    return Narrative.standard();
  }

  private static Optional<Narrative> find(LedgerState state, String subject) {
    return state
        .document(subject)
        .map(revision -> revision.fields().raw(NarrativeRevised.DOCUMENT.name()))
        .map(Narrative::read)
        .filter(narrative -> !narrative.sections().isEmpty());
  }

  /** What was sent; sections without any letter are left out. */
  static Narrative read(Context context) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < MOST_SECTIONS; i++) {
      String heading = Requests.typed(context, "heading." + i);
      String text = Requests.typed(context, "text." + i);
      if (!heading.isEmpty() || !text.isEmpty()) {
        sections.add(new Section(heading, text.replace("\r\n", "\n")));
      }
    }
    return new Narrative(sections);
  }

  static int letters(Narrative narrative) {
    return narrative.sections().stream()
        .mapToInt(section -> section.heading().length() + section.text().length())
        .sum();
  }
}
