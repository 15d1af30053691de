package cn.anxun.core.paper;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.document.DocumentReader;
import cn.anxun.core.document.Resources;
import cn.anxun.core.entry.PapersRevised;
import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a bureau words and numbers its papers: what ships, as its office has revised it ({@link
 * PapersRevised}). What a revision leaves out stays as it ships.
 *
 * @param bureau what the bureau and those above it are called, by name
 */
public record PaperTemplates(Map<String, String> bureau, Map<Paper, PaperTemplate> papers) {
  /** The bureau's name on papers; "" where the account's is meant. */
  public static final String NAME = "name";

  /** The word in numbers, such as 区. */
  public static final String SHORT = "short";

  /** Who decides on 行政复议. */
  public static final String GOVERNMENT = "government";

  /** Where 行政诉讼 is brought. */
  public static final String COURT = "court";

  /** The largest number with which a bureau may begin: half of what a year's register holds. */
  private static final int MOST_FIRST = (int) Register.MOST / 2;

  private static final List<String> BUREAU = Arrays.asList(NAME, SHORT, GOVERNMENT, COURT);
  private static final Set<String> IN_NUMBER = Set.of(SHORT, "year", "n");
  private static final PaperTemplates STANDARD = readStandard();

  public PaperTemplates {
    bureau = Collections.unmodifiableMap(new LinkedHashMap<>(bureau));
    papers = Collections.unmodifiableMap(new EnumMap<>(papers));
  }

  /** Those that ship. */
  public static PaperTemplates standard() {
    return STANDARD;
  }

  /** Those of a bureau with this document; the standard ones where it has none. */
  public static PaperTemplates of(@Nullable Json document) {
    return document == null ? STANDARD : read(document, STANDARD, new ArrayList<>());
  }

  /** Everything that is wrong with a revision; empty where it may be saved. */
  public static List<DocumentProblem> check(Json document) {
    List<DocumentProblem> problems = new ArrayList<>();
    read(document, STANDARD, problems);
    return problems;
  }

  /** The shipped document, to begin a revision with. */
  public static Json standardDocument() {
    return Resources.json("/cn/anxun/core/paper/standard.json");
  }

  public PaperTemplate get(Paper paper) {
    PaperTemplate template = papers.get(paper);
    if (template == null) {
      throw new IllegalStateException("no template for " + paper);
    }
    return template;
  }

  /** A name of the bureau, "" where it is not set. */
  public String bureau(String name) {
    return bureau.getOrDefault(name, "");
  }

  /** The number as printed, such as （区）应急责改〔2026〕12号. */
  public String number(Paper paper, int year, long serial) {
    Map<String, String> values = new HashMap<>();
    values.put(SHORT, bureau(SHORT));
    values.put("year", Integer.toString(year));
    values.put("n", Long.toString(serial));
    return Placeholders.fill(get(paper).number(), values);
  }

  private static PaperTemplates read(
      Json document, @Nullable PaperTemplates standard, List<DocumentProblem> problems) {
    DocumentReader reader = DocumentReader.of(document, problems);
    Map<Paper, PaperTemplate> papers = new EnumMap<>(Paper.class);
    Map<String, String> bureau = new LinkedHashMap<>();
    if (standard != null) {
      papers.putAll(standard.papers());
      bureau.putAll(standard.bureau());
    }
    if (reader.raw("bureau") != null) {
      DocumentReader names = reader.object("bureau");
      for (String name : BUREAU) {
        names.text(name, 60).ifPresent(text -> bureau.put(name, text.trim()));
      }
    }
    Set<Paper> seen = new HashSet<>();
    for (DocumentReader one : reader.objects("papers", Paper.values().length)) {
      Optional<Paper> paper = one.required("paper", 64).flatMap(PaperTemplates::named);
      if (!paper.isPresent()) {
        one.reject(Code.UNKNOWN_VALUE, "paper", labels());
      } else if (!seen.add(paper.get())) {
        one.reject(Code.DUPLICATE, "paper", paper.get().label());
      } else {
        papers.put(paper.get(), template(one, paper.get(), papers.get(paper.get())));
      }
    }
    return new PaperTemplates(bureau, papers);
  }

  private static PaperTemplate template(
      DocumentReader reader, Paper paper, @Nullable PaperTemplate before) {
    Map<PaperText, String> texts = new EnumMap<>(PaperText.class);
    if (before != null) {
      texts.putAll(before.texts());
    }
    for (PaperText text : PaperText.values()) {
      Optional<String> said = reader.text(text.wire(), text.maxLength());
      if (said.isPresent() && known(reader, text, said.get())) {
        texts.put(text, said.get().trim());
      }
    }
    return new PaperTemplate(
        paper,
        reader.flag("external"),
        number(reader).orElse(before == null ? "" : before.number()),
        reader.integer("deadline_days", 1, 365).orElse(before == null ? 30 : before.deadlineDays()),
        reader.integer("first_year", 2000, 2099).orElse(0),
        reader.integer("first", 1, MOST_FIRST).orElse(1),
        texts);
  }

  private static Optional<String> number(DocumentReader reader) {
    Optional<String> number = reader.text("number", 50);
    if (!number.isPresent()) {
      return number;
    }
    List<String> names = Placeholders.names(number.get());
    boolean whole = names.contains("year") && names.contains("n") && IN_NUMBER.containsAll(names);
    if (!whole || stray(number.get())) {
      reader.reject(Code.WRONG_TYPE, "number", "（{short}）应急责改〔{year}〕{n}号");
      return Optional.empty();
    }
    return number;
  }

  private static boolean known(DocumentReader reader, PaperText text, String said) {
    if (text.placeholders().containsAll(Placeholders.names(said)) && !stray(said)) {
      return true;
    }
    String may =
        text.placeholders().stream().map(name -> '{' + name + '}').collect(Collectors.joining(" "));
    reader.reject(Code.UNKNOWN_VALUE, text.wire(), may.isEmpty() ? "…" : may);
    return false;
  }

  /** Whether a brace stands in it that belongs to no placeholder. */
  private static boolean stray(String text) {
    Map<String, String> nothing = new HashMap<>();
    Placeholders.names(text).forEach(name -> nothing.put(name, ""));
    String rest = Placeholders.fill(text, nothing);
    return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0;
  }

  private static Optional<Paper> named(String label) {
    return Paper.find(label);
  }

  private static String labels() {
    return Arrays.stream(Paper.values()).map(Paper::label).collect(Collectors.joining("、"));
  }

  private static PaperTemplates readStandard() {
    List<DocumentProblem> problems = new ArrayList<>();
    PaperTemplates templates = read(standardDocument(), null, problems);
    if (!problems.isEmpty() || templates.papers().size() < Paper.values().length) {
      throw new IllegalStateException("the shipped papers are wrong: " + problems);
    }
    return templates;
  }
}
