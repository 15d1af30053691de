package cn.anxun.core.indicator;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.document.DocumentReader;
import cn.anxun.core.document.Resources;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.IndicatorsDefined;
import cn.anxun.core.indicator.Indicator.Direction;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of a bureau: the shipped ones, and the office's own, which add to them or replace
 * them by id.
 */
public final class Catalogue {
  public static final int MAX_INDICATORS = 500;

  /** The units an indicator may be printed in. */
  public static final List<String> UNITS =
      Collections.unmodifiableList(
          Arrays.asList(
              "家", "家次", "个", "处", "条", "项", "件", "人", "人次", "次", "场", "期", "起", "轮", "份", "块", "套",
              "学时", "天", "元", "万元", "%"));

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final int MAX_NAME = 120;
  private static final Catalogue STANDARD = readStandard();

  private final Map<String, Indicator> indicators;

  private Catalogue(Map<String, Indicator> indicators) {
    this.indicators = indicators;
  }

  /** The shipped indicators. */
  public static Catalogue standard() {
    return STANDARD;
  }

  /**
   * The indicators that hold at the ledger's cut-off. What the office's document has wrong is left
   * out.
   */
  public static Catalogue at(LedgerState state) {
    Map<String, Indicator> indicators = new LinkedHashMap<>(STANDARD.indicators);
    MeasureVocabulary vocabulary = MeasureVocabulary.at(state);
    for (DocumentRevision part : state.documentParts(Documents.INDICATORS)) {
      Json document = part.fields().raw(IndicatorsDefined.DOCUMENT.name());
      for (Indicator indicator : read(document, vocabulary, new ArrayList<>())) {
        indicators.put(indicator.id(), indicator);
      }
    }
    return new Catalogue(indicators);
  }

  /** Everything that is wrong with the office's document; empty where it may be saved. */
  public static List<DocumentProblem> check(Json document, MeasureVocabulary vocabulary) {
    List<DocumentProblem> problems = new ArrayList<>();
    read(document, vocabulary, problems);
    return problems;
  }

  /** In the order in which they are printed. */
  public List<Indicator> list() {
    return new ArrayList<>(indicators.values());
  }

  public Optional<Indicator> find(String id) {
    return Optional.ofNullable(indicators.get(id));
  }

  /**
   * The indicator of this id.
   *
   * @throws NoSuchElementException where there is none
   */
  public Indicator get(String id) {
    Indicator indicator = indicators.get(id);
    if (indicator == null) {
      throw new NoSuchElementException("no indicator " + id);
    }
    return indicator;
  }

  /** The document of these indicators. */
  public static Json.Members write(List<Indicator> indicators) {
    List<Json> items = new ArrayList<>();
    for (Indicator indicator : indicators) {
      items.add(
          Json.members()
              .put("id", indicator.id())
              .put("name", indicator.name())
              .put("unit", indicator.unit())
              .put("direction", indicator.direction().name().toLowerCase(Locale.ROOT))
              .put("measure", MeasureJson.write(indicator.measure()))
              .build());
    }
    return Json.members().put("indicators", Json.items(items)).build();
  }

  static List<Indicator> read(
      @Nullable Json document, MeasureVocabulary vocabulary, List<DocumentProblem> problems) {
    List<Indicator> indicators = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (DocumentReader reader :
        DocumentReader.of(document, problems).objects("indicators", MAX_INDICATORS)) {
      String id = id(reader, ids);
      String name = reader.required("name", MAX_NAME).orElse("");
      Direction direction = direction(reader);
      Measure measure = measure(reader, vocabulary, problems);
      String unit = unit(reader, measure);
      if (!id.isEmpty()
          && !name.isEmpty()
          && direction != null
          && measure != null
          && !unit.isEmpty()) {
        indicators.add(new Indicator(id, name, measure, unit, direction));
      }
    }
    return indicators;
  }

  private static String id(DocumentReader reader, Set<String> ids) {
    String id = reader.required("id", 64).orElse("");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      reader.reject(Code.BAD_NAME, "id", id);
      return "";
    }
    if (!id.isEmpty() && !ids.add(id)) {
      reader.reject(Code.DUPLICATE, "id", id);
      return "";
    }
    return id;
  }

  private static @Nullable Direction direction(DocumentReader reader) {
    String wire = reader.required("direction", 20).orElse("");
    for (Direction direction : Direction.values()) {
      if (direction.name().toLowerCase(Locale.ROOT).equals(wire)) {
        return direction;
      }
    }
    if (!wire.isEmpty()) {
      reader.reject(Code.UNKNOWN_VALUE, "direction", "higher, lower, neither");
    }
    return null;
  }

  private static @Nullable Measure measure(
      DocumentReader reader, MeasureVocabulary vocabulary, List<DocumentProblem> problems) {
    Json json = reader.raw("measure");
    if (json == null) {
      reader.reject(Code.MISSING, "measure", "");
      return null;
    }
    try {
      Measure measure = MeasureJson.read(json);
      vocabulary.check(measure);
      return measure;
    } catch (MeasureRejectedException e) {
      MeasureProblem problem = e.problem();
      String path =
          reader.path() + ".measure" + (problem.path().isEmpty() ? "" : "." + problem.path());
      problems.add(DocumentProblem.of(Code.MEASURE, path, problem.message()));
      return null;
    }
  }

  private static String unit(DocumentReader reader, @Nullable Measure measure) {
    String unit = reader.required("unit", 20).orElse("");
    if (unit.isEmpty()) {
      return "";
    }
    String allowed = allowedUnits(unit, measure);
    if (!allowed.isEmpty()) {
      reader.reject(Code.UNKNOWN_VALUE, "unit", allowed);
      return "";
    }
    return unit;
  }

  /** "" where the unit fits, else what it must be. */
  private static String allowedUnits(String unit, @Nullable Measure measure) {
    if (!UNITS.contains(unit)) {
      return String.join(" ", UNITS);
    }
    if (measure == null) {
      return "";
    }
    boolean isRate = measure instanceof Measure.Rate;
    if (isRate != unit.equals("%")) {
      return isRate ? "%" : "≠ %";
    }
    return unit.equals(Money.TEN_THOUSAND_YUAN) && !Money.isYuan(measure) ? "≠ 万元" : "";
  }

  private static Catalogue readStandard() {
    List<DocumentProblem> problems = new ArrayList<>();
    Map<String, Indicator> indicators = new LinkedHashMap<>();
    Json document = Resources.json("/cn/anxun/core/indicator/catalogue.json");
    for (Indicator indicator : read(document, MeasureVocabulary.standard(), problems)) {
      indicators.put(indicator.id(), indicator);
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the shipped catalogue is wrong: " + problems);
    }
    return new Catalogue(indicators);
  }
}
