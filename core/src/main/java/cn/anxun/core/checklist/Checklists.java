package cn.anxun.core.checklist;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.Resources;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.HazardLibraryRevised;
import cn.anxun.core.hazardlibrary.HazardLibrary;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checklists of a bureau: the shipped ones, and those of the office's hazard library document,
 * which add to them or replace them by key.
 */
public final class Checklists {
  /** The most checklists in one part of the document. */
  public static final int MAX_CHECKLISTS = 100;

  /** The most questions of one checklist. */
  public static final int MAX_ITEMS = 100;

  private static final Checklists STANDARD = readStandard();

  private final Map<String, Checklist> checklists;

  private Checklists(Map<String, Checklist> checklists) {
    this.checklists = checklists;
  }

  /** The shipped checklists. */
  public static Checklists standard() {
    return STANDARD;
  }

  /**
   * The checklists that hold at the ledger's cut-off. What the office's document has wrong is left
   * out; a question about a hazard that the library lacks stays, without the hazard.
   */
  public static Checklists at(LedgerState state) {
    HazardLibrary library = HazardLibrary.at(state);
    Checklists checklists = STANDARD;
    for (DocumentRevision part : state.documentParts(Documents.HAZARD_LIBRARY)) {
      Json document = part.fields().raw(HazardLibraryRevised.DOCUMENT.name());
      checklists = checklists.revised(document, library);
    }
    return checklists;
  }

  /** These with a document's checklists added to them or in place of those of their keys. */
  public Checklists revised(@Nullable Json document, HazardLibrary library) {
    Map<String, Checklist> revised = new LinkedHashMap<>(checklists);
    for (Checklist checklist : ChecklistJson.read(document, library, new ArrayList<>())) {
      revised.put(checklist.key(), checklist);
    }
    return new Checklists(revised);
  }

  /**
   * Everything that is wrong with a hazard library document, its hazards and its checklists; empty
   * where it may be saved.
   *
   * @param library the hazards that hold without the document
   */
  public static List<DocumentProblem> check(Json document, HazardLibrary library) {
    List<DocumentProblem> problems = HazardLibrary.check(document);
    ChecklistJson.read(document, library.revised(document), problems);
    return problems;
  }

  public List<Checklist> list() {
    return new ArrayList<>(checklists.values());
  }

  public Optional<Checklist> find(String key) {
    return Optional.ofNullable(checklists.get(key));
  }

  /**
   * The checklist for a site: the one that names both its kind and its industry, else the kind,
   * else the industry, else one for any site. Of two alike the later holds, so that the office's
   * own goes before a shipped one.
   *
   * @param siteKind "" where it is not known
   * @param industry "" where it is not known
   * @throws NoSuchElementException where the office has withdrawn the general one
   */
  public Checklist getFor(String siteKind, String industry) {
    Checklist closest = null;
    int best = 0;
    for (Checklist checklist : checklists.values()) {
      int closeness = checklist.closeness(siteKind, industry);
      if (closeness >= best) {
        best = closeness;
        closest = checklist;
      }
    }
    if (closest == null) {
      throw new NoSuchElementException("no checklist for " + siteKind + ' ' + industry);
    }
    return closest;
  }

  private static Checklists readStandard() {
    List<DocumentProblem> problems = new ArrayList<>();
    Map<String, Checklist> checklists = new LinkedHashMap<>();
    Json document = Resources.json("/cn/anxun/core/checklist/standard.json");
    for (Checklist checklist : ChecklistJson.read(document, HazardLibrary.standard(), problems)) {
      checklists.put(checklist.key(), checklist);
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the shipped checklists are wrong: " + problems);
    }
    return new Checklists(checklists);
  }
}
