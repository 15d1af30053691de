package cn.anxun.core.hazardlibrary;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.Resources;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.HazardLibraryRevised;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hazards offered to inspectors: the shipped ones, and the office's own, which add to them or
 * replace them by key. The document may go on in parts, {@code doc/hazard-library/2} and so on.
 */
public final class HazardLibrary {
  /** The most hazards in one part of the document. */
  public static final int MAX_HAZARDS = 500;

  private static final HazardLibrary STANDARD = readStandard();

  private final Map<String, LibraryHazard> hazards;

  private HazardLibrary(Map<String, LibraryHazard> hazards) {
    this.hazards = hazards;
  }

  /** The shipped hazards. */
  public static HazardLibrary standard() {
    return STANDARD;
  }

  /**
   * The hazards that hold at the ledger's cut-off. What the office's document has wrong is left
   * out.
   */
  public static HazardLibrary at(LedgerState state) {
    HazardLibrary library = STANDARD;
    for (DocumentRevision part : state.documentParts(Documents.HAZARD_LIBRARY)) {
      library = library.revised(part.fields().raw(HazardLibraryRevised.DOCUMENT.name()));
    }
    return library;
  }

  /** This library with a document's hazards added to it or in place of those of their keys. */
  public HazardLibrary revised(@Nullable Json document) {
    Map<String, LibraryHazard> revised = new LinkedHashMap<>(hazards);
    for (LibraryHazard hazard : LibraryHazardJson.read(document, new ArrayList<>())) {
      revised.put(hazard.key(), hazard);
    }
    return new HazardLibrary(revised);
  }

  /** Everything that is wrong with a document's hazards; empty where they may be saved. */
  public static List<DocumentProblem> check(Json document) {
    List<DocumentProblem> problems = new ArrayList<>();
    LibraryHazardJson.read(document, problems);
    return problems;
  }

  /** All of them, withdrawn ones too, in the order of the document. */
  public List<LibraryHazard> list() {
    return new ArrayList<>(hazards.values());
  }

  /** Those offered at a site of this kind and industry, those named for it first. */
  public List<LibraryHazard> listOffered(String siteKind, String industry) {
    List<LibraryHazard> offered = new ArrayList<>();
    List<LibraryHazard> others = new ArrayList<>();
    for (LibraryHazard hazard : hazards.values()) {
      if (!hazard.withdrawn()) {
        (hazard.fits(siteKind, industry) ? offered : others).add(hazard);
      }
    }
    offered.addAll(others);
    return offered;
  }

  /** Of these, those whose text, category, basis or question holds every word of the query. */
  public static List<LibraryHazard> search(List<LibraryHazard> hazards, String query) {
    String[] words = query.trim().toLowerCase(Locale.ROOT).split("\\s+", -1);
    List<LibraryHazard> found = new ArrayList<>();
    for (LibraryHazard hazard : hazards) {
      String text =
          (hazard.text()
                  + '\n'
                  + hazard.category()
                  + '\n'
                  + hazard.legalBasis()
                  + '\n'
                  + hazard.question()
                  + '\n'
                  + hazard.questionEnglish())
              .toLowerCase(Locale.ROOT);
      boolean all = true;
      for (String word : words) {
        all &= text.contains(word);
      }
      if (all) {
        found.add(hazard);
      }
    }
    return found;
  }

  public Optional<LibraryHazard> find(String key) {
    return Optional.ofNullable(hazards.get(key));
  }

  /**
   * The hazard of this key.
   *
   * @throws NoSuchElementException where there is none
   */
  public LibraryHazard get(String key) {
    return find(key)
        .orElseThrow(() -> new NoSuchElementException("no hazard " + key + " in the library"));
  }

  private static HazardLibrary readStandard() {
    List<DocumentProblem> problems = new ArrayList<>();
    Map<String, LibraryHazard> hazards = new LinkedHashMap<>();
    Json document = Resources.json("/cn/anxun/core/hazardlibrary/standard.json");
    for (LibraryHazard hazard : LibraryHazardJson.read(document, problems)) {
      hazards.put(hazard.key(), hazard);
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the shipped hazard library is wrong: " + problems);
    }
    return new HazardLibrary(hazards);
  }
}
