package cn.anxun.core.ranking;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.document.DocumentReader;
import cn.anxun.core.document.Resources;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.RankingSet;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Indicator.Direction;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 排名办法: what units are ranked by. As data: {@code {"period": "month", "basis": "hazard.due",
 * "least": 3, "terms": [{"indicator": "hazard.on-time.current", "weight": 50}, …]}}. The shipped
 * one goes by deadlines that fell due in the period, not by hazards just found, which would punish
 * whoever inspects at the month's end.
 *
 * @param span how long the periods are that are usually ranked
 * @param basis the indicator of which a unit must have some to be ranked
 * @param least how many of it, 1 to 9,999
 * @param terms rates by their indicators' ids; their weights add up to 100
 */
public record RankingRule(Span span, String basis, int least, List<Term> terms) {
  /** What the weights add up to. */
  public static final int WHOLE = 100;

  private static final int MAX_LEAST = 9999;
  private static final int MAX_TERMS = 12;
  private static final int MAX_ID = 64;
  private static final Json STANDARD = Resources.json("/cn/anxun/core/ranking/standard.json");

  /** The usual length of a period. */
  public enum Span {
    MONTH,
    QUARTER,
    YEAR;

    /** As in data. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One rate that counts.
   *
   * @param indicator its id
   * @param weight 1 to 100
   */
  public record Term(String indicator, int weight) {}

  public RankingRule {
    terms = Collections.unmodifiableList(new ArrayList<>(terms));
  }

  /** The rule that holds at the ledger's cut-off; the shipped one where the office set none. */
  public static RankingRule at(LedgerState state) {
    Catalogue catalogue = Catalogue.at(state);
    return state
        .document(Documents.RANKING)
        .flatMap(revision -> revision.fields().find(RankingSet.DOCUMENT))
        .flatMap(document -> read(document, catalogue, new ArrayList<>()))
        .orElseGet(RankingRule::standard);
  }

  /** The shipped rule. */
  public static RankingRule standard() {
    return read(STANDARD, Catalogue.standard(), new ArrayList<>())
        .orElseThrow(() -> new IllegalStateException("the shipped ranking rule is wrong"));
  }

  /** Everything that is wrong with a document; empty where it may be saved. */
  public static List<DocumentProblem> check(Json document, Catalogue catalogue) {
    List<DocumentProblem> problems = new ArrayList<>();
    read(document, catalogue, problems);
    return problems;
  }

  /** The indicators that may be a term: rates of which one wants more, or less. */
  public static List<Indicator> rates(Catalogue catalogue) {
    List<Indicator> rates = new ArrayList<>();
    for (Indicator indicator : catalogue.list()) {
      if (indicator.measure() instanceof Measure.Rate
          && indicator.direction() != Direction.NEITHER) {
        rates.add(indicator);
      }
    }
    return rates;
  }

  /** The rule's document. */
  public Json.Members write() {
    List<Json> written = new ArrayList<>();
    for (Term term : terms) {
      written.add(
          Json.members().put("indicator", term.indicator()).put("weight", term.weight()).build());
    }
    return Json.members()
        .put("period", span.wire())
        .put("basis", basis)
        .put("least", least)
        .put("terms", Json.items(written))
        .build();
  }

  private static Optional<RankingRule> read(
      Json document, Catalogue catalogue, List<DocumentProblem> problems) {
    int before = problems.size();
    DocumentReader reader = DocumentReader.of(document, problems);
    Optional<Span> span = span(reader);
    String basis = reader.required("basis", MAX_ID).orElse("");
    if (!basis.isEmpty()
        && !catalogue
            .find(basis)
            .filter(one -> !(one.measure() instanceof Measure.Rate))
            .isPresent()) {
      reader.reject(Code.UNKNOWN_VALUE, "basis", "hazard.due, hazard.found, …");
    }
    Optional<Integer> least = reader.integer("least", 1, MAX_LEAST);
    if (reader.raw("least") == null) {
      reader.reject(Code.MISSING, "least", "");
    }
    List<Term> terms = terms(reader, catalogue);
    return problems.size() == before
        ? Optional.of(new RankingRule(span.orElse(Span.MONTH), basis, least.orElse(1), terms))
        : Optional.empty();
  }

  private static Optional<Span> span(DocumentReader reader) {
    String wire = reader.required("period", MAX_ID).orElse("");
    for (Span span : Span.values()) {
      if (span.wire().equals(wire)) {
        return Optional.of(span);
      }
    }
    if (!wire.isEmpty()) {
      reader.reject(Code.UNKNOWN_VALUE, "period", "month, quarter, year");
    }
    return Optional.empty();
  }

  private static List<Term> terms(DocumentReader reader, Catalogue catalogue) {
    Set<String> rates = rates(catalogue).stream().map(Indicator::id).collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    List<Term> terms = new ArrayList<>();
    int sum = 0;
    for (DocumentReader one : reader.objects("terms", MAX_TERMS)) {
      String indicator = one.required("indicator", MAX_ID).orElse("");
      if (!indicator.isEmpty() && !rates.contains(indicator)) {
        one.reject(Code.UNKNOWN_VALUE, "indicator", "hazard.on-time.current, hazard.rate, …");
      } else if (!indicator.isEmpty() && !seen.add(indicator)) {
        one.reject(Code.DUPLICATE, "indicator", indicator);
      }
      int weight = one.integer("weight", 1, WHOLE).orElse(0);
      if (one.raw("weight") == null) {
        one.reject(Code.MISSING, "weight", "");
      }
      sum += weight;
      terms.add(new Term(indicator, weight));
    }
    if (sum != WHOLE && reader.raw("terms") != null) {
      reader.reject(Code.WEIGHTS, "terms", sum);
    }
    return terms;
  }
}
