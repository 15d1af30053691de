package cn.anxun.server.console.monthly;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.json.Json;
import cn.anxun.core.ranking.RankingRule;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.record.FieldForm;
import cn.anxun.server.http.Requests;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ranking rule to change, with what was typed.
 *
 * @param seen the document's last revision that the reader saw, or ""
 * @param problems what is wrong with what was typed, a sentence each
 */
public record RuleForm(
    String seen,
    String period,
    Map<String, String> periods,
    String basis,
    Map<String, String> bases,
    String least,
    List<Weight> weights,
    List<String> problems) {

  private static final String WEIGHT = "weight.";

  /** A rate and its weight as typed; "" for none. */
  public record Weight(String field, String name, String value) {}

  public RuleForm {
    weights = List.copyOf(weights);
    problems = List.copyOf(problems);
  }

  static RuleForm of(RankingRule rule, String seen, Catalogue catalogue, Names names, Texts texts) {
    Map<String, String> weights = new LinkedHashMap<>();
    rule.terms().forEach(term -> weights.put(term.indicator(), Integer.toString(term.weight())));
    return form(
        seen,
        rule.span().wire(),
        rule.basis(),
        Integer.toString(rule.least()),
        weights,
        catalogue,
        names,
        texts,
        List.of());
  }

  /** What was typed. */
  static RuleForm typed(
      Context context,
      Catalogue catalogue,
      Names names,
      Texts texts,
      List<DocumentProblem> problems) {
    Map<String, String> weights = new LinkedHashMap<>();
    RankingRule.rates(catalogue)
        .forEach(rate -> weights.put(rate.id(), typed(context, WEIGHT + rate.id())));
    return form(
        typed(context, "seen"),
        typed(context, "period"),
        typed(context, "basis"),
        typed(context, "least"),
        weights,
        catalogue,
        names,
        texts,
        problems.stream().map(DocumentProblem::message).toList());
  }

  /** The document of what was typed; wrong where it was. */
  static Json.Members document(Context context, Catalogue catalogue) {
    List<Json> terms = new ArrayList<>();
    for (Indicator rate : RankingRule.rates(catalogue)) {
      String typed = typed(context, WEIGHT + rate.id());
      if (!typed.isEmpty()) {
        terms.add(
            Json.members()
                .put("indicator", rate.id())
                .put("weight", FieldForm.number(typed))
                .build());
      }
    }
    Json.MembersBuilder document =
        Json.members()
            .put("period", typed(context, "period"))
            .put("basis", typed(context, "basis"));
    String least = typed(context, "least");
    return (least.isEmpty() ? document : document.put("least", FieldForm.number(least)))
        .put("terms", Json.items(terms))
        .build();
  }

  private static RuleForm form(
      String seen,
      String period,
      String basis,
      String least,
      Map<String, String> typed,
      Catalogue catalogue,
      Names names,
      Texts texts,
      List<String> problems) {
    Map<String, String> periods = new LinkedHashMap<>();
    for (RankingRule.Span span : RankingRule.Span.values()) {
      periods.put(span.wire(), texts.text("console.ranking.period." + span.wire()));
    }
    Map<String, String> bases = new LinkedHashMap<>();
    for (Indicator indicator : catalogue.list()) {
      if (!(indicator.measure() instanceof Measure.Rate)
          && (indicator.id().startsWith("hazard.") || indicator.id().startsWith("inspection."))) {
        bases.put(indicator.id(), names.indicator(indicator));
      }
    }
    List<Weight> weights =
        RankingRule.rates(catalogue).stream()
            .map(
                rate ->
                    new Weight(
                        WEIGHT + rate.id(),
                        names.indicator(rate),
                        typed.getOrDefault(rate.id(), "")))
            .toList();
    return new RuleForm(seen, period, periods, basis, bases, least, weights, problems);
  }

  private static String typed(Context context, String name) {
    return Requests.typed(context, name);
  }
}
