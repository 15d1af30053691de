package cn.anxun.server.console.measure;

import cn.anxun.core.form.Target;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.json.Json;
import cn.anxun.server.console.form.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The document of a form that was put together: what the page does not edit is kept as the source
 * has it, where that is the form itself.
 */
final class FormDocument {
  private static final int MAX_TEXT = 200;
  private static final Set<String> EDITED =
      Set.of("title", "template", "execution", "declared", "rows");
  private static final Set<String> EDITED_OF_ROW =
      Set.of("l1", "l2", "l3", "target", "weight", "measure", "direction", "rule", "indicator");

  private final MeasureRequest asked;
  private final FormDraft draft;
  private final FormSource source;
  private final boolean keeps;
  private final List<String> problems = new ArrayList<>();

  FormDocument(MeasureRequest asked, FormDraft draft, FormSource source, boolean keeps) {
    this.asked = asked;
    this.draft = draft;
    this.source = source;
    this.keeps = keeps;
  }

  /** What is wrong, each sentence naming its row and field. */
  List<String> problems() {
    problems.clear();
    if (draft.title().isEmpty() || draft.title().length() > MAX_TEXT) {
      problem("form-no-title", MAX_TEXT);
    }
    if (draft.template().isEmpty() || draft.template().length() > MAX_TEXT) {
      problem("form-no-template", MAX_TEXT);
    }
    if (draft.rows().isEmpty()) {
      problem("form-no-rows");
    }
    number(draft.execution(), asked.t("execution"));
    draft.declared().forEach((level, weight) -> number(weight, asked.t("declared-of", level)));
    for (int i = 0; i < draft.rows().size(); i++) {
      check(draft.rows().get(i), i + 1);
    }
    return problems;
  }

  private void check(FormDraft.Row row, int number) {
    String place =
        row.name().isEmpty() ? asked.t("row", number) : asked.t("row-named", number, row.name());
    if (row.level1().isEmpty() || row.name().isEmpty()) {
      problem("row-no-name", place);
    }
    for (String text : List.of(row.level1(), row.level2(), row.name(), row.wholeTarget())) {
      if (text.length() > MAX_TEXT) {
        problem("row-too-long", place, MAX_TEXT);
      }
    }
    if (Target.read(row.wholeTarget(), Indicator.Direction.NEITHER).operatorFault()) {
      problems.add(asked.texts.text("console.form.bad-target", place, row.wholeTarget()));
    }
    number(row.weight(), asked.t("weight-of", place));
    if (!FormRules.ALL.contains(row.rule()) || !FormRules.fits(row.rule(), row.number())) {
      problem("row-bad-rule", place, row.number());
    }
    boolean known =
        row.indicator().equals(FormDraft.TYPED)
            || row.indicator().equals(FormDraft.KEPT)
            || asked.catalogue.find(row.indicator()).isPresent();
    if (!known) {
      problem("row-no-indicator", place, row.indicator());
    }
  }

  private void number(String typed, String field) {
    if (!typed.isEmpty() && Amounts.read(typed).isEmpty()) {
      problem("no-number", field, typed);
    }
  }

  private void problem(String key, Object... arguments) {
    problems.add(asked.t(key, arguments));
  }

  /** The document, complete as far as it could be read. */
  Json.Members json() {
    Json.MembersBuilder form = Json.members();
    form.put("title", draft.title()).put("template", draft.template());
    if (keeps) {
      copy(source.document(), EDITED, form);
    }
    Amounts.read(draft.execution()).ifPresent(weight -> form.put("execution", execution(weight)));
    Json.MembersBuilder declared = Json.members();
    draft
        .declared()
        .forEach((level, text) -> amount(text).ifPresent(weight -> declared.put(level, weight)));
    Json.Members blocks = declared.build();
    if (!blocks.values().isEmpty()) {
      form.put("declared", blocks);
    }
    List<Json> rows = new ArrayList<>();
    draft.rows().forEach(row -> rows.add(json(row)));
    return form.put("rows", Json.items(rows)).build();
  }

  private Json execution(BigDecimal weight) {
    Json.MembersBuilder block = Json.members();
    if (keeps && source.document().get("execution") instanceof Json.Members before) {
      before.values().forEach(block::put);
    }
    return block.put("weight", Json.of(weight)).build();
  }

  private Json json(FormDraft.Row row) {
    Json.Members before = before(row);
    Json.MembersBuilder json = Json.members();
    json.put("l1", row.level1()).put("l2", row.level2()).put("l3", row.name());
    json.put("target", target(row));
    json.put("weight", amount(row.weight()).orElse(null));
    String direction = row.direction();
    if (row.indicator().equals(FormDraft.KEPT)) {
      json.put("measure", before.get("measure"));
    } else {
      Optional<Indicator> indicator = asked.catalogue.find(row.indicator());
      json.put("measure", indicator.map(one -> MeasureJson.write(one.measure())).orElse(null));
      direction = indicator.map(one -> FormSource.direction(one.direction())).orElse(direction);
    }
    json.put("direction", direction.isEmpty() || direction.equals("neither") ? null : direction);
    json.put("rule", FormRules.json(row.rule(), row.number()).orElse(null));
    if (keeps) {
      copy(before, EDITED_OF_ROW, json);
    }
    return json.build();
  }

  /** A bare number gets the unit of its indicator, so that it prints as a target. */
  private String target(FormDraft.Row row) {
    boolean isBare = row.target().matches("\\d+(\\.\\d+)?");
    return row.wholeTarget()
        + (isBare ? asked.catalogue.find(row.indicator()).map(Indicator::unit).orElse("") : "");
  }

  private Json.Members before(FormDraft.Row row) {
    List<Json.Members> rows = FormSource.rows(source.document());
    boolean is = row.was().matches("\\d{1,3}") && Integer.parseInt(row.was()) < rows.size();
    return is ? rows.get(Integer.parseInt(row.was())) : Json.members().build();
  }

  private static Optional<Json> amount(String typed) {
    return Amounts.read(typed).map(Json::of);
  }

  private static void copy(Json.Members from, Set<String> except, Json.MembersBuilder to) {
    from.values()
        .forEach(
            (name, value) -> {
              if (!except.contains(name)) {
                to.put(name, value);
              }
            });
  }

  /** The indicators to choose from. */
  static List<Option> indicators(Catalogue catalogue, MeasureRequest asked) {
    return catalogue.list().stream()
        .map(one -> new Option(one.id(), asked.names.indicator(one), false))
        .toList();
  }
}
