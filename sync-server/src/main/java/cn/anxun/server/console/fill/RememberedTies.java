package cn.anxun.server.console.fill;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.TemplateTied;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.console.form.Revising;
import cn.anxun.server.report.fill.Tie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ties of a finance bureau's file as the ledger remembers them, by the layout of its texts.
 *
 * @param layout of {@link cn.anxun.server.report.fill.TemplateView}
 * @param name of the file when it was last tied
 * @param ties by the place of their cells
 */
record RememberedTies(String layout, String name, Map<String, Tie> ties) {
  private static final String NAME = "name";
  private static final String TIES = "ties";

  RememberedTies {
    ties = new LinkedHashMap<>(ties);
  }

  /** Those of this layout; empty where none are remembered, or they were forgotten. */
  static Optional<RememberedTies> find(LedgerState state, String layout) {
    return state
        .document(Documents.ties(layout))
        .map(revision -> read(layout, revision))
        .filter(remembered -> !remembered.ties().isEmpty());
  }

  /** All that are remembered, by name. */
  static List<RememberedTies> list(LedgerState state) {
    String prefix = Documents.ties("");
    return state.documents().values().stream()
        .filter(revision -> revision.subject().startsWith(prefix))
        .map(revision -> read(revision.subject().substring(prefix.length()), revision))
        .filter(remembered -> !remembered.ties().isEmpty())
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /** What does not read as a tie is passed over: the file shows what is tied. */
  private static RememberedTies read(String layout, DocumentRevision revision) {
    Map<String, Tie> ties = new LinkedHashMap<>();
    Json document = revision.fields().raw(TemplateTied.DOCUMENT.name());
    String name = "";
    if (document instanceof Json.Members members) {
      name = text(members, NAME);
      if (members.values().get(TIES) instanceof Json.Items items) {
        for (Json item : items.values()) {
          if (item instanceof Json.Members tie) {
            put(ties, new Tie(text(tie, "sheet"), text(tie, "cell"), text(tie, "value")));
          }
        }
      }
    }
    return new RememberedTies(layout, name, ties);
  }

  private static void put(Map<String, Tie> ties, Tie tie) {
    if (!tie.cell().isEmpty() && !tie.value().isEmpty()) {
      ties.put(tie.place(), tie);
    }
  }

  private static String text(Json.Members members, String name) {
    return members.values().get(name) instanceof Json.Text text ? text.value() : "";
  }

  /** As {@link cn.anxun.server.console.form.Revising} marks what was seen. */
  String mark(LedgerState state) {
    return state.document(Documents.ties(layout)).map(Revising::mark).orElse("");
  }

  Json document() {
    List<Json> items = new ArrayList<>();
    for (Tie tie : ties.values()) {
      items.add(
          Json.members()
              .put("sheet", tie.sheet())
              .put("cell", tie.cell())
              .put("value", tie.value())
              .build());
    }
    return Json.members().put(NAME, name).put(TIES, Json.items(items)).build();
  }
}
