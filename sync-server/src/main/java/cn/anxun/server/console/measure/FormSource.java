package cn.anxun.server.console.measure;

import cn.anxun.core.document.Resources;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.FormDefined;
import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.form.FormJson;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.form.FormRow;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.server.http.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a form that is being put together comes from: a standard form, or a revision of this or
 * another form.
 *
 * @param name {@code standard-0}, or the id of the revision's entry
 * @param subject of the form's document; "" for a standard one
 */
record FormSource(String name, String subject, Json.Members document) {
  private static final String STANDARD = "standard-";
  private static final List<String> SIGNS = List.of("≥", "≤", "＞", "＜", ">", "<", "=", "＝");

  /** The standard forms by their names. */
  static Map<String, FormSource> standard(Catalogue catalogue) {
    Map<String, FormSource> forms = new LinkedHashMap<>();
    Json file = Resources.json("/cn/anxun/server/console/measure/standard-forms.json");
    if (file instanceof Json.Members members && members.get("forms") instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Members form) {
          String name = STANDARD + forms.size();
          forms.put(name, new FormSource(name, "", measured(form, catalogue)));
        }
      }
    }
    return forms;
  }

  /** The form with the measures of the indicators that its rows name. */
  private static Json.Members measured(Json.Members form, Catalogue catalogue) {
    List<Json> rows = new ArrayList<>();
    for (Json.Members row : rows(form)) {
      Json.MembersBuilder measured = Json.members();
      row.values().forEach(measured::put);
      if (row.get("indicator") instanceof Json.Text id) {
        catalogue
            .find(id.value())
            .ifPresent(
                indicator ->
                    measured
                        .put("measure", MeasureJson.write(indicator.measure()))
                        .put("direction", direction(indicator.direction())));
      }
      rows.add(measured.build());
    }
    Json.MembersBuilder whole = Json.members();
    form.values().forEach(whole::put);
    return whole.put("rows", Json.items(rows)).build();
  }

  /**
   * The source of this name.
   *
   * @throws Refusal 404 where there is none
   */
  static FormSource get(MeasureRequest asked, String name) {
    if (name.startsWith(STANDARD)) {
      return Optional.ofNullable(standard(asked.catalogue).get(name))
          .orElseThrow(() -> Refusal.of(404, "not-found"));
    }
    LedgerEntry entry =
        asked
            .ledger
            .find(name)
            .filter(found -> found.entry() instanceof FormDefined)
            .orElseThrow(() -> Refusal.of(404, "not-found"));
    Json document = entry.entry().fields().raw(FormDefined.DOCUMENT.name());
    return new FormSource(
        name,
        entry.entry().subject(),
        document instanceof Json.Members members ? members : Json.members().build());
  }

  static String direction(Indicator.Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  static List<Json.Members> rows(Json.Members form) {
    List<Json.Members> rows = new ArrayList<>();
    if (form.get("rows") instanceof Json.Items items) {
      for (Json item : items.values()) {
        rows.add(item instanceof Json.Members row ? row : Json.members().build());
      }
    }
    return rows;
  }

  /** Whether this is a revision of the form itself, of which everything is kept. */
  boolean isOf(int year, String key) {
    return subject.equals(Documents.form(year, key));
  }

  /**
   * The draft with which one begins.
   *
   * @throws FormRejectedException where the source is no form
   */
  FormDraft draft(MeasureRequest asked, int year) throws FormRejectedException {
    FormDefinition form = FormJson.read(document, year, "draft");
    List<FormDraft.Row> rows = new ArrayList<>();
    for (int i = 0; i < form.rows().size(); i++) {
      rows.add(row(asked, form.rows().get(i), i));
    }
    Map<String, String> declared = new LinkedHashMap<>();
    form.declared().forEach((level, weight) -> declared.put(level, weight.toPlainString()));
    return new FormDraft(
        form.title(),
        form.template(),
        form.execution().map(block -> block.weight().toPlainString()).orElse(""),
        declared,
        rows);
  }

  /** The sign that a target of this direction has. */
  private static String usual(Indicator.Direction direction) {
    return direction == Indicator.Direction.LOWER ? "≤" : "≥";
  }

  private static FormDraft.Row row(MeasureRequest asked, FormRow row, int number) {
    String sign = SIGNS.stream().filter(row.target()::startsWith).findFirst().orElse("");
    String indicator =
        row.measure()
            .map(
                measure ->
                    asked.catalogue.list().stream()
                        .filter(one -> one.measure().equals(measure))
                        .filter(one -> one.direction() == row.direction())
                        .map(Indicator::id)
                        .findFirst()
                        .orElse(FormDraft.KEPT))
            .orElse(FormDraft.TYPED);
    return new FormDraft.Row(
        row.level1(),
        row.level2(),
        row.level3(),
        row.target().isEmpty() && row.measure().isPresent() ? usual(row.direction()) : sign,
        row.target().substring(sign.length()),
        indicator,
        direction(row.direction()),
        row.weight().map(weight -> weight.toPlainString()).orElse(""),
        FormRules.wire(row.rule()),
        FormRules.number(row.rule()),
        Integer.toString(number));
  }
}
